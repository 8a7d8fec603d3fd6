/**
 * Citizen reports: the client and the values it takes and gives.
 *
 * <p>What the standard calls a service request is a {@link id.simpul.reporting.Report} here; the
 * standard's own words stand in {@link id.simpul.reporting.wire} and nowhere else. All values are
 * immutable and safe to share between threads.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.reporting;

import org.jspecify.annotations.NullMarked;

/**
 * Health certificates: verifying them in ordered steps with one verdict, the keys trusted for it,
 * and issuing.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.certificate;

import org.jspecify.annotations.NullMarked;

/**
 * Health services: SATUSEHAT, the national health record, and what users of it type.
 *
 * <p>Resources are those of {@link id.simpul.health.fhir}; how they travel stands in {@link
 * id.simpul.health.wire}. All values are immutable and safe to share between threads.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health;

import org.jspecify.annotations.NullMarked;

/**
 * Vaccination: finding slots, booking one, and recording the dose.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.vaccination;

import org.jspecify.annotations.NullMarked;

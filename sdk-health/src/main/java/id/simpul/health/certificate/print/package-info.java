/**
 * A health certificate as a page for people: to be printed, or shown on a phone.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.health.certificate.print;

import org.jspecify.annotations.NullMarked;

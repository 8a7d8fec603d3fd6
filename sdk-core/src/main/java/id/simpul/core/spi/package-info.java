/**
 * Seams for those who sign exchanges or watch calls.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core.spi;

import org.jspecify.annotations.NullMarked;

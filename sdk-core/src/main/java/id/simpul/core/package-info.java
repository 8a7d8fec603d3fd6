/**
 * What a caller of any Simpul client touches: configuration, options, answers and failures.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core;

import org.jspecify.annotations.NullMarked;

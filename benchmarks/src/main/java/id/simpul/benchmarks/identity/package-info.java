/**
 * What signatures, tokens and credentials cost, beside other libraries that do the same work.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.identity;

import org.jspecify.annotations.NullMarked;

/**
 * What a node stores a second, beside its own store and a bare database.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.durable;

import org.jspecify.annotations.NullMarked;

/**
 * Pieces of the work, one by one, under JMH.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.micro;

import org.jspecify.annotations.NullMarked;

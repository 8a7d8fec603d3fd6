/**
 * A node that is asked by many strangers, and what those it knows notice of it.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.strangers;

import org.jspecify.annotations.NullMarked;

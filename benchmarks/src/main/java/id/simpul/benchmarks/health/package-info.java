/**
 * What health records and certificates cost.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.health;

import org.jspecify.annotations.NullMarked;

/**
 * What reconciling two registers costs, and whether a dose costs as much among a million as among
 * ten thousand.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.reconcile;

import org.jspecify.annotations.NullMarked;

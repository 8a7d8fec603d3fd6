/**
 * What every measurement needs: time, processes, medians, and a record of the machine.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.measure;

import org.jspecify.annotations.NullMarked;

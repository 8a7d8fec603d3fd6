/**
 * A gigabyte of records through a heap of 64 MB.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.bulk;

import org.jspecify.annotations.NullMarked;

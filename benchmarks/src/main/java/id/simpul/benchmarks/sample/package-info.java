/**
 * Reports and documents of about 1.5 KB, all invented.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.sample;

import org.jspecify.annotations.NullMarked;

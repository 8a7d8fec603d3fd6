/**
 * What verifying health certificates costs, beside other libraries that do the same work.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.certificate;

import org.jspecify.annotations.NullMarked;

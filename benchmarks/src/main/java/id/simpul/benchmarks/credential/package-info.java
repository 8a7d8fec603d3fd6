/**
 * Verifying an SD-JWT VC with ten disclosures, beside the other libraries for the JVM.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.credential;

import org.jspecify.annotations.NullMarked;

/**
 * Signing and verifying an HTTP request with its digest, beside the arithmetic alone.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.http;

import org.jspecify.annotations.NullMarked;

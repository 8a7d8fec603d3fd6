/**
 * Verifying a compact JWS with claims, beside the other libraries for Java.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.jws;

import org.jspecify.annotations.NullMarked;

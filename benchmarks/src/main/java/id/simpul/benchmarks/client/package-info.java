/**
 * What a call costs the client, beside bare OkHttp doing the same.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.benchmarks.client;

import org.jspecify.annotations.NullMarked;

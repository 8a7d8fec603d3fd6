/**
 * The client pipeline; the only package that knows OkHttp.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core.internal.http;

import org.jspecify.annotations.NullMarked;

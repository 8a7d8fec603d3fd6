/**
 * JSON tokens; the only package that knows Jackson.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core.internal.json;

import org.jspecify.annotations.NullMarked;

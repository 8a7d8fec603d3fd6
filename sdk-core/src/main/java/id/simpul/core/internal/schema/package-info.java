/**
 * JSON Schema checks; the only package that knows networknt.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core.internal.schema;

import org.jspecify.annotations.NullMarked;

/**
 * The description of an exchange, from which client, node and OpenAPI document are made.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core.operation;

import org.jspecify.annotations.NullMarked;

/**
 * Values that every city service shares: identifiers, places, secrets.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.core.value;

import org.jspecify.annotations.NullMarked;

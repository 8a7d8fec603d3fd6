/**
 * What a city says of a resident, and whether it still holds: status lists.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.credential;

import org.jspecify.annotations.NullMarked;

/**
 * Keys, entities, pseudonyms and the failures of trust.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity;

import org.jspecify.annotations.NullMarked;

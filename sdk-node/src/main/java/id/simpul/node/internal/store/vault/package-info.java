/**
 * Citizens' identities, encrypted: apart from the events, so that they can be erased.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.node.internal.store.vault;

import org.jspecify.annotations.NullMarked;

/**
 * Readers that the JOSE layer and the key files share.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.internal.jose;

import org.jspecify.annotations.NullMarked;

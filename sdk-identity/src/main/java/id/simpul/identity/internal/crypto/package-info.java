/**
 * Signatures and key encodings; the only package that knows Bouncy Castle, Corretto and Conscrypt.
 * Bouncy Castle's lightweight classes are called directly, the other two as JCA providers that are
 * asked by themselves, so no provider is registered and the order of providers does not matter.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.internal.crypto;

import org.jspecify.annotations.NullMarked;

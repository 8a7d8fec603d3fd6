/**
 * How a holder shows a credential to a verifier over HTTP: OpenID for Verifiable Presentations 1.0,
 * one credential at a time, the answer posted to the verifier ({@code direct_post}) without
 * encryption of its own.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.presentation;

import org.jspecify.annotations.NullMarked;

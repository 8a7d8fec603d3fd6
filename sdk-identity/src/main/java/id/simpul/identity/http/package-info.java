/**
 * Signed requests and answers: the profile {@code simpul-v1} of HTTP Message Signatures (RFC 9421)
 * with digests of the content (RFC 9530). {@link id.simpul.identity.http.SignatureProfile} says
 * what it asks; there are no options.
 *
 * <p>The client side is {@link id.simpul.identity.http.SignedExchange}; the node's side is {@link
 * id.simpul.identity.http.RequestVerifier} and {@link id.simpul.identity.http.ResponseSigner}. What
 * was verified has a type of its own that only the verifier makes.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.http;

import org.jspecify.annotations.NullMarked;

/**
 * Credentials a citizen holds: SD-JWT VC with selective disclosure (RFC 9901), and whether they
 * still hold: status lists. An issuer signs digests of claims, the holder shows the claims he
 * chooses, and a verifier learns those and no more.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.credential;

import org.jspecify.annotations.NullMarked;

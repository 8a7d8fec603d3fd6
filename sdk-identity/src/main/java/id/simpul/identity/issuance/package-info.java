/**
 * How a credential comes to its holder: OpenID for Verifiable Credential Issuance 1.0, the
 * pre-authorised code flow with key proofs. The issuer's desks are plain objects without HTTP; the
 * wallet's side is {@link id.simpul.identity.issuance.CredentialIssuanceClient}.
 *
 * <p>Parameters and results are non-null unless marked {@code @Nullable}; a null argument raises
 * {@link NullPointerException}.
 */
@NullMarked
package id.simpul.identity.issuance;

import org.jspecify.annotations.NullMarked;

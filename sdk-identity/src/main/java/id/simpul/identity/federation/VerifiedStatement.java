package id.simpul.identity.federation;

import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.jose.VerifiedPayload;
import java.time.Instant;
import java.time.InstantSource;

/** A statement whose signature holds, too. Made by {@link #verify} alone. Immutable. */
record VerifiedStatement(ReceivedStatement statement, JwkSet keys, PublicJwk signedBy) {
  // Times were checked when the statement was read; the clock is not asked for a signature alone.
  private static final JwsVerifier VERIFIER =
      new JwsVerifier(ReceivedStatement.PROFILE, InstantSource.fixed(Instant.EPOCH));

  /**
   * Checks a signature.
   *
   * @param keys of the issuer, and of nobody else
   */
  static VerifiedStatement verify(ReceivedStatement statement, JwkSet keys) {
    VerifiedPayload verified = VERIFIER.verifySignatureOnly(statement.token(), keys);
    return new VerifiedStatement(statement, statement.keys(), verified.signedBy());
  }
}

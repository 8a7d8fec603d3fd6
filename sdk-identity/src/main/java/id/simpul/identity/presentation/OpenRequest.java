package id.simpul.identity.presentation;

import java.time.Instant;
import java.util.Objects;

/**
 * What is kept of a request until it is answered. Immutable.
 *
 * @param state digest of its state, by which it is found
 * @param nonce what the wallet is to sign
 * @param query what was asked
 * @param expiresAt until when it can be answered
 */
public record OpenRequest(String state, String nonce, CredentialQuery query, Instant expiresAt) {
  /** Checks that all members are given. */
  public OpenRequest {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(nonce, "nonce");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /** What was asked, and neither state nor nonce. */
  @Override
  public String toString() {
    return "open request " + query.id();
  }
}

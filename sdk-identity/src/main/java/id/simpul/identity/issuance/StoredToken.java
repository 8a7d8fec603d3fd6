package id.simpul.identity.issuance;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an access token: its digest and what it is good for. Immutable.
 *
 * @param token digest of the token, by which it is found
 * @param clientId whom it was given to, or null for anonymous access
 * @param expiresAt until when it is good
 * @param grant what it is good for
 */
public record StoredToken(
    String token, @Nullable String clientId, Instant expiresAt, IssuanceGrant grant) {
  /** Checks that what must be there is. */
  public StoredToken {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(grant, "grant");
  }

  /** The grant, and no digest. */
  @Override
  public String toString() {
    return "token of " + grant;
  }
}

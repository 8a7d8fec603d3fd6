package id.simpul.health.wire;

import id.simpul.core.value.Secret;
import java.util.Objects;

/**
 * Asks for an access token with a client's own credentials (RFC 6749, section 4.4).
 *
 * @param clientId the client id
 * @param clientSecret the client secret
 */
public record TokenRequest(String clientId, Secret clientSecret) {
  /** Checks that both are given. */
  public TokenRequest {
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(clientSecret, "clientSecret");
  }
}

package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import java.time.Duration;
import java.util.Objects;

/**
 * What a wallet fetches its credential with (OpenID4VCI 1.0, section 6.2): a bearer token.
 * Immutable.
 *
 * @param value the token
 * @param expiresIn how long it is good
 */
public record AccessToken(Secret value, Duration expiresIn) {
  /** Checks that both are given. */
  public AccessToken {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(expiresIn, "expiresIn");
  }
}

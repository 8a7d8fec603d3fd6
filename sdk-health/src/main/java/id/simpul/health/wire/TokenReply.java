package id.simpul.health.wire;

import id.simpul.core.value.Secret;
import java.time.Duration;
import java.util.Objects;

/**
 * An access token.
 *
 * @param token the token, to be sent after {@code Bearer}
 * @param lifetime how long it can be used, from when it was asked for; positive
 */
public record TokenReply(Secret token, Duration lifetime) {
  /** The longest life taken for true; a token that claims more is asked for anew all the same. */
  public static final Duration MAX_LIFETIME = Duration.ofDays(1);

  /** Checks that both are given. */
  public TokenReply {
    Objects.requireNonNull(token, "token");
    if (lifetime.isNegative() || lifetime.isZero()) {
      throw new IllegalArgumentException("A lifetime is positive");
    }
  }
}

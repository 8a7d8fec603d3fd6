package id.simpul.node.internal.config;

import id.simpul.identity.jose.PublicJwk;
import java.time.Instant;
import java.util.Objects;

/**
 * A key that signs no more.
 *
 * @param key its public half
 * @param until from when on nothing it signed counts; it is published until then and no longer
 */
public record RetiredKey(PublicJwk key, Instant until) {
  /** Checks that both are given. */
  public RetiredKey {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(until, "until");
  }
}

package id.simpul.node.internal.store;

import java.time.Instant;
import java.util.Objects;

/**
 * A key together with what was asked under it.
 *
 * @param key the key
 * @param fingerprint a digest of the request's content; another one under the same key is a
 *     conflict. It is forgotten with the key, so it may cover an identity, as an event's may not
 * @param keepUntil when the key is forgotten and may be used anew; cut to microseconds
 */
public record Idempotency(IdempotencyKey key, Digest fingerprint, Instant keepUntil) {

  /** Checks that all members are given. */
  public Idempotency {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(fingerprint, "fingerprint");
    keepUntil = Texts.stored("keepUntil", keepUntil);
  }
}

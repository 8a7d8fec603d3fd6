package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.VerificationKey;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An entity that is trusted, and its keys.
 *
 * @param id its identifier
 * @param keys the keys it may sign with, at least one, key ids unique
 * @param expiresAt until when that holds; {@link Instant#MAX} for pinned keys
 */
public record ResolvedEntity(EntityId id, List<VerificationKey> keys, Instant expiresAt) {
  /** Copies the keys. */
  public ResolvedEntity {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(expiresAt, "expiresAt");
    keys = List.copyOf(keys);
    if (keys.isEmpty()
        || keys.stream().map(VerificationKey::keyId).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("An entity has keys with ids of their own");
    }
  }

  /**
   * The key of an id.
   *
   * @param keyId an RFC 7638 thumbprint
   * @return the key, or empty
   */
  public Optional<VerificationKey> key(String keyId) {
    for (VerificationKey key : keys) {
      if (key.keyId().equals(keyId)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }
}

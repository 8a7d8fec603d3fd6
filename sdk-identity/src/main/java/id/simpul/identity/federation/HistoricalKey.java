package id.simpul.identity.federation;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.jose.PublicJwk;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A federation key that signs no more (OpenID Federation 1.1, section 8.7.2).
 *
 * @param key the key
 * @param expiredAt from when on nothing it signs counts
 * @param revocation why it was taken back, or null when it simply ran out
 */
public record HistoricalKey(PublicJwk key, Instant expiredAt, @Nullable Revocation revocation) {
  /** Checks that key and time are given. */
  public HistoricalKey {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(expiredAt, "expiredAt");
  }

  /**
   * That a key was taken back.
   *
   * @param revokedAt from when on nothing it signed counts
   * @param reason {@code unspecified}, {@code compromised} or {@code superseded} (section 8.7.3),
   *     or a reason of the federation
   */
  public record Revocation(Instant revokedAt, String reason) {
    /** Checks that both are given. */
    public Revocation {
      Objects.requireNonNull(revokedAt, "revokedAt");
      Objects.requireNonNull(reason, "reason");
    }

    private JsonObject toJson() {
      return JsonObject.builder()
          .put("revoked_at", JsonNumber.of(revokedAt.getEpochSecond()))
          .put("reason", reason)
          .build();
    }
  }

  JsonObject toJson() {
    JsonObject.Builder json = JsonObject.builder().putAll(key.toJson());
    json.put("exp", JsonNumber.of(expiredAt.getEpochSecond()));
    if (revocation != null) {
      json.put("revoked", revocation.toJson());
    }
    return json.build();
  }
}

package id.simpul.identity.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsSigner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Issues the list of keys an entity has signed with before (OpenID Federation 1.1, section 8.7), so
 * that what they signed can still be checked by whoever kept it. As thread-safe as the signing key.
 */
public final class HistoricalKeysIssuer {
  /** The {@code typ} of its header. */
  public static final String TYPE = "jwk-set+jwt";

  private static final JwsProfile PROFILE =
      JwsProfile.typed(TYPE).maxLength(EntityStatement.MAX_LENGTH).withoutEnd().build();

  private final EntityId entity;
  private final FederationKeys keys;
  private final InstantSource clock;

  /**
   * An issuer.
   *
   * @param entity whose keys
   * @param keys its present keys, one of which signs the list
   * @param clock says what time it is
   */
  public HistoricalKeysIssuer(EntityId entity, FederationKeys keys, InstantSource clock) {
    this.entity = Objects.requireNonNull(entity, "entity");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Issues the list.
   *
   * @param old the keys, oldest first; a key that still signs does not belong here
   * @return the compact serialisation
   * @throws TrustException {@code MALFORMED} when it would be too long, {@code KEY_UNUSABLE} when
   *     the key does not sign
   */
  public String issue(List<HistoricalKey> old) {
    List<JsonValue> items = new ArrayList<>();
    for (HistoricalKey key : old) {
      if (keys.published().find(key.key().kid()).isPresent()) {
        throw new IllegalArgumentException("Still published: " + key.key().kid());
      }
      items.add(key.toJson());
    }
    JsonObject.Builder claims = JsonObject.builder().put("iss", entity.value());
    claims.put("keys", new JsonArray(items));
    return new JwsSigner(PROFILE, keys.signing(), clock).sign(claims.build());
  }
}

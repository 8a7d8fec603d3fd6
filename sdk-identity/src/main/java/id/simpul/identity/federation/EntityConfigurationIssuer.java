package id.simpul.identity.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Issues what an entity says of itself (OpenID Federation 1.1, section 3.1.2), to be published at
 * {@link EntityConfiguration#location}. Immutable, as thread-safe as the signing key.
 */
public final class EntityConfigurationIssuer {
  private final StatementSigner signer;
  private final EntityId entity;
  private final JsonObject claims;

  private EntityConfigurationIssuer(Builder builder) {
    signer = new StatementSigner(builder.keys, builder.lifetime, builder.clock);
    entity = builder.entity;
    claims = builder.claims();
  }

  /**
   * Starts an issuer.
   *
   * @param entity who speaks of itself
   * @param keys its federation keys
   * @param clock says what time it is
   * @return a builder
   */
  public static Builder builder(EntityId entity, FederationKeys keys, InstantSource clock) {
    return new Builder(entity, keys, clock);
  }

  /**
   * Issues a configuration.
   *
   * @return the compact serialisation
   * @throws TrustException when a verifier would refuse it, with the same reason, or {@code
   *     KEY_UNUSABLE} when the key does not sign
   */
  public String issue() {
    return signer.sign(StatementName.configurationOf(entity), claims);
  }

  /**
   * A publisher that issues it anew as often as its life asks for.
   *
   * @return a new publisher
   */
  public StatementPublisher publisher() {
    return signer.publisher(StatementName.configurationOf(entity), this::issue);
  }

  /** Collects what a configuration says. Not thread-safe. */
  public static final class Builder {
    private final EntityId entity;
    private final FederationKeys keys;
    private final InstantSource clock;
    private final JsonObject.Builder metadata = JsonObject.builder();
    private final Map<String, JsonArray> hints = new LinkedHashMap<>();
    private final JsonObject.Builder markIssuers = JsonObject.builder();
    private final JsonObject.Builder markOwners = JsonObject.builder();
    private List<JsonObject> marks = List.of();
    private StatementLifetime lifetime = StatementLifetime.DEFAULT;

    private Builder(EntityId entity, FederationKeys keys, InstantSource clock) {
      this.entity = Objects.requireNonNull(entity, "entity");
      this.keys = Objects.requireNonNull(keys, "keys");
      this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * Names those directly above. Without it the entity is an anchor with nobody above.
     *
     * @param superiors at least one
     * @return this
     */
    public Builder authorityHints(Collection<EntityId> superiors) {
      hints.put("authority_hints", ids(superiors));
      return this;
    }

    /**
     * Names the anchors the entity trusts.
     *
     * @param anchors at least one
     * @return this
     */
    public Builder trustAnchorHints(Collection<EntityId> anchors) {
      hints.put("trust_anchor_hints", ids(anchors));
      return this;
    }

    /**
     * Sets the metadata of one role, in place of what was set for it before.
     *
     * @param entityType the role, for example {@link EntityTypes#NODE}
     * @param parameters its parameters, none of them null
     * @return this
     */
    public Builder metadata(String entityType, JsonObject parameters) {
      metadata.put(entityType, parameters);
      return this;
    }

    /**
     * Shows the marks the entity was given.
     *
     * @param given the marks
     * @return this
     */
    public Builder trustMarks(Collection<PublishedTrustMark> given) {
      marks = given.stream().map(PublishedTrustMark::toJson).toList();
      return this;
    }

    /**
     * Says, as an anchor, who may issue a type of mark.
     *
     * @param type the type
     * @param issuers who; to the standard nobody at all means anyone, to this library nobody
     * @return this
     */
    public Builder trustMarkIssuers(String type, Collection<EntityId> issuers) {
      markIssuers.put(type, ids(issuers));
      return this;
    }

    /**
     * Says, as an anchor, to whom a type of mark belongs.
     *
     * @param type the type
     * @param owner the owner, whose delegation every issuer then needs
     * @return this
     */
    public Builder trustMarkOwner(String type, TrustMarkOwner owner) {
      markOwners.put(type, owner.toJson());
      return this;
    }

    /**
     * Sets how long a configuration holds.
     *
     * @param policy {@link StatementLifetime#DEFAULT} by default
     * @return this
     */
    public Builder lifetime(StatementLifetime policy) {
      lifetime = Objects.requireNonNull(policy, "policy");
      return this;
    }

    /**
     * Makes the issuer.
     *
     * @return the immutable issuer
     */
    public EntityConfigurationIssuer build() {
      return new EntityConfigurationIssuer(this);
    }

    private JsonObject claims() {
      JsonObject.Builder claims = JsonObject.builder().put("jwks", keys.published().toJson());
      hints.forEach(claims::put);
      putUnlessEmpty(claims, "metadata", metadata.build());
      if (!marks.isEmpty()) {
        claims.put("trust_marks", new JsonArray(List.copyOf(marks)));
      }
      putUnlessEmpty(claims, "trust_mark_issuers", markIssuers.build());
      putUnlessEmpty(claims, "trust_mark_owners", markOwners.build());
      return claims.build();
    }

    private static void putUnlessEmpty(JsonObject.Builder claims, String name, JsonObject value) {
      if (!value.members().isEmpty()) {
        claims.put(name, value);
      }
    }

    private static JsonArray ids(Collection<EntityId> entities) {
      return JsonArray.ofStrings(entities.stream().map(EntityId::value).toList());
    }
  }
}

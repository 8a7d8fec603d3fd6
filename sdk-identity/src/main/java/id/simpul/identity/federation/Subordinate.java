package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.jose.JwkSet;
import java.util.Objects;
import java.util.Set;

/**
 * An entity as its superior knows it: what goes into a statement about it. Immutable, thread-safe.
 */
public final class Subordinate {
  private final EntityId id;
  private final JsonObject claims;

  private Subordinate(EntityId id, JsonObject claims) {
    this.id = id;
    this.claims = claims;
  }

  /**
   * A subordinate that the superior asks nothing of.
   *
   * @param id who it is
   * @param keys its federation keys, known by more than its own word
   * @return the subordinate
   */
  public static Subordinate of(EntityId id, JwkSet keys) {
    Objects.requireNonNull(id, "id");
    return new Subordinate(id, JsonObject.builder().put("jwks", keys.toJson()).build());
  }

  /**
   * Sets metadata in the subordinate's stead, for the roles it says it has (OpenID Federation 1.1,
   * section 3.1.1).
   *
   * @param metadata by entity type
   * @return a copy
   */
  public Subordinate withMetadata(JsonObject metadata) {
    return with("metadata", metadata);
  }

  /**
   * Asks something of its metadata and of that of everybody below it (section 6.1).
   *
   * @param policy by entity type, parameter and operator
   * @return a copy
   */
  public Subordinate withMetadataPolicy(JsonObject policy) {
    return with("metadata_policy", policy);
  }

  /**
   * Limits what may stand below (section 6.2).
   *
   * @param constraints the constraints
   * @return a copy
   */
  public Subordinate withConstraints(JsonObject constraints) {
    return with("constraints", constraints);
  }

  private Subordinate with(String claim, JsonObject value) {
    return new Subordinate(id, JsonObject.builder().putAll(claims).put(claim, value).build());
  }

  /**
   * Who it is.
   *
   * @return its identifier
   */
  public EntityId id() {
    return id;
  }

  /** Policies are read when a chain is complete, so whoever receives one finds a mistake late. */
  void checkPolicy() {
    if (claims.members().get("metadata_policy") instanceof JsonObject policy) {
      MetadataPolicy.parse(policy, Set.of());
    }
  }

  JsonObject claims() {
    return claims;
  }

  @Override
  public String toString() {
    return "subordinate " + id;
  }
}

package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.federation.ClaimReader;
import id.simpul.identity.jose.JwkSet;
import java.util.Objects;

/**
 * To whom a type of trust mark belongs, as an anchor says (OpenID Federation 1.1, section 3.1.2).
 * Immutable, thread-safe.
 */
public final class TrustMarkOwner {
  private final EntityId id;
  private final JsonObject jwks;

  private TrustMarkOwner(EntityId id, JsonObject jwks) {
    this.id = id;
    this.jwks = jwks;
  }

  /**
   * An owner.
   *
   * @param id its identifier
   * @param keys the keys it signs delegations with
   * @return the owner
   */
  public static TrustMarkOwner of(EntityId id, JwkSet keys) {
    return new TrustMarkOwner(Objects.requireNonNull(id, "id"), keys.toJson());
  }

  static TrustMarkOwner read(ClaimReader claims) {
    return new TrustMarkOwner(
        claims.entity("sub").orElseThrow(() -> claims.missing("sub")),
        claims.object("jwks").orElseThrow(() -> claims.missing("jwks")));
  }

  /**
   * Who it is.
   *
   * @return {@code sub}
   */
  public EntityId id() {
    return id;
  }

  /**
   * The keys it signs delegations with. Read when asked for, so that an owner whose keys are of a
   * kind we do not speak spoils no more than its own marks.
   *
   * @return {@code jwks}
   * @throws TrustException {@code MALFORMED}, {@code KEY_UNUSABLE} or {@code NOT_ALLOWED} when it
   *     is no set of keys we can verify with
   */
  public JwkSet keys() {
    return JwkSet.of(jwks);
  }

  JsonObject toJson() {
    return JsonObject.builder().put("sub", id.value()).put("jwks", jwks).build();
  }

  @Override
  public String toString() {
    return "trust mark owner " + id;
  }
}

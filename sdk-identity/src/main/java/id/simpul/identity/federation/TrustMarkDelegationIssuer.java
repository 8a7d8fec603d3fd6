package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.JwsSigner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Lets others issue trust marks of types that one owns (OpenID Federation 1.1, section 7.2). As
 * thread-safe as the signing key.
 */
public final class TrustMarkDelegationIssuer {
  private final EntityId owner;
  private final FederationKeys keys;
  private final InstantSource clock;

  /**
   * An owner that delegates.
   *
   * @param owner to whom the types belong
   * @param keys its keys, as the anchor knows them from {@code trust_mark_owners}
   * @param clock says what time it is
   */
  public TrustMarkDelegationIssuer(EntityId owner, FederationKeys keys, InstantSource clock) {
    this.owner = Objects.requireNonNull(owner, "owner");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Delegates a type to an issuer.
   *
   * @param type the type
   * @param issuer who may issue it from now on
   * @param lifetime how long, at most {@link TrustMarkVerifier#MAX_DELEGATION_LIFETIME}; marks end
   *     with their delegation
   * @return the compact serialisation, for the issuer to put into its marks
   * @throws TrustException {@code KEY_UNUSABLE} when the key does not sign
   */
  public String issue(String type, EntityId issuer, Duration lifetime) {
    JsonObject claims =
        JsonObject.builder()
            .put("iss", owner.value())
            .put("sub", issuer.value())
            .put("trust_mark_type", type)
            .build();
    return new JwsSigner(TrustMarkVerifier.DELEGATION_PROFILE, keys.signing(), clock)
        .sign(claims, lifetime);
  }

  @Override
  public String toString() {
    return "trust mark owner " + owner;
  }
}

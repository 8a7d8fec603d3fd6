package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.jose.JwsSigner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Issues trust marks (OpenID Federation 1.1, section 7.1). As thread-safe as the signing key. */
public final class TrustMarkIssuer {
  private final EntityId issuer;
  private final FederationKeys keys;
  private final InstantSource clock;

  /**
   * An issuer.
   *
   * @param issuer who gives marks
   * @param keys its federation keys
   * @param clock says what time it is
   */
  public TrustMarkIssuer(EntityId issuer, FederationKeys keys, InstantSource clock) {
    this.issuer = Objects.requireNonNull(issuer, "issuer");
    this.keys = Objects.requireNonNull(keys, "keys");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Issues a mark of a type that is the issuer's own, or nobody's.
   *
   * @param type the type, a URL of the federation
   * @param subject who gets it
   * @param lifetime how long it counts, at most {@link TrustMarkVerifier#MAX_LIFETIME}
   * @return the mark, for the subject to show in its configuration
   * @throws TrustException {@code MALFORMED} when it would be too long, {@code KEY_UNUSABLE} when
   *     the key does not sign
   */
  public PublishedTrustMark issue(String type, EntityId subject, Duration lifetime) {
    return issue(type, subject, lifetime, null);
  }

  /**
   * Issues a mark of a type that belongs to another.
   *
   * @param type the type, a URL of the federation
   * @param subject who gets it
   * @param lifetime how long it counts, at most {@link TrustMarkVerifier#MAX_LIFETIME}
   * @param delegation what the owner gave, made by {@link TrustMarkDelegationIssuer}; null for none
   * @return the mark, for the subject to show in its configuration
   * @throws TrustException {@code MALFORMED} when it would be too long, {@code KEY_UNUSABLE} when
   *     the key does not sign
   */
  public PublishedTrustMark issue(
      String type, EntityId subject, Duration lifetime, @Nullable String delegation) {
    JsonObject claims =
        JsonObject.builder()
            .put("iss", issuer.value())
            .put("sub", subject.value())
            .put("trust_mark_type", type)
            .putIfPresent("delegation", delegation)
            .build();
    JwsSigner signer = new JwsSigner(TrustMarkVerifier.PROFILE, keys.signing(), clock);
    return new PublishedTrustMark(type, signer.sign(claims, lifetime));
  }

  @Override
  public String toString() {
    return "trust mark issuer " + issuer;
  }
}

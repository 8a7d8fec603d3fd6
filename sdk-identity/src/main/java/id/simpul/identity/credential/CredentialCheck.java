package id.simpul.identity.credential;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.credential.SdJwtVcVerifier.Terms;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.TrustResolver;
import id.simpul.identity.internal.credential.DisclosedClaims;
import id.simpul.identity.internal.credential.SdJwt;
import id.simpul.identity.internal.credential.SdJwtText;
import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.jose.UnverifiedPeek;
import id.simpul.identity.jose.VerifiedJws;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is checked of the credential itself (RFC 9901, section 7.1; SD-JWT VC, draft 18,
 * section 2.4), in this order: sizes, header, trust in the issuer, signature, times, type,
 * disclosures, policy.
 */
final class CredentialCheck {
  private final TrustResolver trust;
  private final Terms terms;
  private final InstantSource clock;
  private final JwsProfile profile;
  private final JwsVerifier verifier;

  CredentialCheck(TrustResolver trust, Terms terms, InstantSource clock) {
    this.trust = trust;
    this.terms = terms;
    this.clock = clock;
    profile = Profiles.received(terms.maxLifetime());
    verifier = new JwsVerifier(profile, clock);
  }

  /** A credential that holds, as far as it says so itself, and the key it is bound to, if any. */
  record Checked(
      ResolvedEntity issuer,
      String type,
      VerifiedJws jws,
      DisclosedClaims disclosed,
      @Nullable PublicJwk holder) {}

  Checked check(SdJwtText text) {
    UnverifiedPeek claimed = UnverifiedPeek.of(text.issuerJwt(), profile);
    ResolvedEntity issuer = issuer(claimed);
    VerifiedJws jws =
        verifier.verify(
            claimed, key(claimed, issuer), ExpectedClaims.issuedBy(issuer.id().value()));
    String type = type(jws.claims());
    DisclosedClaims disclosed = DisclosedClaims.of(jws.claims(), text.disclosures());
    if (!terms.policy().mayIssue(issuer, type, disclosed.claims())) {
      throw refused(Reason.NOT_AUTHORISED, issuer, "may not issue this", "vct");
    }
    PublicJwk holder = HolderKey.of(jws.claims()).map(terms.binding()).orElse(null);
    return new Checked(issuer, type, jws, disclosed, holder);
  }

  private ResolvedEntity issuer(UnverifiedPeek claimed) {
    String name = claimed.issuer().orElseThrow(() -> SdJwt.malformed("is missing", "iss"));
    EntityId id;
    try {
      id = new EntityId(name);
    } catch (IllegalArgumentException e) {
      throw SdJwt.malformed("is not an entity identifier", "iss");
    }
    ResolvedEntity issuer = trust.resolve(id);
    if (!clock.instant().isBefore(issuer.expiresAt())) {
      throw refused(Reason.EXPIRED, issuer, "trust in the issuer has run out", "iss");
    }
    return issuer;
  }

  private static PublicJwk key(UnverifiedPeek claimed, ResolvedEntity issuer) {
    if (claimed.kid().isEmpty() && issuer.keys().size() == 1) {
      return PublicJwk.of(issuer.keys().get(0));
    }
    return claimed
        .kid()
        .flatMap(kid -> issuer.publishedKeys().flatMap(keys -> keys.find(kid)))
        .orElseThrow(() -> refused(Reason.UNKNOWN_KEY, issuer, "names no key of its own", "kid"));
  }

  private String type(JsonObject claims) {
    if (!(claims.members().get("vct") instanceof JsonString type)) {
      throw SdJwt.malformed("is missing or not a string", "vct");
    }
    if (!terms.types().contains(type.value())) {
      throw SdJwt.notAllowed("is not a type that is taken here", "vct");
    }
    return type.value();
  }

  private static TrustException refused(
      Reason reason, ResolvedEntity issuer, String what, String where) {
    return new TrustException(reason, issuer.id().value(), what, where);
  }
}

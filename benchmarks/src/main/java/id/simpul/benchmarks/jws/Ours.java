package id.simpul.benchmarks.jws;

import id.simpul.identity.jose.ExpectedClaims;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.JwsProfile;
import id.simpul.identity.jose.JwsVerifier;
import id.simpul.identity.jose.PublicJwk;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Simpul. */
final class Ours {
  private Ours() {}

  static TokenVerifier of(PublicJwk key) {
    JwsProfile profile =
        JwsProfile.typed(Tokens.TYPE).maxLifetime(Tokens.LIFETIME).leeway(Duration.ZERO).build();
    JwsVerifier verifier = new JwsVerifier(profile, InstantSource.fixed(Tokens.NOW));
    JwkSet keys = JwkSet.of(List.of(key));
    ExpectedClaims expected = ExpectedClaims.issuedBy(Tokens.ISSUER).forAudience(Tokens.AUDIENCE);
    return token -> verifier.verify(token, keys, expected).claims();
  }
}

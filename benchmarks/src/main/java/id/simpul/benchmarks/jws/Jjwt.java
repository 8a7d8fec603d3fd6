package id.simpul.benchmarks.jws;

import id.simpul.core.format.Json;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.PublicJwk;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Date;

/** jjwt. */
final class Jjwt {
  private Jjwt() {}

  static TokenVerifier of(PublicJwk key) {
    String jwk = new String(Json.toBytes(key.toJson()), StandardCharsets.UTF_8);
    boolean ed25519 = key.key().algorithm() == SignatureAlgorithm.ED25519;
    JwtParser parser =
        Jwts.parser()
            .verifyWith((PublicKey) Jwks.parser().build().parse(jwk).toKey())
            .sig()
            .clear()
            .add(ed25519 ? Jwts.SIG.EdDSA : Jwts.SIG.ES256)
            .and()
            .requireIssuer(Tokens.ISSUER)
            .requireAudience(Tokens.AUDIENCE)
            .clock(() -> Date.from(Tokens.NOW))
            .build();
    return token -> parser.parseSignedClaims(token).getPayload();
  }
}

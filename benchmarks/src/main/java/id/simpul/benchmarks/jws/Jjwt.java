package id.simpul.benchmarks.jws;

import id.simpul.core.format.Json;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.PublicJwk;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.security.Jwks;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Date;

/** jjwt. */
final class Jjwt {
  private Jjwt() {}

  static TokenVerifier of(PublicJwk key) {
    String jwk = new String(Json.toBytes(key.toJson()), StandardCharsets.UTF_8);
    boolean ed25519 = key.key().algorithm() == SignatureAlgorithm.ED25519;
    return of(
        (PublicKey) Jwks.parser().build().parse(jwk).toKey(),
        ed25519 ? Jwts.SIG.EdDSA : Jwts.SIG.ES256);
  }

  static TokenVerifier of(ECPublicKey key) {
    return of(key, Jwts.SIG.ES256);
  }

  private static TokenVerifier of(
      PublicKey key, io.jsonwebtoken.security.SignatureAlgorithm algorithm) {
    JwtParser parser =
        Jwts.parser()
            .verifyWith(key)
            .sig()
            .clear()
            .add(algorithm)
            .and()
            .requireIssuer(Tokens.ISSUER)
            .requireAudience(Tokens.AUDIENCE)
            .clock(() -> Date.from(Tokens.NOW))
            .build();
    return token -> parser.parseSignedClaims(token).getPayload();
  }
}

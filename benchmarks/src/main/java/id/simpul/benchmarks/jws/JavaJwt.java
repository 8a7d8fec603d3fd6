package id.simpul.benchmarks.jws;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.ZoneOffset;

/** Auth0's java-jwt, which turns its claims into Java's types only when they are asked for. */
final class JavaJwt {
  private JavaJwt() {}

  static TokenVerifier of(ECPublicKey key) {
    JWTVerifier.BaseVerification terms =
        (JWTVerifier.BaseVerification)
            JWT.require(Algorithm.ECDSA256(key, null))
                .withIssuer(Tokens.ISSUER)
                .withAudience(Tokens.AUDIENCE)
                .withClaimPresence("exp");
    JWTVerifier verifier = terms.build(Clock.fixed(Tokens.NOW, ZoneOffset.UTC));
    return verifier::verify;
  }
}

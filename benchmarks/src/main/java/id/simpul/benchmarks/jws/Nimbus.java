package id.simpul.benchmarks.jws;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import id.simpul.core.format.Json;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Date;
import java.util.Set;

/** Nimbus JOSE + JWT: parsed and verified by hand, which is faster than through its processor. */
final class Nimbus {
  private Nimbus() {}

  static TokenVerifier of(PublicJwk key) throws ParseException, JOSEException {
    JWK jwk = JWK.parse(new String(Json.toBytes(key.toJson()), StandardCharsets.UTF_8));
    return key.key().algorithm() == SignatureAlgorithm.ED25519
        ? of(new Ed25519Verifier(jwk.toOctetKeyPair()))
        : of(new ECDSAVerifier(jwk.toECKey()));
  }

  static TokenVerifier of(ECPublicKey key) throws JOSEException {
    return of(new ECDSAVerifier(key));
  }

  private static TokenVerifier of(JWSVerifier verifier) {
    JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(Tokens.ISSUER).build();
    Claims claimsVerifier = new Claims(exact);
    return token -> {
      SignedJWT jwt = SignedJWT.parse(token);
      if (!jwt.verify(verifier)) {
        throw new SignatureException("refused");
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      claimsVerifier.verify(claims, null);
      return claims;
    };
  }

  /** Its own, with our clock. */
  private static final class Claims extends DefaultJWTClaimsVerifier<SecurityContext> {
    Claims(JWTClaimsSet exact) {
      super(Tokens.AUDIENCE, exact, Set.of("exp"));
    }

    @Override
    protected Date currentTime() {
      return Date.from(Tokens.NOW);
    }
  }
}

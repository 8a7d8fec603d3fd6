package id.simpul.identity.peers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import id.simpul.core.format.Json;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Nimbus JOSE + JWT, with the verifiers it ships for type and claims. */
final class NimbusPeer implements Peer {
  private final JWKSet keys;
  private final DefaultJOSEObjectTypeVerifier<SecurityContext> types =
      new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType(Setting.TYP));
  private final DefaultJWTClaimsVerifier<SecurityContext> claims =
      new DefaultJWTClaimsVerifier<>(
          new JWTClaimsSet.Builder().issuer(Setting.ISSUER).build(), Set.of("iat", "exp")) {
        @Override
        protected Date currentTime() {
          return Date.from(Setting.NOW);
        }
      };

  NimbusPeer(Setting setting) {
    JwkSet ours = JwkSet.of(List.of(PublicJwk.of(setting.key().publicKey())));
    try {
      keys = JWKSet.parse(new String(Json.toBytes(ours.toJson()), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
    claims.setMaxClockSkew(Setting.LEEWAY_SECONDS);
  }

  @Override
  public String name() {
    return "Nimbus";
  }

  @Override
  public boolean takes(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      types.verify(jwt.getHeader().getType(), null);
      JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
      if (key == null || !jwt.verify(verifier(key))) {
        return false;
      }
      claims.verify(jwt.getJWTClaimsSet(), null);
      return true;
    } catch (ParseException | JOSEException | BadJOSEException | NullPointerException e) {
      return false; // the last for a header that is null
    }
  }

  private static JWSVerifier verifier(JWK key) throws JOSEException {
    return key.getAlgorithm().getName().equals(SignatureAlgorithm.ES256.joseName())
        ? new ECDSAVerifier(key.toECKey())
        : new Ed25519Verifier(key.toOctetKeyPair());
  }
}

package id.simpul.benchmarks.jws;

import id.simpul.core.format.Json;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/** jose4j. */
final class Jose4j {
  private Jose4j() {}

  static TokenVerifier of(PublicJwk key) throws JoseException {
    String jwk = new String(Json.toBytes(key.toJson()), StandardCharsets.UTF_8);
    return of(
        PublicJsonWebKey.Factory.newPublicJwk(jwk).getPublicKey(),
        key.key().algorithm() == SignatureAlgorithm.ED25519
            ? AlgorithmIdentifiers.EDDSA
            : AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  static TokenVerifier of(ECPublicKey key) {
    return of(key, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
  }

  private static TokenVerifier of(PublicKey key, String algorithm) {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setVerificationKey(key)
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, algorithm)
            .setExpectedIssuer(Tokens.ISSUER)
            .setExpectedAudience(Tokens.AUDIENCE)
            .setRequireExpirationTime()
            .setEvaluationTime(NumericDate.fromSeconds(Tokens.NOW.getEpochSecond()))
            .build();
    return consumer::processToClaims;
  }
}

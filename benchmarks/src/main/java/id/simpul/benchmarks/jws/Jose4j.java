package id.simpul.benchmarks.jws;

import id.simpul.core.format.Json;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
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
    boolean ed25519 = key.key().algorithm() == SignatureAlgorithm.ED25519;
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setVerificationKey(PublicJsonWebKey.Factory.newPublicJwk(jwk).getPublicKey())
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT,
                ed25519
                    ? AlgorithmIdentifiers.EDDSA
                    : AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
            .setExpectedIssuer(Tokens.ISSUER)
            .setExpectedAudience(Tokens.AUDIENCE)
            .setRequireExpirationTime()
            .setEvaluationTime(NumericDate.fromSeconds(Tokens.NOW.getEpochSecond()))
            .build();
    return consumer::processToClaims;
  }
}

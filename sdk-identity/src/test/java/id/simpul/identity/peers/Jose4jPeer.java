package id.simpul.identity.peers;

import id.simpul.core.format.Json;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.EdDsaAlgorithm;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/** jose4j, with its consumer of tokens. */
final class Jose4jPeer implements Peer {
  /** RFC 9864's name for what jose4j has as EdDSA. */
  private static final class Ed25519 extends EdDsaAlgorithm {
    Ed25519() {
      setAlgorithmIdentifier("Ed25519");
    }
  }

  private final JwtConsumer consumer;

  Jose4jPeer(Setting setting) {
    AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory().registerAlgorithm(new Ed25519());
    JwkSet ours = JwkSet.of(List.of(PublicJwk.of(setting.key().publicKey())));
    try {
      String json = new String(Json.toBytes(ours.toJson()), StandardCharsets.UTF_8);
      consumer =
          new JwtConsumerBuilder()
              .setVerificationKeyResolver(
                  new JwksVerificationKeyResolver(new JsonWebKeySet(json).getJsonWebKeys()))
              .setJwsAlgorithmConstraints(ConstraintType.PERMIT, "ES256", "EdDSA", "Ed25519")
              .setExpectedType(true, Setting.TYP)
              .setExpectedIssuer(Setting.ISSUER)
              .setRequireIssuedAt()
              .setRequireExpirationTime()
              .setEvaluationTime(NumericDate.fromSeconds(Setting.NOW.getEpochSecond()))
              .setAllowedClockSkewInSeconds(Setting.LEEWAY_SECONDS)
              .build();
    } catch (JoseException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public String name() {
    return "jose4j";
  }

  @Override
  public boolean takes(String token) {
    try {
      consumer.processToClaims(token);
      return true;
    } catch (InvalidJwtException e) {
      return false;
    }
  }
}

package id.simpul.benchmarks.jws;

import static id.simpul.benchmarks.jws.Verifiers.JAVA_JWT;
import static id.simpul.benchmarks.jws.Verifiers.JJWT;
import static id.simpul.benchmarks.jws.Verifiers.JOSE4J;
import static id.simpul.benchmarks.jws.Verifiers.NIMBUS;
import static id.simpul.benchmarks.jws.Verifiers.PLATFORM_KEY;
import static id.simpul.benchmarks.jws.Verifiers.PRIMITIVE;
import static id.simpul.benchmarks.jws.Verifiers.SIMPUL;
import static id.simpul.benchmarks.jws.Verifiers.TINK;

import id.simpul.benchmarks.identity.Question;
import id.simpul.benchmarks.identity.Target;
import id.simpul.identity.SignatureAlgorithm;
import java.util.List;
import java.util.stream.Stream;

/** What is asked of the verification of tokens. */
public final class JwsQuestions {
  private static final int NEWER_JDK = 25;
  private static final int MOST_BYTES = 6 * 1024;

  private static final List<String> JCA_PEERS = List.of(NIMBUS, JOSE4J, JJWT, JAVA_JWT);
  private static final List<String> PEERS = List.of(NIMBUS, JOSE4J, JJWT, JAVA_JWT, TINK);
  private static final List<String> ES256_CONTENDERS =
      List.of(SIMPUL, NIMBUS, JOSE4J, JJWT, JAVA_JWT, TINK, PRIMITIVE);

  private JwsQuestions() {}

  /**
   * All of them.
   *
   * @return in the order of the report
   */
  public static List<Question> all() {
    return List.of(
        shipped(), bouncyCastle(), corretto(), ed25519Shipped(), ed25519Corretto(), around());
  }

  private static Question shipped() {
    // The platform's own P-256, which the peers take, is faster on newer JDKs.
    double factor = Runtime.version().feature() < NEWER_JDK ? 10 : 4;
    return es256(
        "jws-es256-shipped",
        "ES256, each library as shipped; the primitive is the platform's",
        Crypto.SHIPPED,
        List.of(new Target.Speed(SIMPUL, PEERS, factor)));
  }

  private static Question bouncyCastle() {
    List<String> translating = JCA_PEERS.stream().map(peer -> peer + PLATFORM_KEY).toList();
    return new JwsQuestion(
        "jws-es256-bouncycastle",
        "ES256, all on Bouncy Castle",
        SignatureAlgorithm.ES256,
        Crypto.BOUNCY_CASTLE,
        Stream.concat(ES256_CONTENDERS.stream(), translating.stream()).toList(),
        List.of(
            new Target.Speed(SIMPUL, JCA_PEERS, 2.5),
            new Target.Speed(SIMPUL, translating, 2.5),
            new Target.Speed(SIMPUL, TINK, 1),
            new Target.Speed(SIMPUL, PRIMITIVE, 0.95)));
  }

  private static Question corretto() {
    return es256(
        "jws-es256-corretto",
        "ES256, all on Amazon Corretto",
        Crypto.CORRETTO,
        List.of(
            new Target.Speed(SIMPUL, PEERS, 1),
            new Target.Speed(SIMPUL, NIMBUS, 1.3),
            new Target.Speed(SIMPUL, PRIMITIVE, 0.95),
            new Target.Allocation(SIMPUL, MOST_BYTES)));
  }

  private static Question es256(String name, String title, Crypto crypto, List<Target> targets) {
    return new JwsQuestion(
        name, title, SignatureAlgorithm.ES256, crypto, ES256_CONTENDERS, targets);
  }

  private static Question ed25519Shipped() {
    return new JwsQuestion(
        "jws-ed25519-shipped",
        "Ed25519, each library as shipped (java-jwt and tink have none)",
        SignatureAlgorithm.ED25519,
        Crypto.SHIPPED,
        List.of(SIMPUL, NIMBUS, JOSE4J, JJWT),
        List.of(new Target.Speed(SIMPUL, NIMBUS, 2.2)));
  }

  private static Question ed25519Corretto() {
    return new JwsQuestion(
        "jws-ed25519-corretto",
        "Ed25519, all on Amazon Corretto, which Nimbus does not take",
        SignatureAlgorithm.ED25519,
        Crypto.CORRETTO,
        List.of(SIMPUL, NIMBUS, JOSE4J, JJWT, PRIMITIVE),
        List.of(new Target.Speed(SIMPUL, List.of(NIMBUS, JOSE4J, JJWT), 1.25)));
  }

  private static Question around() {
    return new JwsQuestion(
        "jws-around",
        "ES256 with a provider that takes every signature: what is around the primitive",
        SignatureAlgorithm.ES256,
        Crypto.NOBODY,
        List.of(SIMPUL, NIMBUS, JOSE4J, JJWT, JAVA_JWT),
        List.of(new Target.Speed(SIMPUL, JAVA_JWT, 1)));
  }
}

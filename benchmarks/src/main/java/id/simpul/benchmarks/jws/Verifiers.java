package id.simpul.benchmarks.jws;

import id.simpul.benchmarks.BenchmarkException;

/** Whom we measure: every library set up as its documentation says, with its own key reader. */
final class Verifiers {
  static final String SIMPUL = "simpul";
  static final String NIMBUS = "nimbus";
  static final String JOSE4J = "jose4j";
  static final String JJWT = "jjwt";
  static final String JAVA_JWT = "java-jwt";
  static final String TINK = "tink";
  static final String PRIMITIVE = "the primitive alone";

  private Verifiers() {}

  static TokenVerifier open(String name, Crypto crypto, Tokens tokens) throws Exception {
    return switch (name) {
      case SIMPUL -> Ours.of(crypto.bind(tokens.publicKey()));
      case NIMBUS -> Nimbus.of(tokens.publicKey());
      case JOSE4J -> Jose4j.of(tokens.publicKey());
      case JJWT -> Jjwt.of(tokens.publicKey());
      case JAVA_JWT -> JavaJwt.of(PlatformKeys.of(tokens.publicKey()));
      case TINK -> Tink.of(tokens.publicKey());
      default -> throw BenchmarkException.setUp(name, "is nobody we measure", null);
    };
  }
}

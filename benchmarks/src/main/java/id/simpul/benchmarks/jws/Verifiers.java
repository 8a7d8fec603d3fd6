package id.simpul.benchmarks.jws;

import id.simpul.benchmarks.BenchmarkException;
import java.security.interfaces.ECPublicKey;

/**
 * Whom we measure: every library set up as its documentation says, with its own key reader. Where a
 * name says so, a peer has a key of the platform's own class instead, which another provider has to
 * translate at each verification.
 */
final class Verifiers {
  static final String SIMPUL = "simpul";
  static final String NIMBUS = "nimbus";
  static final String JOSE4J = "jose4j";
  static final String JJWT = "jjwt";
  static final String JAVA_JWT = "java-jwt";
  static final String TINK = "tink";
  static final String PLATFORM_KEY = ", platform's key";
  static final String PRIMITIVE = "the primitive alone";

  private Verifiers() {}

  static TokenVerifier open(String name, Crypto crypto, Tokens tokens) throws Exception {
    if (name.endsWith(PLATFORM_KEY)) {
      // Made before the provider is there.
      ECPublicKey key = PlatformKeys.of(tokens.publicKey());
      crypto.install();
      return open(name.substring(0, name.length() - PLATFORM_KEY.length()), key);
    }
    crypto.install();
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

  private static TokenVerifier open(String name, ECPublicKey key) throws Exception {
    return switch (name) {
      case NIMBUS -> Nimbus.of(key);
      case JOSE4J -> Jose4j.of(key);
      case JJWT -> Jjwt.of(key);
      case JAVA_JWT -> JavaJwt.of(key);
      default -> throw BenchmarkException.setUp(name, "takes no key of the platform", null);
    };
  }
}

package id.simpul.identity.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.simpul.identity.SignatureAlgorithm;
import java.security.Security;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Java's own provider, which takes signatures of wrong lengths, does not pass the self-test. */
class JdkProviderTest {
  private static Optional<String> firstFailure(SignatureAlgorithm algorithm, JcaNames names) {
    return SelfTest.of(algorithm)
        .firstFailure(new JcaBackend(Security.getProvider("SunEC"), names));
  }

  /** Wycheproof, ecdsa_secp256r1_sha256_p1363, 121: two bytes are taken, on Java 17 and 25. */
  @Test
  void firstFailure_es256_isTwoBytes() {
    assertThat(
            firstFailure(
                SignatureAlgorithm.ES256,
                JcaNames.plain("EC", "EC", "SHA256withECDSAinP1363Format")))
        .contains("r is 5 and s is 1 in two bytes");
  }

  /** Wycheproof, ed25519, 37: one byte too many is taken. */
  @Test
  void firstFailure_ed25519OnJava17_isAByteTooMany() {
    assumeTrue(Runtime.version().feature() == 17, "skipped: not Java 17");
    assertThat(
            firstFailure(SignatureAlgorithm.ED25519, JcaNames.plain("Ed25519", "EdDSA", "Ed25519")))
        .contains("signature of 65 bytes");
  }

  @Test
  void firstFailure_algorithmItDoesNotHave_isFound() {
    assertThat(
            firstFailure(
                SignatureAlgorithm.ML_DSA_65, JcaNames.plain("ML-DSA-65", "ML-DSA", "ML-DSA-65")))
        .contains("a key it should take");
  }
}

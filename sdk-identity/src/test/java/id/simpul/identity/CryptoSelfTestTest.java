package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException.Reason;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CryptoSelfTestTest {
  private static final byte[] MESSAGE = {1, 2};

  private final SigningKey good =
      SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());

  @Test
  void run_thisLibrary_passes() {
    assertThatCode(CryptoSelfTest::run).doesNotThrowAnyException();
  }

  /** A verifier with one weakness: it also takes what the predicate takes. */
  private SigningKey weak(BiPredicate<byte[], byte[]> alsoTaken) {
    VerificationKey publicKey =
        new VerificationKey() {
          @Override
          public SignatureAlgorithm algorithm() {
            return good.algorithm();
          }

          @Override
          public String keyId() {
            return good.keyId();
          }

          @Override
          public boolean verify(byte[] message, byte[] signature) {
            return good.publicKey().verify(message, signature)
                || alsoTaken.test(message, signature);
          }
        };
    return key(publicKey, good.sign(MESSAGE));
  }

  private static SigningKey key(VerificationKey publicKey, byte[] signature) {
    return new SigningKey() {
      @Override
      public SignatureAlgorithm algorithm() {
        return publicKey.algorithm();
      }

      @Override
      public VerificationKey publicKey() {
        return publicKey;
      }

      @Override
      public byte[] sign(byte[] message) {
        return signature.clone();
      }
    };
  }

  private void fails(SigningKey key, String check) {
    byte[] signature = good.sign(MESSAGE);
    assertThatThrownBy(() -> CryptoSelfTest.check(key, MESSAGE, signature))
        .isInstanceOfSatisfying(
            TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE))
        .hasMessageContaining("at " + check);
  }

  @Test
  void check_verifierThatIsTooWeak_isFound() {
    fails(weak((message, signature) -> message[0] != 1), "another message");
    fails(weak((m, signature) -> Arrays.equals(signature, new byte[64])), "zero signature");
    fails(weak((m, signature) -> signature.length == 0), "signature of 0 bytes");
    fails(weak((m, signature) -> signature.length == 2), "signature of 2 bytes");
    fails(weak((m, signature) -> signature.length == 63), "signature of 63 bytes");
    fails(weak((m, signature) -> signature.length == 65), "signature of 65 bytes");
  }

  @Test
  void check_wrongSignature_isFound() {
    fails(key(good.publicKey(), new byte[64]), "known signature");
  }

  @ParameterizedTest
  @EnumSource
  void check_verifierThatTakesNothing_isFound(SignatureAlgorithm algorithm) {
    VerificationKey other = SigningKeys.generate(algorithm, new SecureRandom()).publicKey();
    fails(key(other, good.sign(MESSAGE)), "known verification");
  }
}

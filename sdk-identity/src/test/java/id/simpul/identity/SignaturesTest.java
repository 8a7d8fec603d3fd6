package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SignaturesTest {
  /** RFC 8037, appendix A.1. */
  private static final String RFC8037_KEY =
      """
      {"kty":"OKP","crv":"Ed25519",
       "d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
       "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
      """;

  /** RFC 7515, appendix A.3.1. */
  private static final String RFC7515_KEY =
      """
      {"kty":"EC","crv":"P-256",
       "x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
       "y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
       "d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}
      """;

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void sign_rfc8037Example_isItsSignature() {
    SigningKey key = SigningKeys.parse(Secret.of(RFC8037_KEY));
    byte[] input = ascii("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc");
    assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(input)))
        .isEqualTo(
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    assertThat(key.publicKey().verify(input, key.sign(input))).isTrue();
  }

  @Test
  void verify_rfc7515Example_isTaken() {
    SigningKey key = SigningKeys.parse(Secret.of(RFC7515_KEY));
    byte[] input =
        ascii(
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6"
                + "Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ");
    byte[] signature =
        Base64.getUrlDecoder()
            .decode(
                "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqP"
                    + "P3-Kg6NU1Q");
    assertThat(key.publicKey().verify(input, signature)).isTrue();
    assertThat(key.publicKey().verify(input, key.sign(input))).isTrue();
  }

  /** RFC 6979, FIPS 204, 3.4: the nonce comes from key and message, so a signature repeats. */
  @ParameterizedTest
  @EnumSource
  void sign_sameMessageTwice_isTheSameSignature(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKeys.generate(algorithm, new SecureRandom());
    assertThat(key.sign(new byte[3])).isEqualTo(key.sign(new byte[3]));
    assertThat(key.sign(new byte[3])).isNotEqualTo(key.sign(new byte[4]));
  }

  @Test
  void verify_wrongLength_isRefusedForEveryLength() {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      SigningKey key = SigningKeys.generate(algorithm, new SecureRandom());
      for (int length = 0; length < algorithm.signatureLength() + 100; length++) {
        if (length != algorithm.signatureLength()) {
          assertThat(key.publicKey().verify(new byte[1], new byte[length])).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void signAndVerify_manyThreads_agree(SignatureAlgorithm algorithm) throws Exception {
    SigningKey key = SigningKeys.generate(algorithm, new SecureRandom());
    int threads = 8;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Integer>> results = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        int thread = t;
        results.add(
            pool.submit(() -> {
              int wrong = 0;
              for (int i = 0; i < 50; i++) {
                byte[] message = ascii(thread + " " + i);
                byte[] signature = key.sign(message);
                wrong += key.publicKey().verify(message, signature) ? 0 : 1;
                wrong += key.publicKey().verify(ascii("other"), signature) ? 1 : 0;
              }
              return wrong;
            }));
      }
      for (Future<Integer> result : results) {
        assertThat(result.get()).isZero();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void equals_keysOfOnePoint_areEqual() {
    VerificationKey one = SigningKeys.parse(Secret.of(RFC7515_KEY)).publicKey();
    VerificationKey same = SigningKeys.parse(Secret.of(RFC7515_KEY)).publicKey();
    VerificationKey other = SigningKeys.parse(Secret.of(RFC8037_KEY)).publicKey();
    assertThat(one).isEqualTo(same).hasSameHashCodeAs(same).isNotEqualTo(other);
  }
}

package id.simpul.identity.jose;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.jose.Base64Url;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every bit of header and signature turned over, and random damage to the payload. */
class MutationTest {
  private static final int RANDOM_EDITS = 2000;

  private final JwsVerifier verifier = new JwsVerifier(Tokens.PROFILE, Tokens.CLOCK);
  private SigningKey key;
  private String[] parts;
  private int mutants;

  private void start(SignatureAlgorithm algorithm) {
    key = Tokens.key(algorithm);
    parts = Tokens.sign(key, Tokens.header(key), Tokens.claims("")).split("\\.");
    assertThat(isTaken(String.join(".", parts))).isTrue();
  }

  private boolean isTaken(String token) {
    try {
      verifier.verify(token, Tokens.keysOf(key), ExpectedClaims.issuedBy(Tokens.ISSUER));
      return true;
    } catch (TrustException e) {
      return false; // any other exception fails the test
    }
  }

  private void refuse(int part, String mutant) {
    String[] mutated = parts.clone();
    mutated[part] = mutant;
    String token = String.join(".", mutated);
    mutants++;
    assertThat(isTaken(token)).as(token).isFalse();
  }

  private void flipEveryBitOfText(int part) {
    for (int bit = 0; bit < parts[part].length() * 8; bit++) {
      char[] text = parts[part].toCharArray();
      text[bit / 8] ^= (char) (1 << (bit % 8));
      refuse(part, new String(text));
    }
  }

  private void flipEveryBitOfBytes(int part) {
    byte[] bytes = Base64Url.decode(parts[part]).orElseThrow();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] mutant = bytes.clone();
      mutant[bit / 8] ^= (byte) (1 << (bit % 8));
      refuse(part, Base64Url.encode(mutant));
    }
  }

  @ParameterizedTest
  @EnumSource
  void verify_headerWithOneBitTurned_isRefused(SignatureAlgorithm algorithm) {
    start(algorithm);
    flipEveryBitOfText(0);
    flipEveryBitOfBytes(0);
    assertThat(mutants).isGreaterThan(1000);
  }

  @ParameterizedTest
  @EnumSource
  void verify_signatureWithOneBitTurned_isRefused(SignatureAlgorithm algorithm) {
    start(algorithm);
    flipEveryBitOfText(2);
    flipEveryBitOfBytes(2);
    assertThat(mutants).isEqualTo((parts[2].length() + algorithm.signatureLength()) * 8);
  }

  @ParameterizedTest
  @EnumSource
  void verify_payloadEditedAtRandom_isRefused(SignatureAlgorithm algorithm) {
    start(algorithm);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < RANDOM_EDITS; i++) {
      StringBuilder text = new StringBuilder(parts[1]);
      int at = random.nextInt(text.length());
      char replacement = (char) (33 + random.nextInt(94));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, replacement == text.charAt(at) ? '*' : replacement);
        case 1 -> text.insert(at, replacement);
        default -> text.deleteCharAt(at);
      }
      String mutant = text.toString();
      if (mutant.equals(parts[1])) {
        continue; // one of two equal neighbours was taken out and is still there
      }
      refuse(1, mutant);
    }
    assertThat(mutants).as("seed %d", seed).isGreaterThan(RANDOM_EDITS / 2);
  }
}

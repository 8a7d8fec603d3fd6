package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.internal.jose.Base64Url;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every bit of header and signature turned over, and seeded damage to the payload. */
class StatusListMutationTest {
  private static final int RANDOM_EDITS = 2000;

  private final InstantSource clock = InstantSource.fixed(StatusTokens.NOW);
  private final StatusListVerifier verifier = new StatusListVerifier(clock);
  private StatusListSource source = StatusTokens.SOURCE;
  private String[] parts = {};
  private int mutants;
  private int accepted;

  private void start(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKeys.generate(algorithm, new SecureRandom());
    StatusListTerms terms =
        StatusListTerms.builder(StatusTokens.ISSUER, StatusTokens.URI_1).size(2, 4096).build();
    StatusListIssuer issuer =
        new StatusListIssuer(terms, new InMemoryStatusIndexStore(), key, clock);
    issuer.set(issuer.allocate(), TokenStatus.INVALID);
    source =
        new StatusListSource(StatusTokens.URI_1, StatusTokens.ISSUER, StatusTokens.keysOf(key));
    parts = issuer.sign().split("\\.");
    assertThat(isTaken(String.join(".", parts))).isTrue();
  }

  @AfterEach
  void print() {
    System.out.printf("mutants: %d status list tokens, %d accepted%n", mutants, accepted);
  }

  private boolean isTaken(String token) {
    try {
      verifier.verify(token, source);
      return true;
    } catch (TrustException e) {
      return false; // any other exception fails the test
    }
  }

  private void mutate(int part, String mutant) {
    String[] mutated = parts.clone();
    mutated[part] = mutant;
    mutants++;
    accepted += isTaken(String.join(".", mutated)) ? 1 : 0;
  }

  private void turnEveryBit(int part) {
    for (int bit = 0; bit < parts[part].length() * 8; bit++) {
      char[] text = parts[part].toCharArray();
      text[bit / 8] ^= (char) (1 << (bit % 8));
      mutate(part, new String(text));
    }
    byte[] bytes = Base64Url.decode(parts[part]).orElseThrow();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] mutant = bytes.clone();
      mutant[bit / 8] ^= (byte) (1 << (bit % 8));
      mutate(part, Base64Url.encode(mutant));
    }
  }

  @ParameterizedTest
  @EnumSource
  void verify_headerOrSignatureWithOneBitTurned_isRefused(SignatureAlgorithm algorithm) {
    start(algorithm);
    turnEveryBit(0);
    turnEveryBit(2);
    assertThat(accepted).isZero();
    int bitsOfSignature = (algorithm.signatureLength() * 4 + 2) / 3 * 8;
    assertThat(mutants).isGreaterThan(bitsOfSignature + algorithm.signatureLength() * 8 + 1000);
  }

  @ParameterizedTest
  @EnumSource
  void verify_payloadEdited_isRefused(SignatureAlgorithm algorithm) {
    start(algorithm);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    while (mutants < RANDOM_EDITS) {
      StringBuilder text = new StringBuilder(parts[1]);
      int at = random.nextInt(text.length());
      char replacement = (char) (33 + random.nextInt(94));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, replacement);
        case 1 -> text.insert(at, replacement);
        default -> text.deleteCharAt(at);
      }
      if (!text.toString().equals(parts[1])) {
        mutate(1, text.toString());
      }
    }
    assertThat(accepted).as("seed %d", seed).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void verify_otherListUnderTheSameSignature_isRefused(SignatureAlgorithm algorithm) {
    start(algorithm);
    for (int index = 0; index < 64; index++) {
      JsonObject list =
          StatusList.builder(2, 4096).set(index, TokenStatus.SUSPENDED).build().toJson();
      JsonObject over =
          JsonObject.builder()
              .put("status_list", list)
              .put("exp", JsonNumber.of(StatusTokens.NOW_SECONDS + 3600 + index))
              .build();
      mutate(1, Base64Url.encode(Json.toBytes(StatusTokens.claims(over))));
    }
    assertThat(accepted).isZero();
  }
}

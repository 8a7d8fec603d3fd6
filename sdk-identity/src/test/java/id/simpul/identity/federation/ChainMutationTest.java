package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException;
import id.simpul.identity.internal.jose.Base64Url;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bit of header and signature of every link turned over, and random damage to payloads. */
class ChainMutationTest {
  private static final int RANDOM_EDITS = 500;

  private final FederationFixture federation = new FederationFixture();
  private ChainResolver resolver;
  private List<String> chain;
  private int mutants;

  @BeforeEach
  void start() {
    Member anchor = federation.add("https://federasi.example");
    Member province = federation.add("https://jambiprov.example", anchor);
    Member city = federation.add("https://jambikota.example", province);
    resolver = federation.resolver(anchor).build();
    chain = federation.chain(city, province, anchor);
    assertThat(isTaken(chain)).isTrue();
  }

  private boolean isTaken(List<String> tokens) {
    try {
      resolver.validate(tokens);
      return true;
    } catch (TrustException e) {
      return false; // any other exception fails the test
    }
  }

  private void refuse(int link, int part, String mutant) {
    String[] parts = chain.get(link).split("\\.", -1);
    parts[part] = mutant;
    List<String> mutated = new ArrayList<>(chain);
    mutated.set(link, String.join(".", parts));
    mutants++;
    assertThat(isTaken(mutated)).as("link %d, part %d: %s", link, part, mutant).isFalse();
  }

  private String part(int link, int part) {
    return chain.get(link).split("\\.", -1)[part];
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void validate_headerOrSignatureWithOneBitTurned_isRefused(int link) {
    for (int part : new int[] {0, 2}) {
      byte[] bytes = Base64Url.decode(part(link, part)).orElseThrow();
      for (int bit = 0; bit < bytes.length * 8; bit++) {
        byte[] mutant = bytes.clone();
        mutant[bit / 8] ^= (byte) (1 << (bit % 8));
        refuse(link, part, Base64Url.encode(mutant));
      }
    }
    assertThat(mutants).isGreaterThan(1000);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void validate_payloadEditedAtRandom_isRefused(int link) {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] payload = Base64Url.decode(part(link, 1)).orElseThrow();
    for (int i = 0; i < RANDOM_EDITS; i++) {
      byte[] mutant = payload.clone();
      int at = random.nextInt(mutant.length);
      mutant[at] ^= (byte) (1 + random.nextInt(255));
      refuse(link, 1, Base64Url.encode(mutant));
    }
    assertThat(mutants).as("seed %d", seed).isEqualTo(RANDOM_EDITS);
  }
}

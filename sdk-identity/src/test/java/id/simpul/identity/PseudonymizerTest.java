package id.simpul.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.value.Nik;
import id.simpul.core.value.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymizerTest {
  private static final EntityId CLINIC = new EntityId("https://dinkes.jambi.example");
  private static final EntityId SCHOOL = new EntityId("https://disdik.jambi.example");
  private static final String PURPOSE = "health.visits";

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final PseudonymKey key = PseudonymKey.generate(new SecureRandom());
  private final Pseudonymizer clinic = pseudonymizer(CLINIC, PURPOSE);

  private Pseudonymizer pseudonymizer(EntityId agency, String purpose) {
    return new Pseudonymizer(PseudonymKeys.of(key), agency, purpose);
  }

  private static byte[] value(Pseudonym pseudonym) {
    return Base64.getUrlDecoder().decode(pseudonym.reveal().substring(17));
  }

  /** The whole construction again, with nothing of the code under test. */
  @Test
  void of_knownKey_isTheCodeOfTheCode() throws GeneralSecurityException {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    PseudonymKeys keys = PseudonymKeys.of(PseudonymKey.parse(Secret.of(text)));
    Nik nik = Niks.any(random);
    ByteBuffer context = ByteBuffer.allocate(200);
    for (String part : List.of("simpul-pseudonym-v1", CLINIC.value(), PURPOSE)) {
      context.putInt(part.length()).put(part.getBytes(StandardCharsets.UTF_8));
    }
    byte[] bytes = new byte[context.position()];
    context.flip().get(bytes);
    byte[] expected = hmac(hmac(secret, bytes), nik.reveal().getBytes(StandardCharsets.US_ASCII));
    assertThat(value(new Pseudonymizer(keys, CLINIC, PURPOSE).of(nik))).isEqualTo(expected);
  }

  private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message);
  }

  @Test
  void of_sameResidentAndPurpose_isTheSameInEveryInstance() {
    for (int i = 0; i < 100; i++) {
      Nik nik = Niks.any(random);
      Pseudonym first = clinic.of(nik);
      assertThat(pseudonymizer(CLINIC, PURPOSE).of(Nik.parse(nik.reveal()).orElseThrow()))
          .as("seed %d", seed)
          .isEqualTo(first)
          .hasSameHashCodeAs(first);
    }
  }

  @Test
  void of_manyResidentsAgenciesPurposesAndKeys_isNeverTheSameTwice() {
    PseudonymKey other = PseudonymKey.generate(new SecureRandom());
    List<Pseudonymizer> contexts = new ArrayList<>();
    for (PseudonymKey any : List.of(key, other)) {
      for (EntityId agency : List.of(CLINIC, SCHOOL)) {
        for (String purpose : List.of(PURPOSE, "health.visit", "s", "health", "visits")) {
          contexts.add(new Pseudonymizer(PseudonymKeys.of(any), agency, purpose));
        }
      }
    }
    Set<String> niks = new HashSet<>();
    Set<String> values = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      Nik nik = Niks.any(random);
      niks.add(nik.reveal());
      contexts.forEach(context -> values.add(context.of(nik).reveal().substring(17)));
    }
    assertThat(values).as("seed %d", seed).hasSize(niks.size() * contexts.size());
  }

  @Test
  void of_contextsThatReadAlikeWhenJoined_areDifferent() {
    Nik nik = Niks.any(random);
    EntityId a = new EntityId("https://a.example/x");
    EntityId b = new EntityId("https://a.example/");
    assertThat(value(pseudonymizer(a, "y").of(nik)))
        .isNotEqualTo(value(pseudonymizer(b, "xy").of(nik)));
  }

  /** What a join would look for: bits of one context that follow from those of another. */
  @Test
  void of_oneResidentInTwoContexts_sharesHalfTheBitsAsStrangersDo() {
    Pseudonymizer school = pseudonymizer(SCHOOL, PURPOSE);
    int residents = 2000;
    int[] equal = new int[256];
    for (int i = 0; i < residents; i++) {
      Nik nik = Niks.any(random);
      byte[] here = value(clinic.of(nik));
      byte[] there = value(school.of(nik));
      for (int bit = 0; bit < equal.length; bit++) {
        int difference = here[bit / 8] ^ there[bit / 8];
        equal[bit] += (difference >> (bit % 8) & 1) == 0 ? 1 : 0;
      }
    }
    // Seven standard deviations: one run in a billion fails by chance.
    int slack = (int) (7 * Math.sqrt(residents) / 2);
    for (int bit : equal) {
      assertThat(bit).as("seed %d", seed).isBetween(residents / 2 - slack, residents / 2 + slack);
    }
  }

  @Test
  void toString_pseudonym_namesItsKeyAlone() {
    assertThat(clinic.of(Niks.any(random))).hasToString("pseudonym under key " + key.id());
  }

  @Test
  void candidates_afterARotation_findOldAndNew() {
    Nik nik = Niks.any(random);
    Pseudonym old = clinic.of(nik);
    PseudonymKey next = PseudonymKey.generate(new SecureRandom());
    PseudonymKeys both = PseudonymKeys.of(key).rotate(next);
    Pseudonymizer overlap = new Pseudonymizer(both, CLINIC, PURPOSE);
    Pseudonym renewed = overlap.of(nik);
    assertThat(renewed.keyId()).isEqualTo(next.id());
    assertThat(overlap.candidates(nik)).containsExactly(renewed, old);
    assertThat(overlap.matches(nik, old)).isTrue();
    assertThat(overlap.matches(nik, renewed)).isTrue();
    Pseudonymizer afterwards = new Pseudonymizer(PseudonymKeys.of(next), CLINIC, PURPOSE);
    assertThat(afterwards.candidates(nik)).containsExactly(renewed);
    assertThat(afterwards.matches(nik, old)).isFalse();
  }

  @Test
  void matches_anotherResidentAgencyOrPurpose_isFalse() {
    Nik nik = Nik.parse("9999990101010001").orElseThrow();
    Nik other = Nik.parse("9999990101010002").orElseThrow();
    assertThat(clinic.matches(nik, clinic.of(nik))).isTrue();
    assertThat(clinic.matches(other, clinic.of(nik))).isFalse();
    assertThat(clinic.matches(nik, pseudonymizer(SCHOOL, PURPOSE).of(nik))).isFalse();
    assertThat(clinic.matches(nik, pseudonymizer(CLINIC, "other").of(nik))).isFalse();
  }

  @Test
  void create_purposeAtTheLimit_isTakenAndOneCharacterMoreIsNot() {
    String most = "a".repeat(Pseudonymizer.MAX_PURPOSE_LENGTH);
    assertThat(pseudonymizer(CLINIC, most))
        .hasToString("pseudonyms of https://dinkes.jambi.example for " + most);
    assertThatIllegalArgumentException().isThrownBy(() -> pseudonymizer(CLINIC, most + "a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "A", "a b", "a_b", ".a", "-a", "a\n", "\u00e9", "a/b"})
  void create_otherPurposes_areRefused(String purpose) {
    assertThatIllegalArgumentException().isThrownBy(() -> pseudonymizer(CLINIC, purpose));
  }

  @Test
  void parse_whatWasStored_isTheSame() {
    Pseudonym pseudonym = clinic.of(Niks.any(random));
    assertThat(Pseudonym.parse(pseudonym.reveal())).contains(pseudonym);
    assertThat(pseudonym).isNotEqualTo(clinic.of(Niks.any(random))).isNotEqualTo("x");
  }

  @Test
  void equals_sameValueUnderAnotherKey_isFalse() {
    String stored = clinic.of(Niks.any(random)).reveal();
    Pseudonym other = Pseudonym.parse("0".repeat(16) + stored.substring(16)).orElseThrow();
    assertThat(other).isNotEqualTo(Pseudonym.parse(stored).orElseThrow());
  }

  @Test
  void parse_brokenText_isEmpty() {
    String good = clinic.of(Niks.any(random)).reveal();
    String unusedBits = good.substring(0, good.length() - 1) + "B";
    for (String text :
        List.of(
            "",
            good + "A",
            good.substring(1),
            good.replace('.', ':'),
            " " + good,
            good + "\n",
            good.substring(0, 17),
            unusedBits,
            "G" + good.substring(1),
            "9999990101010001")) {
      assertThat(Pseudonym.parse(text)).as(text).isEmpty();
    }
  }
}

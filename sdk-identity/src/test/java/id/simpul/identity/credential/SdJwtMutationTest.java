package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;
import id.simpul.identity.http.NonceStore;
import id.simpul.identity.internal.jose.Base64Url;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every bit of header and signature turned over, with and without key binding, and random damage to
 * payload and disclosures.
 */
class SdJwtMutationTest {
  private static final int RANDOM_EDITS = 2000;
  // The thousands of bits of an ML-DSA signature are turned in its bytes; its text would only test
  // the same decoder again.
  private static final int LONG_SIGNATURE = 1000;

  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private String original = "";
  private Consumer<String> verifier = text -> {};
  private int mutants;

  /** A credential without key binding. */
  private void bearer(SignatureAlgorithm algorithm) {
    Office office = new Office(algorithm);
    original = office.issuer().build().issue(content(office)).reveal();
    BearerVerifier bearer = office.bearer();
    verifier = bearer::verify;
    assertThat(isTaken(original)).isTrue();
  }

  /** A presentation; nonces are not remembered, so that a replay does not hide an acceptance. */
  private void bound(SignatureAlgorithm issuer, SignatureAlgorithm holder) {
    Office office = new Office(issuer, holder);
    HeldCredential held =
        office.holder().receive(office.issuer().build().issue(content(office)).reveal());
    original =
        held.present(
            Set.of(ClaimPath.of("name"), ClaimPath.of("list").element(0)), Office.CHALLENGE);
    NonceStore forgetful = (keyId, nonce, keepUntil) -> true;
    HolderBoundVerifier bound =
        office.verifierBuilder().build().requiringKeyBinding(Office.AUDIENCE, forgetful);
    verifier = text -> bound.verify(text, Office.NONCE);
    assertThat(isTaken(original)).isTrue();
  }

  private static CredentialContent content(Office office) {
    return CredentialContent.builder()
        .selective("name", "Budi")
        .selective("home", Office.json("{\"street\":\"x\"}"))
        .selective(ClaimPath.of("home", "street"))
        .claim("list", Office.json("{\"l\":[1,2]}").get("l").orElseThrow())
        .selective(ClaimPath.of("list").element(0))
        .holder(office.holderJwk())
        .build();
  }

  private boolean isTaken(String text) {
    try {
      verifier.accept(text);
      return true;
    } catch (TrustException e) {
      return false; // any other exception fails the test
    }
  }

  private void refuse(String mutant) {
    if (mutant.equals(original)) {
      return; // one of two equal neighbours was taken out and is still there
    }
    mutants++;
    assertThat(isTaken(mutant)).as("seed %d: %s", seed, mutant).isFalse();
  }

  private void refuseWith(int from, int to, String part) {
    refuse(original.substring(0, from) + part + original.substring(to));
  }

  private void flipEveryBitOfText(int from, int to) {
    for (int bit = 0; bit < (to - from) * 8; bit++) {
      char[] text = original.substring(from, to).toCharArray();
      text[bit / 8] ^= (char) (1 << (bit % 8));
      refuseWith(from, to, new String(text));
    }
  }

  private void flipEveryBitOfBytes(int from, int to) {
    byte[] bytes = Base64Url.decode(original.substring(from, to)).orElseThrow();
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] mutant = bytes.clone();
      mutant[bit / 8] ^= (byte) (1 << (bit % 8));
      refuseWith(from, to, Base64Url.encode(mutant));
    }
  }

  /** Header and signature of the JWS that begins and ends there. */
  private void flipHeaderAndSignature(int from, int to) {
    int header = original.indexOf('.', from);
    int signature = original.lastIndexOf('.', to - 1) + 1;
    flipEveryBitOfText(from, header);
    flipEveryBitOfBytes(from, header);
    flipEveryBitOfBytes(signature, to);
    if (to - signature < LONG_SIGNATURE) {
      flipEveryBitOfText(signature, to);
    }
  }

  private void editAtRandom(int from, int to) {
    for (int i = 0; i < RANDOM_EDITS; i++) {
      StringBuilder text = new StringBuilder(original);
      int at = from + random.nextInt(to - from);
      char replacement = (char) (33 + random.nextInt(94));
      switch (random.nextInt(3)) {
        case 0 -> text.setCharAt(at, replacement);
        case 1 -> text.insert(at, replacement);
        default -> text.deleteCharAt(at);
      }
      refuse(text.toString());
    }
  }

  private void report(String what, int atLeast) {
    System.out.printf("mutants: %d %s, 0 accepted%n", mutants, what);
    assertThat(mutants).as("seed %d", seed).isGreaterThanOrEqualTo(atLeast);
  }

  @ParameterizedTest
  @EnumSource
  void verify_bearerWithAnyBitOfHeaderAndSignatureTurned_isRefused(SignatureAlgorithm algorithm) {
    bearer(algorithm);
    flipHeaderAndSignature(0, original.indexOf('~'));
    report("SD-JWTs " + algorithm, algorithm.signatureLength() * 8 + 1000);
  }

  @ParameterizedTest
  @EnumSource
  void verify_boundWithAnyBitOfItsBindingTurned_isRefused(SignatureAlgorithm algorithm) {
    bound(SignatureAlgorithm.ED25519, algorithm);
    flipHeaderAndSignature(original.lastIndexOf('~') + 1, original.length());
    report("SD-JWTs with key binding " + algorithm, algorithm.signatureLength() * 8 + 400);
  }

  @Test
  void verify_boundWithAnyBitOfTheIssuersPartTurned_isRefused() {
    for (SignatureAlgorithm algorithm :
        List.of(SignatureAlgorithm.ED25519, SignatureAlgorithm.ES256)) {
      bound(algorithm, algorithm);
      flipHeaderAndSignature(0, original.indexOf('~'));
    }
    report("SD-JWTs with key binding, issuer's part", 4000);
  }

  @ParameterizedTest
  @EnumSource
  void verify_editedAtRandom_isRefused(SignatureAlgorithm algorithm) {
    bearer(algorithm);
    editAtRandom(0, original.length());
    editAtRandom(original.indexOf('~'), original.length());
    bound(SignatureAlgorithm.ED25519, algorithm);
    editAtRandom(0, original.length());
    int tilde = original.indexOf('~');
    editAtRandom(tilde, original.lastIndexOf('~') + 1);
    int binding = original.indexOf('.', original.lastIndexOf('~')) + 1;
    editAtRandom(binding, original.lastIndexOf('.'));
    report("SD-JWTs edited at random, " + algorithm, RANDOM_EDITS * 4);
  }

  @Test
  void verify_disclosuresWithAnyBitTurned_areRefused() {
    bearer(SignatureAlgorithm.ED25519);
    flipEveryBitOfText(original.indexOf('~'), original.length());
    bound(SignatureAlgorithm.ED25519, SignatureAlgorithm.ES256);
    flipEveryBitOfText(original.indexOf('~'), original.lastIndexOf('~') + 1);
    report("SD-JWTs with a bit of a disclosure turned", 2000);
  }
}

package id.simpul.identity.credential;

import static id.simpul.identity.credential.HandMade.member;
import static id.simpul.identity.credential.HandMade.sd;
import static id.simpul.identity.credential.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.http.InMemoryNonceStore;
import id.simpul.identity.testing.EveryLibrary;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9901, section 7.3: who presents it, to whom, when, on what occasion. Bindings by hand. */
class HolderBoundVerifierTest {
  private static final String PLANTED = "planted-claim-5d1c";
  private static final String NAME = member("name", "\"" + PLANTED + "\"");
  private static final String CITY = member("city", "\"Jambi\"");

  private final Office office = new Office();
  private final HolderBoundVerifier verifier = office.bound();
  private final String credential =
      office.signed(Office.payload(office.cnf(), sd(NAME, CITY)), NAME, CITY);

  private void refused(Reason reason, String presentation) {
    refusal(reason, () -> verifier.verify(presentation, Office.NONCE), PLANTED, Office.NONCE);
  }

  /** The binding with one member replaced; null takes it out. */
  private String with(String name, String json) {
    String binding = Office.binding(credential);
    String found = "\"" + name + "\":(\"[^\"]*\"|[0-9]+),?";
    String rest = binding.replaceFirst(found, "").replace(",}", "}");
    String more = json == null ? "" : "\"" + name + "\":" + json;
    return office.bind(credential, rest.replace("}", json == null ? "}" : "," + more + "}"));
  }

  private String at(long secondsFromNow) {
    return with("iat", Long.toString(Office.NOW.getEpochSecond() + secondsFromNow));
  }

  @ParameterizedTest
  @EnumSource
  void verify_everyAlgorithm_isTaken(SignatureAlgorithm algorithm) {
    Office other = new Office(algorithm);
    String text = other.signed(Office.payload(other.cnf(), sd(NAME, CITY)), CITY);
    VerifiedPresentation presentation = other.bound().verify(other.bind(text), Office.NONCE);
    assertThat(presentation.holder()).isEqualTo(other.holderJwk());
    assertThat(presentation.presentedAt()).isEqualTo(Office.NOW);
    assertThat(presentation.credential().holder()).contains(other.holderJwk());
    assertThat(Office.text(Office.own(presentation.credential())))
        .isEqualTo("{\"city\":\"Jambi\"}");
    assertThat(presentation.toString()).doesNotContain("Jambi");
  }

  @ParameterizedTest
  @EnumSource
  void verify_holdersKeyInTheHandsOfAnyLibrary_isCheckedAlike(CryptoLibrary library) {
    HolderBoundVerifier other =
        office
            .verifierBuilder()
            .cryptoProviders(EveryLibrary.on(library))
            .build()
            .requiringKeyBinding(Office.AUDIENCE, office.nonces);
    String text = office.bind(credential);
    int tampered = text.length() - 10;
    String changed =
        text.substring(0, tampered)
            + (text.charAt(tampered) == 'A' ? 'B' : 'A')
            + text.substring(tampered + 1);
    refusal(Reason.SIGNATURE_INVALID, () -> other.verify(changed, Office.NONCE));
    assertThat(other.verify(text, Office.NONCE).holder()).isEqualTo(office.holderJwk());
  }

  @Test
  void verify_withoutKeyBinding_isRefused() {
    refused(Reason.UNSIGNED, credential);
  }

  @Test
  void verify_credentialOfNobody_isRefused() {
    refused(Reason.NOT_ALLOWED, office.bind(office.signed(Office.payload("\"a\":1"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\"x\"",
        "null",
        "{\"kid\":\"x\"}",
        "{\"jku\":\"https://evil.example\",\"kid\":\"x\"}",
        "{\"jwk\":\"x\"}",
        "{\"jwk\":[]}",
        "{\"jkt\":\"x\"}"
      })
  void verify_holderNamedInAnotherWay_isRefused(String cnf) {
    refused(Reason.NOT_ALLOWED, office.bind(office.signed(Office.payload("\"cnf\":" + cnf))));
  }

  @Test
  void verify_holderKeyThatIsNone_isRefused() {
    String start = "\"cnf\":{\"jwk\":{\"kty\":";
    refused(
        Reason.KEY_UNUSABLE,
        office.bind(
            office.signed(Office.payload(start + "\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}}"))));
    refused(
        Reason.NOT_ALLOWED,
        office.bind(office.signed(Office.payload(start + "\"oct\",\"k\":\"AQAB\"}}"))));
    String withSecret = office.cnf().replace("\"kty\"", "\"d\":\"" + PLANTED + "\",\"kty\"");
    refused(Reason.NOT_ALLOWED, office.bind(office.signed(Office.payload(withSecret))));
    refused(Reason.MALFORMED, office.bind(office.signed(Office.payload(start + "1}}"))));
  }

  @Test
  void verify_anotherKeysWord_isRefused() {
    SigningKey thief = new Office().key;
    String signed = HandMade.sign(thief, office.bindingHeader(), Office.binding(credential));
    refused(Reason.SIGNATURE_INVALID, credential + signed);
    String issuers = HandMade.sign(office.key, office.bindingHeader(), Office.binding(credential));
    refused(Reason.SIGNATURE_INVALID, credential + issuers);
    SigningKey es256 = new Office(SignatureAlgorithm.ES256).key;
    String other =
        HandMade.sign(es256, "{\"alg\":\"ES256\",\"typ\":\"kb+jwt\"}", Office.binding(credential));
    refused(Reason.NOT_ALLOWED, credential + other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "kb-jwt", "KB+JWT", "dc+sd-jwt", "application/kb+jwt", ""})
  void verify_bindingOfAnotherType_isRefused(String typ) {
    String header = office.bindingHeader().replace("kb+jwt", typ);
    refused(
        Reason.NOT_ALLOWED,
        credential + HandMade.sign(office.holderKey, header, Office.binding(credential)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"jwk\":{}", "\"x5c\":[]", "\"crit\":[\"x\"]", "\"x\":1"})
  void verify_bindingWithMoreInItsHeader_isRefused(String member) {
    String header = office.bindingHeader().replace("}", "," + member + "}");
    refused(
        Reason.NOT_ALLOWED,
        credential + HandMade.sign(office.holderKey, header, Office.binding(credential)));
  }

  @Test
  void verify_bindingThatNamesAKey_isTakenForTheOneInTheCredentialAllTheSame() {
    String header = office.bindingHeader().replace("}", ",\"kid\":\"whatever\"}");
    String bound = credential + HandMade.sign(office.holderKey, header, Office.binding(credential));
    assertThat(verifier.verify(bound, Office.NONCE)).isNotNull();
  }

  @Test
  void verify_bindingThatIsUnsignedOrBroken_isRefused() {
    String good = office.bind(credential);
    String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
    refused(Reason.UNSIGNED, unsigned);
    refused(Reason.MALFORMED, good + "=");
    refused(Reason.MALFORMED, credential + "x");
    String header = HandMade.encode("{\"alg\":\"none\",\"typ\":\"kb+jwt\"}");
    refused(
        Reason.NOT_ALLOWED,
        credential + header + "." + HandMade.encode(Office.binding(credential)) + ".");
  }

  @Test
  void verify_forAnotherAudience_isRefused() {
    refused(Reason.WRONG_AUDIENCE, with("aud", null));
    refused(Reason.WRONG_AUDIENCE, with("aud", "\"https://evil.example\""));
    refused(Reason.WRONG_AUDIENCE, with("aud", "\"" + Office.AUDIENCE + "/\""));
    refused(Reason.MALFORMED, with("aud", "[\"" + Office.AUDIENCE + "\"]"));
    refused(Reason.MALFORMED, with("aud", "1"));
  }

  @Test
  void verify_forAnotherOccasion_isRefused() {
    refused(Reason.MALFORMED, with("nonce", null));
    refused(Reason.MALFORMED, with("nonce", "1"));
    refused(Reason.REPLAYED, with("nonce", "\"\""));
    refused(Reason.REPLAYED, with("nonce", "\"another-occasion\""));
    refusal(
        Reason.REPLAYED,
        () -> verifier.verify(office.bind(credential), "another-occasion"),
        Office.NONCE,
        "another-occasion");
  }

  @Test
  void verify_timeAtItsEdges_isTakenAndOneSecondMoreRefused() {
    refused(Reason.EXPIRED, at(-301));
    refused(Reason.NOT_YET_VALID, at(61));
    assertThat(verifier.verify(at(-300), Office.NONCE)).isNotNull();
    office.clock.advance(Duration.ofSeconds(361));
    office.clock.set(Office.NOW);
    assertThat(new Fresh().verify(at(60))).isNotNull();
    refused(Reason.MALFORMED, with("iat", null));
    refused(Reason.MALFORMED, with("iat", "\"1\""));
    refused(Reason.MALFORMED, with("iat", "1.5"));
  }

  /** The same verifier, remembering nothing. */
  private final class Fresh {
    VerifiedPresentation verify(String presentation) {
      InMemoryNonceStore store = new InMemoryNonceStore(office.clock);
      return office
          .verifierBuilder()
          .build()
          .requiringKeyBinding(Office.AUDIENCE, store)
          .verify(presentation, Office.NONCE);
    }
  }

  @Test
  void verify_claimsThatABindingDoesNotHave_areRefused() {
    refused(Reason.WRONG_SIGNER, with("iss", "\"https://wallet.example\""));
    refused(
        Reason.EXPIRED, with("exp", Long.toString(Office.NOW.minusSeconds(60).getEpochSecond())));
    refused(
        Reason.NOT_YET_VALID,
        with("nbf", Long.toString(Office.NOW.plusSeconds(61).getEpochSecond())));
  }

  @Test
  void verify_bindingOfAnotherPresentation_isRefused() {
    refused(Reason.MALFORMED, with("sd_hash", null));
    refused(Reason.MALFORMED, with("sd_hash", "1"));
    refused(Reason.DIGEST_MISMATCH, with("sd_hash", "\"\""));
    String withoutTilde = HandMade.digest(credential.substring(0, credential.length() - 1));
    refused(Reason.DIGEST_MISMATCH, with("sd_hash", "\"" + withoutTilde + "\""));
  }

  @Test
  void verify_disclosuresRemovedAddedOrMoved_isRefused() {
    String payload = Office.payload(office.cnf(), sd(NAME, CITY));
    String both = office.signed(payload, NAME, CITY);
    String jwt = both.substring(0, both.indexOf('~'));
    String one = HandMade.join(jwt, CITY);
    String swapped = HandMade.join(jwt, CITY, NAME);
    String bindingOfBoth = office.bind(both).substring(both.length());
    String bindingOfOne = office.bind(one).substring(one.length());
    refused(Reason.DIGEST_MISMATCH, one + bindingOfBoth);
    refused(Reason.DIGEST_MISMATCH, swapped + bindingOfBoth);
    refused(Reason.DIGEST_MISMATCH, both + bindingOfOne);
    refused(Reason.DIGEST_MISMATCH, HandMade.join(jwt) + bindingOfOne);
    assertThat(verifier.verify(one + bindingOfOne, Office.NONCE)).isNotNull();
  }

  @Test
  void verify_digestOfAnotherAlgorithmThanTheCredentials_isRefused() {
    String sha512 = office.signed(Office.payload(office.cnf(), "\"_sd_alg\":\"sha-512\""));
    refused(Reason.DIGEST_MISMATCH, office.bind(sha512));
    String right =
        Office.binding(sha512).replace(HandMade.digest(sha512), HandMade.digest("SHA-512", sha512));
    assertThat(verifier.verify(office.bind(sha512, right), Office.NONCE)).isNotNull();
  }

  @Test
  void verify_sameTwice_isAReplay() {
    String presentation = office.bind(credential);
    assertThat(verifier.verify(presentation, Office.NONCE)).isNotNull();
    refused(Reason.REPLAYED, presentation);
  }

  @Test
  void verify_anotherPresentationWithAUsedNonce_isAReplay() {
    assertThat(verifier.verify(office.bind(credential), Office.NONCE)).isNotNull();
    refused(Reason.REPLAYED, at(-1));
  }

  @Test
  void verify_replayAtAnyTime_isRefused() {
    String presentation = at(60);
    verifier.verify(presentation, Office.NONCE);
    for (int second = 0; second <= 500; second += 20) {
      office.clock.set(Office.NOW.plusSeconds(second));
      refused(second <= 360 ? Reason.REPLAYED : Reason.EXPIRED, presentation);
    }
  }

  @Test
  void verify_refusedPresentation_doesNotUseTheNonceUp() {
    refused(Reason.EXPIRED, at(-301));
    refused(Reason.DIGEST_MISMATCH, with("sd_hash", "\"x\""));
    assertThat(verifier.verify(office.bind(credential), Office.NONCE)).isNotNull();
  }

  @Test
  void verify_whenNothingMoreCanBeRemembered_isRefused() {
    InMemoryNonceStore full = new InMemoryNonceStore(1, office.clock);
    HolderBoundVerifier small =
        office.verifierBuilder().build().requiringKeyBinding(Office.AUDIENCE, full);
    assertThat(small.verify(office.bind(credential), Office.NONCE)).isNotNull();
    String other = with("nonce", "\"other\"");
    refusal(Reason.BUDGET_EXCEEDED, () -> small.verify(other, "other"));
  }

  @Test
  void challenge_lengthsBeyondTheirLimits_areRefused() {
    new KeyBindingChallenge("a".repeat(2048), "n".repeat(200));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyBindingChallenge("a".repeat(2049), "n"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeyBindingChallenge("a", "n".repeat(201)));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyBindingChallenge("", "n"));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeyBindingChallenge("a", ""));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> office.verifierBuilder().build().requiringKeyBinding("", office.nonces));
    KeyBindingChallenge fresh = KeyBindingChallenge.fresh(Office.AUDIENCE, Office.RANDOM);
    assertThat(fresh.nonce()).hasSize(22);
    assertThat(fresh.toString()).doesNotContain(fresh.nonce());
  }
}

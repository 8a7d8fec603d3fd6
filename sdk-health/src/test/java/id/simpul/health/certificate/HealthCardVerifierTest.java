package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;
import static id.simpul.health.certificate.HcertFixture.NOW;
import static id.simpul.health.certificate.HealthCardFixture.ISSUER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.health.certificate.StepOutcome.Status;
import id.simpul.health.certificate.Verdict.Missing;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCardVerifierTest {
  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
  private final List<String> asked = new ArrayList<>();
  private final HealthCardVerifier verifier =
      with(HealthCardFixture.jwks(HealthCardFixture.jwk(key)));

  private HealthCardVerifier with(byte[] jwks) {
    return HealthCardVerifier.of(
        List.of(ISSUER),
        issuer -> {
          asked.add(issuer);
          return jwks;
        },
        CLOCK);
  }

  private String issued() {
    return new HealthCardIssuer(ISSUER, key, CLOCK).issue(HealthCardFixture.bundle(), List.of());
  }

  private String card(UnaryOperator<String> change) {
    return HealthCardFixture.card(key, change.apply(HealthCardFixture.payload()));
  }

  private void invalid(String text, CertificateStep step, CheckCode code) {
    invalid(verifier.verify(text), step, code);
  }

  private static void invalid(
      Verification<VerifiedHealthCard> result, CertificateStep step, CheckCode code) {
    assertThat(result.verdict()).as("%s", result).isEqualTo(new Verdict.Invalid<>(step, code));
    assertThat(result.certificate()).isEmpty();
  }

  private static void noKey(HealthCardVerifier verifier, String text) {
    assertThat(verifier.verify(text).verdict()).isEqualTo(new Verdict.Unverifiable<>(Missing.KEY));
  }

  private static void valid(Verification<VerifiedHealthCard> result) {
    assertThat(result.certificate()).as("%s", result).isPresent();
  }

  @Test
  void verify_issuedCard_isValidInEveryStep() {
    JsonObject bundle = HealthCardFixture.bundle();
    String jws =
        new HealthCardIssuer(ISSUER, key, CLOCK).issue(bundle, List.of("https://kartu.example#x"));
    Verification<VerifiedHealthCard> result = verifier.verify(HealthCardIssuer.qrText(jws));

    VerifiedHealthCard card = result.certificate().orElseThrow();
    assertThat(card.issuer()).isEqualTo(ISSUER);
    assertThat(card.fhirBundle()).isEqualTo(bundle);
    assertThat(card.fhirVersion()).isEqualTo("4.0.1");
    assertThat(card.notBefore()).isEqualTo(NOW);
    assertThat(card.expiresAt()).isEmpty();
    assertThat(card.types())
        .containsExactly("https://smarthealth.cards#health-card", "https://kartu.example#x");
    assertThat(card.toString()).doesNotContain("Badu");
    assertThat(result.toString()).doesNotContain("Badu");
    assertThat(result.steps())
        .extracting(StepOutcome::status)
        .containsOnly(Status.PASSED, Status.SKIPPED);
    assertThat(verifier.verify(" " + jws).certificate()).isEmpty();
    assertThat(verifier.verify(jws + "\n").certificate()).isEmpty();
    assertThat(verifier.verify("\uFEFF" + jws).certificate()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "shc:/5, ENCODING, BAD_ENCODING",
    "shc:/567, ENCODING, BAD_ENCODING",
    "shc:/78, ENCODING, BAD_ENCODING",
    "shc:/99, ENCODING, BAD_ENCODING",
    "shc:/5a, ENCODING, BAD_ENCODING",
    "shc:/٥٦, ENCODING, BAD_ENCODING",
    "shc:/1/0/56, ENCODING, INCOMPLETE",
    "shc:/0/1/56, ENCODING, INCOMPLETE",
    "shc:/1/2/56, ENCODING, INCOMPLETE",
    "shc:/2/1/56, ENCODING, INCOMPLETE",
    "shc:/1/1/5, ENCODING, BAD_ENCODING",
    "shc:5629, MESSAGE, BAD_MESSAGE",
    "shc:/, MESSAGE, BAD_MESSAGE",
    "shc:/77, MESSAGE, BAD_MESSAGE",
    "'', MESSAGE, BAD_MESSAGE",
    "a.b, MESSAGE, BAD_MESSAGE",
    "a.b.c.d, MESSAGE, BAD_MESSAGE"
  })
  void verify_otherText_isInvalid(String text, CertificateStep step, CheckCode code) {
    invalid(text, step, code);
  }

  @Test
  void verify_lengths_areLimited() {
    String characters = "00";
    invalid("shc:/" + characters.repeat(1195), CertificateStep.MESSAGE, CheckCode.BAD_MESSAGE);
    invalid("shc:/" + characters.repeat(1196), CertificateStep.ENCODING, CheckCode.TOO_LARGE);
    invalid("shc:/1/1/" + characters.repeat(1191), CertificateStep.MESSAGE, CheckCode.BAD_MESSAGE);
    invalid("shc:/1/1/" + characters.repeat(1192), CertificateStep.ENCODING, CheckCode.TOO_LARGE);
    int longest = 2 * HealthCardVerifier.MAX_JWS_LENGTH;
    invalid("x".repeat(longest), CertificateStep.MESSAGE, CheckCode.BAD_MESSAGE);
    invalid("x".repeat(longest + 1), CertificateStep.INPUT, CheckCode.TOO_LONG);
  }

  private static List<String> chunks(String jws, int count) {
    List<String> chunks = new ArrayList<>();
    int size = (jws.length() + count - 1) / count;
    for (int i = 0; i < count; i++) {
      String part = jws.substring(i * size, Math.min(jws.length(), (i + 1) * size));
      chunks.add("shc:/" + (i + 1) + "/" + count + "/" + HealthCardText.numeric(part).substring(5));
    }
    return chunks;
  }

  @Test
  void verifyChunks_inAnyOrder_areOneCard() {
    List<String> chunks = chunks(issued(), 3);
    valid(verifier.verifyChunks(chunks));
    Collections.reverse(chunks);
    valid(verifier.verifyChunks(chunks));
    valid(verifier.verifyChunks(chunks(issued(), HealthCardVerifier.MAX_CHUNKS)));
    valid(verifier.verify(chunks(issued(), 1).get(0)));
  }

  @Test
  void verifyChunks_notAllOnce_areInvalid() {
    List<String> chunks = chunks(issued(), 3);
    for (List<String> wrong :
        List.of(
            chunks.subList(0, 2),
            List.of(chunks.get(0), chunks.get(1), chunks.get(1)),
            List.of(chunks.get(0), chunks.get(1), chunks(issued(), 4).get(2)),
            chunks(issued(), 2).subList(0, 1))) {
      invalid(verifier.verifyChunks(wrong), CertificateStep.ENCODING, CheckCode.INCOMPLETE);
    }
    invalid(verifier.verifyChunks(List.of()), CertificateStep.INPUT, CheckCode.INCOMPLETE);
    invalid(
        verifier.verifyChunks(chunks(issued(), HealthCardVerifier.MAX_CHUNKS + 1)),
        CertificateStep.INPUT,
        CheckCode.INCOMPLETE);
    invalid(
        verifier.verifyChunks(List.of("shc:/56")),
        CertificateStep.ENCODING,
        CheckCode.WRONG_PREFIX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"alg\":\"ES256\",\"kid\":\"K\"}|NOT_COMPRESSED",
        "{\"zip\":\"GZ\",\"alg\":\"ES256\",\"kid\":\"K\"}|NOT_COMPRESSED",
        "{\"zip\":\"DEF\",\"kid\":\"K\"}|UNSUPPORTED_ALGORITHM",
        "{\"zip\":\"DEF\",\"alg\":\"none\",\"kid\":\"K\"}|UNSUPPORTED_ALGORITHM",
        "{\"zip\":\"DEF\",\"alg\":\"HS256\",\"kid\":\"K\"}|UNSUPPORTED_ALGORITHM",
        "{\"zip\":\"DEF\",\"alg\":\"ES384\",\"kid\":\"K\"}|UNSUPPORTED_ALGORITHM",
        "{\"zip\":\"DEF\",\"alg\":\"PS256\",\"kid\":\"K\"}|UNSUPPORTED_ALGORITHM",
        "{\"zip\":\"DEF\",\"alg\":\"es256\",\"kid\":\"K\"}|UNSUPPORTED_ALGORITHM",
        "{\"zip\":\"DEF\",\"alg\":\"ES256\"}|BAD_MESSAGE",
        "{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":5}|BAD_MESSAGE",
        "{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":\"K\",\"crit\":[]}|BAD_MESSAGE",
        "{\"zip\":\"DEF\",\"alg\":\"ES256\",\"kid\":\"K\",\"kid\":\"K\"}|BAD_MESSAGE",
        "[]|BAD_MESSAGE",
        "nothing|BAD_MESSAGE"
      })
  void verify_otherHeader_isInvalid(String header, CheckCode code) {
    byte[] payload =
        Deflate.RAW.deflate(HealthCardFixture.payload().getBytes(StandardCharsets.UTF_8));
    String own = header.replace("\"K\"", "\"" + key.keyId() + "\"");
    invalid(HealthCardFixture.jws(key, own, payload), CertificateStep.MESSAGE, code);
  }

  @Test
  void verify_base64InAnotherForm_isInvalid() {
    String[] parts = issued().split("\\.");
    for (int i = 0; i < 3; i++) {
      for (String suffix : List.of("=", " ", "\n", "+", "A")) {
        String[] other = parts.clone();
        other[i] += suffix;
        assertThat(verifier.verify(String.join(".", other) + ".").certificate()).isEmpty();
        if (i < 2 || !suffix.isBlank()) {
          assertThat(verifier.verify(String.join(".", other)).certificate()).isEmpty();
        }
      }
    }
  }

  @Test
  void verify_inflatedSize_isLimited() {
    byte[] at = new byte[HealthCardVerifier.MAX_INFLATED_BYTES];
    byte[] beyond = new byte[HealthCardVerifier.MAX_INFLATED_BYTES + 1];
    String header = HealthCardFixture.header(key);

    invalid(
        HealthCardFixture.jws(key, header, Deflate.RAW.deflate(at)),
        CertificateStep.ISSUER,
        CheckCode.UNTRUSTED_ISSUER);
    invalid(
        HealthCardFixture.jws(key, header, Deflate.RAW.deflate(beyond)),
        CertificateStep.INFLATE,
        CheckCode.BAD_COMPRESSION);
    byte[] rest = Deflate.RAW.deflate(at);
    invalid(
        HealthCardFixture.jws(key, header, Arrays.copyOf(rest, rest.length + 1)),
        CertificateStep.INFLATE,
        CheckCode.BAD_COMPRESSION);
  }

  /** Nobody is asked for the keys of a stranger. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://kartu.jambi.example/cards/",
        "http://kartu.jambi.example/cards",
        "https://KARTU.jambi.example/cards",
        "https://kartu.jambi.example",
        "https://169.254.169.254/cards",
        ""
      })
  void verify_otherIssuer_isInvalidAndNobodyIsAsked(String issuer) {
    invalid(
        card(payload -> payload.replace(ISSUER, issuer)),
        CertificateStep.ISSUER,
        CheckCode.UNTRUSTED_ISSUER);
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://kartu.example",
        "https://kartu.example/",
        "https://kartu.example/?a=b",
        "https://kartu.example#a",
        "https://me@kartu.example",
        "https:///cards",
        "kartu.example"
      })
  void of_issuerThatIsNone_isRefused(String issuer) {
    assertThatThrownBy(() -> HealthCardVerifier.of(List.of(issuer), any -> new byte[0], CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void verify_keysThatCannotBeHad_areUnverifiable() {
    HealthCardKeys failing =
        issuer -> {
          throw new TrustException(Reason.UNREACHABLE, "keys", "do not answer", "net");
        };
    noKey(HealthCardVerifier.of(List.of(ISSUER), failing, CLOCK), issued());
    for (String jwks : List.of("", "[]", "{}", "{\"keys\":5}", "{\"keys\":[5]}", "{\"keys\":[]}")) {
      noKey(with(jwks.getBytes(StandardCharsets.UTF_8)), issued());
    }
    byte[] tooLong = new byte[HealthCardKeys.MAX_BYTES + 1];
    Arrays.fill(tooLong, (byte) ' ');
    byte[] good = HealthCardFixture.jwks(HealthCardFixture.jwk(key));
    System.arraycopy(good, 0, tooLong, 0, good.length);
    noKey(with(tooLong), issued());
    valid(with(Arrays.copyOf(tooLong, HealthCardKeys.MAX_BYTES)).verify(issued()));
  }

  @Test
  void verify_keyTakenOffTheSet_isUnknownAtOnce() {
    SigningKey other = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    JsonObject mine = HealthCardFixture.jwk(key);
    JsonObject another = HealthCardFixture.jwk(other);
    AtomicReference<byte[]> set = new AtomicReference<>(HealthCardFixture.jwks(mine, another));
    HealthCardVerifier changing =
        HealthCardVerifier.of(List.of(ISSUER), issuer -> set.get(), CLOCK);
    String others =
        new HealthCardIssuer(ISSUER, other, CLOCK).issue(HealthCardFixture.bundle(), List.of());

    valid(changing.verify(issued()));
    valid(changing.verify(others));
    valid(changing.verify(issued()));
    set.set(HealthCardFixture.jwks(another));
    noKey(changing, issued());
    valid(changing.verify(others));

    // The caller's array is not what is remembered.
    byte[] own = HealthCardFixture.jwks(mine);
    set.set(own);
    valid(changing.verify(issued()));
    Arrays.fill(own, (byte) ' ');
    noKey(changing, issued());
  }

  @Test
  void bind_anotherLibrary_verifiesTheSame() {
    HealthCardVerifier bound = verifier.bind(CryptoProviders.detect());

    valid(bound.verify(issued()));
    invalid(
        bound.verify(card(payload -> payload.replace(ISSUER, ISSUER + "x"))),
        CertificateStep.ISSUER,
        CheckCode.UNTRUSTED_ISSUER);
  }

  private JsonObject changed(String member, String value) {
    return JsonObject.builder().putAll(HealthCardFixture.jwk(key)).put(member, value).build();
  }

  @Test
  void verify_keyThatIsNotForCards_isUnverifiable() {
    SigningKey other = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    JsonObject named =
        JsonObject.builder().putAll(HealthCardFixture.jwk(other)).put("kid", key.keyId()).build();
    for (JsonObject wrong :
        List.of(
            named,
            HealthCardFixture.jwk(other),
            changed("use", "enc"),
            changed("alg", "ES384"),
            changed("crv", "P-384"),
            changed("kty", "RSA"),
            changed("d", "AAAA"),
            changed("x5c", "text"))) {
      noKey(with(HealthCardFixture.jwks(wrong)), issued());
    }
    JsonObject without =
        JsonObject.builder()
            .put("kty", "EC")
            .put("kid", key.keyId())
            .put("crv", "P-256")
            .putAll(only("x", "y"))
            .build();
    noKey(with(HealthCardFixture.jwks(without)), issued());
  }

  private JsonObject only(String... names) {
    JsonObject.Builder some = JsonObject.builder();
    for (String name : names) {
      some.put(name, HealthCardFixture.jwk(key).get(name).orElseThrow());
    }
    return some.build();
  }

  @Test
  void verify_certificateOfAnother_isUnverifiable() throws Exception {
    var other = Signer.indonesian();
    String der = Base64.getEncoder().encodeToString(other.certificate().getEncoded());
    JsonObject jwk =
        JsonObject.builder()
            .putAll(HealthCardFixture.jwk(key))
            .put("x5c", new JsonArray(List.of(new JsonString(der))))
            .build();

    noKey(with(HealthCardFixture.jwks(jwk)), issued());
  }

  @Test
  void verify_otherSignature_isInvalid() {
    String jws = issued();
    String input = jws.substring(0, jws.lastIndexOf('.') + 1);
    for (int length : new int[] {0, 63, 65, 70, 72}) {
      invalid(
          input + HealthCardFixture.base64(new byte[length]),
          CertificateStep.ALGORITHM,
          CheckCode.BAD_SIGNATURE_LENGTH);
    }
    invalid(
        input + HealthCardFixture.base64(new byte[64]),
        CertificateStep.SIGNATURE,
        CheckCode.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"nbf\":1795316400|\"nbf\":1795316400000",
        "\"nbf\":1795316400|\"nbf\":\"1795316400\"",
        "\"nbf\":1795316400|\"nbf\":-1",
        "\"nbf\":1795316400|\"nbf\":1e999999999",
        "\"nbf\":1795316400|\"iat\":1795316400",
        "\"nbf\":1795316400|\"nbf\":1795316400,\"exp\":1895316400000",
        "#health-card|#wrong-health-card",
        "\"vc\":{|\"vc\":{\"rid\":\"\",",
        "\"vc\":{|\"vc\":{\"rid\":5,",
        "\"vc\":{|\"vc\":{\"rid\":\"a b\",",
        "\"vc\":{|\"vc\":{\"rid\":\"aaaaaaaaaaaaaaaaaaaaaaaaa\",",
        "\"vc\":|\"cv\":"
      })
  void verify_otherClaims_areInvalid(String part, String other) {
    assertThat(HealthCardFixture.payload()).contains(part);
    invalid(
        card(payload -> payload.replace(part, other)),
        CertificateStep.CLAIMS,
        CheckCode.BAD_CLAIMS);
  }

  @ParameterizedTest
  @CsvSource({"60,, ", "61,, NOT_YET_VALID", "-100, -59, ", "-100, -60, EXPIRED", "-100, 100, "})
  void verify_times_areChecked(long from, Long until, CheckCode code) {
    String times = "\"nbf\":" + (NOW.getEpochSecond() + from) + ".25";
    String end = until == null ? "" : ",\"exp\":" + (NOW.getEpochSecond() + until);
    long fraction = from > 0 ? 1 : 0;
    String text =
        card(payload ->
            payload.replace(
                "\"nbf\":" + NOW.getEpochSecond(),
                times.replace(
                        String.valueOf(NOW.getEpochSecond() + from),
                        String.valueOf(NOW.getEpochSecond() + from - fraction))
                    + end));
    if (code == null) {
      valid(verifier.verify(text));
    } else if (code == CheckCode.NOT_YET_VALID) {
      invalid(
          card(payload ->
              payload.replace(
                  "\"nbf\":" + NOW.getEpochSecond(), "\"nbf\":" + (NOW.getEpochSecond() + from))),
          CertificateStep.TIMES,
          code);
    } else {
      invalid(text, CertificateStep.TIMES, code);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"4.0.1\"|\"3.0.2\"",
        "\"4.0.1\"|4",
        "\"Bundle\"|\"List\"",
        "\"collection\"|\"batch\"",
        "\"resource:1\"|\"resource:0\"",
        "\"resource:0\"|\"https://a.example/1\"",
        "\"entry\"|\"entries\"",
        "\"fhirBundle\"|\"bundle\""
      })
  void verify_otherBundle_isInvalid(String part, String other) {
    assertThat(HealthCardFixture.payload()).contains(part);
    invalid(
        card(payload -> payload.replace(part, other)),
        CertificateStep.PAYLOAD,
        CheckCode.BAD_PAYLOAD);
  }

  @Test
  void verify_unknownType_isTaken() {
    valid(
        verifier.verify(
            card(payload ->
                payload.replace("#health-card\"", "#health-card\",\"https://new.example#y\",5"))));
  }

  @Test
  void verify_revocation_isAskedLast() {
    List<CardRevocationQuestion> questions = new ArrayList<>();
    String text = card(payload -> payload.replace("\"vc\":{", "\"vc\":{\"rid\":\"MKyCxh7p6uQ\","));
    for (RevocationCheck.Status answer : RevocationCheck.Status.values()) {
      HealthCardVerifier asking =
          verifier.withRevocation(question -> {
            questions.add(question);
            return answer;
          });
      Verdict<VerifiedHealthCard> verdict = asking.verify(text).verdict();
      switch (answer) {
        case GOOD -> assertThat(verdict).isInstanceOf(Verdict.Valid.class);
        case REVOKED ->
            assertThat(verdict)
                .isEqualTo(new Verdict.Invalid<>(CertificateStep.REVOCATION, CheckCode.REVOKED));
        case UNKNOWN ->
            assertThat(verdict).isEqualTo(new Verdict.Unverifiable<>(Missing.REVOCATION));
      }
      valid(asking.verify(issued()));
    }
    assertThat(questions)
        .hasSize(3)
        .containsOnly(new CardRevocationQuestion(ISSUER, key.keyId(), "MKyCxh7p6uQ", NOW));
    assertThat(questions.get(0).toString()).doesNotContain("MKyCxh7p6uQ");
  }

  @Test
  void verifyFile_cards_areVerifiedEach() {
    String good = issued();
    String file = "{\"verifiableCredential\":[\"" + good + "\",\"nothing\"]}";
    List<Verification<VerifiedHealthCard>> results =
        verifier.verifyFile(file.getBytes(StandardCharsets.UTF_8));

    valid(results.get(0));
    invalid(results.get(1), CertificateStep.MESSAGE, CheckCode.BAD_MESSAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"verifiableCredential\":[]}",
        "{\"verifiableCredential\":[5]}",
        "{\"verifiableCredential\":\"x\"}"
      })
  void verifyFile_otherFile_isInvalid(String file) {
    List<Verification<VerifiedHealthCard>> results =
        verifier.verifyFile(file.getBytes(StandardCharsets.UTF_8));
    assertThat(results).hasSize(1);
    invalid(results.get(0), CertificateStep.INPUT, CheckCode.BAD_ENCODING);
  }

  @Test
  void verifyFile_cards_areLimited() {
    String sixteen = "\"x\",".repeat(HealthCardFile.MAX_CARDS);
    assertThat(verifyCards(sixteen.substring(0, sixteen.length() - 1))).hasSize(16);
    assertThat(verifyCards(sixteen + "\"x\"")).hasSize(1);
    byte[] larger = new byte[HealthCardFile.MAX_BYTES + 1];
    invalid(verifier.verifyFile(larger).get(0), CertificateStep.INPUT, CheckCode.BAD_ENCODING);
  }

  private List<Verification<VerifiedHealthCard>> verifyCards(String cards) {
    String file = "{\"verifiableCredential\":[" + cards + "]}";
    return verifier.verifyFile(file.getBytes(StandardCharsets.UTF_8));
  }

  /** Twenty cards, every character of each. */
  @Test
  void verify_anyCharacterChanged_isNotValid() {
    int changed = 0;
    int verified = 0;
    for (int i = 0; i < 20; i++) {
      String jws = issued();
      for (int at = 0; at < jws.length(); at++) {
        char other = jws.charAt(at) == 'A' ? 'B' : 'A';
        changed++;
        String text = jws.substring(0, at) + other + jws.substring(at + 1);
        verified += verifier.verify(text).certificate().isPresent() ? 1 : 0;
      }
    }
    System.out.printf(
        "flipped: %d characters of 20 health cards, %d verified%n", changed, verified);
    assertThat(changed).isGreaterThan(20 * 400);
    assertThat(verified).isZero();
  }

  @Test
  void issue_whatAVerifierRefuses_isNotWritten() {
    HealthCardIssuer issuer = new HealthCardIssuer(ISSUER, key, CLOCK);
    assertThatThrownBy(() -> issuer.issue(JsonObject.EMPTY, List.of()))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> HealthCardIssuer.qrText("x".repeat(1196)))
        .isInstanceOf(ValidationException.class);
    assertThat(HealthCardIssuer.qrText("x".repeat(1195))).hasSize(5 + 2 * 1195);
    var ed25519 = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    assertThatThrownBy(() -> new HealthCardIssuer(ISSUER, ed25519, CLOCK))
        .isInstanceOf(TrustException.class);
    assertThatThrownBy(() -> new HealthCardIssuer(ISSUER + "/", key, CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

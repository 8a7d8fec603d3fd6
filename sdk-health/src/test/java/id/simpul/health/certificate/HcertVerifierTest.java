package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;
import static id.simpul.health.certificate.HcertFixture.NOW;
import static id.simpul.health.certificate.HcertFixture.VALIDITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.health.certificate.HcertFixture.Message;
import id.simpul.health.certificate.StepOutcome.Status;
import id.simpul.health.certificate.Verdict.Missing;
import id.simpul.health.certificate.testing.Invented;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.health.internal.cbor.CborTag;
import id.simpul.health.internal.hcert.Deflate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Step by step; the negatives carry their numbers of the EU's list of verifier checks. */
class HcertVerifierTest {
  private static final String PURPOSE = "1.3.6.1.4.1.1847.2021.1.";
  private static final String OTHER_PURPOSE = "1.3.6.1.4.1.0.1847.2021.1.";
  private static final String TLS_SERVER = "1.3.6.1.5.5.7.3.1";

  private final Signer signer = Signer.indonesian();
  private final HcertVerifier verifier = HcertFixture.verifier(signer);

  private String good() {
    return HcertFixture.issuer(signer).issue(Invented.of(1).vaccinated(), VALIDITY);
  }

  private static String claimed(Signer signer, Consumer<Map<Object, Object>> change) {
    Map<Object, Object> claims = HcertFixture.claims(HcertFixture.payload());
    change.accept(claims);
    return new Message(signer, claims).text();
  }

  private String message(Consumer<Message> change) {
    Message message = new Message(signer, HcertFixture.claims(HcertFixture.payload()));
    change.accept(message);
    return message.text();
  }

  private void invalid(String text, CertificateStep step, CheckCode code) {
    invalid(verifier, text, step, code);
  }

  private static void invalid(
      HcertVerifier verifier, String text, CertificateStep step, CheckCode code) {
    Verification<VerifiedHcert> result = verifier.verify(text);
    assertThat(result.verdict()).as("%s", result).isEqualTo(new Verdict.Invalid<>(step, code));
    assertThat(result.certificate()).isEmpty();
    StepOutcome outcome = result.step(step).orElseThrow();
    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.code()).hasValue(code);
    assertThat(code.text()).isNotBlank();
  }

  private static void valid(HcertVerifier verifier, String text) {
    Verification<VerifiedHcert> result = verifier.verify(text);
    assertThat(result.certificate()).as("%s", result).isPresent();
  }

  private static void unverifiable(HcertVerifier verifier, String text, Missing reason) {
    Verification<VerifiedHcert> result = verifier.verify(text);
    assertThat(result.verdict()).as("%s", result).isEqualTo(new Verdict.Unverifiable<>(reason));
    assertThat(result.certificate()).isEmpty();
  }

  @Test
  void verify_issuedCertificate_isValidInEveryStep() {
    HcertContent content = Invented.of(1).vaccinated();
    Verification<VerifiedHcert> result =
        verifier.verify(HcertFixture.issuer(signer).issue(content, VALIDITY));

    VerifiedHcert certificate = result.certificate().orElseThrow();
    assertThat(certificate.content()).isEqualTo(content);
    assertThat(certificate.issuedAt()).isEqualTo(NOW);
    assertThat(certificate.expiresAt()).isEqualTo(NOW.plus(VALIDITY));
    assertThat(certificate.issuingCountry()).hasValue("ID");
    assertThat(certificate.kid()).isEqualTo(Kid.of(signer.certificate()));
    assertThat(result.warnings()).isEmpty();
    assertThat(result.steps())
        .extracting(StepOutcome::status)
        .containsExactly(
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.PASSED,
            Status.SKIPPED);
  }

  @Test
  void verify_afterAFailure_laterStepsAreSkipped() {
    Verification<VerifiedHcert> result = verifier.verify("HC2:");

    assertThat(result.steps())
        .extracting(StepOutcome::toString)
        .startsWith("INPUT PASSED", "PREFIX FAILED WRONG_PREFIX", "ENCODING SKIPPED")
        .endsWith("REVOCATION SKIPPED");
    assertThat(result.step(CertificateStep.ISSUER)).isEmpty();
  }

  @Test
  void verify_length_isLimited() {
    String at = "HC1:" + "0".repeat(HcertVerifier.MAX_TEXT_LENGTH - 4);
    assertThat(at).hasSize(4300);
    invalid(at, CertificateStep.INFLATE, CheckCode.NOT_COMPRESSED);
    invalid(at + "0", CertificateStep.INPUT, CheckCode.TOO_LONG);
    invalid(" ".repeat(5_000_000), CertificateStep.INPUT, CheckCode.TOO_LONG);
  }

  @Test
  void bounded_bytes_areLimited() throws StepFailure {
    assertThat(HcertVerifier.MAX_COMPRESSED_BYTES).isEqualTo(3072);
    assertThat(HcertCheck.bounded(new byte[3072])).hasSize(3072);
    assertThatThrownBy(() -> HcertCheck.bounded(new byte[3073]))
        .isInstanceOfSatisfying(
            StepFailure.class, e -> assertThat(e.code()).hasValue(CheckCode.TOO_LARGE));
  }

  @Test
  void verify_spaceAround_isPassedOver() {
    valid(verifier, " \r\n\t" + good() + " \r\n");
  }

  /** H1, H2, H3. */
  @ParameterizedTest
  @ValueSource(strings = {"HL0:", "HL1:", "HC0:", "HC2:", "hc1:", "HC1", "", "HC1;", "shc:/"})
  void verify_otherPrefix_isInvalid(String prefix) {
    invalid(prefix + good().substring(4), CertificateStep.PREFIX, CheckCode.WRONG_PREFIX);
  }

  /** B1. */
  @ParameterizedTest
  @ValueSource(strings = {"a", "_", "\u00e4", "\u0000", "\n"})
  void verify_characterOutsideTheAlphabet_isInvalid(String character) {
    String text = good();
    invalid(
        text.substring(0, 40) + character + text.substring(41),
        CertificateStep.ENCODING,
        CheckCode.BAD_ENCODING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GGW", "::", "0"})
  void verify_valueBeyondItsBytes_isInvalid(String rest) {
    invalid("HC1:" + rest, CertificateStep.ENCODING, CheckCode.BAD_ENCODING);
  }

  /** Z1. */
  @Test
  void verify_brokenCompression_isInvalid() {
    byte[] stream = Deflate.ZLIB.deflate(new byte[100]);
    for (byte[] broken :
        new byte[][] {
          Arrays.copyOf(stream, stream.length - 1),
          Arrays.copyOf(stream, stream.length + 1),
          {0x78, (byte) 0xda, 1}
        }) {
      invalid(HcertFixture.text(broken), CertificateStep.INFLATE, CheckCode.BAD_COMPRESSION);
    }
  }

  /** Z2. */
  @Test
  void verify_notCompressed_isTakenOnRequestAlone() {
    Message message = new Message(signer, HcertFixture.claims(HcertFixture.payload()));
    String text = HcertFixture.text(message.bytes());
    HcertVerifier lenient =
        HcertVerifier.builder(HcertFixture.trust(signer), CLOCK).acceptUncompressed().build();

    invalid(text, CertificateStep.INFLATE, CheckCode.NOT_COMPRESSED);
    invalid("HC1:", CertificateStep.INFLATE, CheckCode.NOT_COMPRESSED);
    for (byte[] other :
        new byte[][] {{0x78}, {0x78, (byte) 0xdb}, {(byte) 0x88, 0x1c}, {0x79, 0x18}}) {
      invalid(HcertFixture.text(other), CertificateStep.INFLATE, CheckCode.NOT_COMPRESSED);
    }
    valid(lenient, text);
    valid(lenient, good());
    invalid(lenient, "HC1:", CertificateStep.MESSAGE, CheckCode.BAD_MESSAGE);
  }

  /** RFC 9052, section 4.4: a header of no entries is signed as nothing, however it is written. */
  @ParameterizedTest
  @ValueSource(strings = {"", "a0", "bfff"})
  void verify_emptyProtectedHeader_isSignedAsNothing(String header) {
    String text =
        message(m -> {
          m.unprotectedHeader.putAll(m.protectedHeader);
          m.protectedHeader.clear();
          m.sentHeader = HexFormat.of().parseHex(header);
        });
    valid(verifier, text);
  }

  /** RFC 1950, section 2.2: any window up to 32 KiB, and a check of the header. */
  @ParameterizedTest
  @ValueSource(strings = {"7801", "785e", "789c", "78da", "5885", "1819"})
  void verify_eachHeaderOfZlib_isTaken(String header) {
    Message message = new Message(signer, HcertFixture.claims(HcertFixture.payload()));
    // Shorter than the smallest window, so that no reference reaches further back.
    byte[] stream = Deflate.ZLIB.deflate(message.bytes());
    System.arraycopy(HexFormat.of().parseHex(header), 0, stream, 0, 2);
    Verification<VerifiedHcert> result = verifier.verify(HcertFixture.text(stream));

    assertThat(result.step(CertificateStep.INFLATE).orElseThrow().code())
        .isNotEqualTo(Optional.of(CheckCode.NOT_COMPRESSED));
    if (header.startsWith("7")) {
      assertThat(result.certificate()).as("%s", result).isPresent();
    }
  }

  @Test
  void verify_failureOfALayer_saysWhere() {
    byte[] bomb = Deflate.ZLIB.deflate(new byte[HcertVerifier.MAX_INFLATED_BYTES + 1]);
    byte[] more = Arrays.copyOf(bomb, bomb.length);
    more[more.length - 1] ^= 1;
    assertThat(said(HcertFixture.text(bomb), CertificateStep.INFLATE)).contains("opens to more");
    assertThat(said("HC1:::", CertificateStep.ENCODING)).contains("character 0");
    assertThat(said(HcertFixture.text(Deflate.ZLIB.deflate(new byte[1])), CertificateStep.MESSAGE))
        .contains("COSE");
    assertThat(said(claimed(signer, claims -> claims.remove(4)), CertificateStep.CLAIMS))
        .contains("claim 4");
    unverifiable(verifier, message(m -> m.protectedHeader.remove(4)), Missing.KEY);
    assertThat(
            verifier
                .verify(message(m -> m.protectedHeader.remove(4)))
                .step(CertificateStep.KEY)
                .orElseThrow()
                .missing())
        .hasValue(Missing.KEY);
  }

  private String said(String text, CertificateStep step) {
    return verifier.verify(text).step(step).orElseThrow().violations().toString();
  }

  private static Object nested(int depth) {
    Object value = 0;
    for (int i = 1; i < depth; i++) {
      value = List.of(value);
    }
    return value;
  }

  /** The message is a tag and an array around its header, claims a map; each level counts. */
  @Test
  void verify_depth_isLimitedInEachPart() {
    assertThat(HcertVerifier.MAX_DEPTH).isEqualTo(16);
    valid(verifier, message(m -> m.unprotectedHeader.put(99, nested(14))));
    invalid(
        message(m -> m.unprotectedHeader.put(99, nested(15))),
        CertificateStep.MESSAGE,
        CheckCode.BAD_MESSAGE);
    valid(verifier, message(m -> m.protectedHeader.put(99, nested(16))));
    invalid(
        message(m -> m.protectedHeader.put(99, nested(17))),
        CertificateStep.MESSAGE,
        CheckCode.BAD_MESSAGE);
    valid(verifier, claimed(signer, claims -> claims.put(99, nested(16))));
    invalid(
        claimed(signer, claims -> claims.put(99, nested(17))),
        CertificateStep.CLAIMS,
        CheckCode.BAD_CLAIMS);
  }

  @Test
  void verify_items_areLimitedInEachPart() {
    assertThat(HcertVerifier.MAX_ITEMS).isEqualTo(2_000);
    List<Integer> few = Collections.nCopies(1_900, 0);
    List<Integer> many = Collections.nCopies(2_000, 0);
    valid(verifier, message(m -> m.unprotectedHeader.put(99, few)));
    invalid(
        message(m -> m.unprotectedHeader.put(99, many)),
        CertificateStep.MESSAGE,
        CheckCode.BAD_MESSAGE);
    valid(verifier, message(m -> m.protectedHeader.put(99, few)));
    invalid(
        message(m -> m.protectedHeader.put(99, many)),
        CertificateStep.MESSAGE,
        CheckCode.BAD_MESSAGE);
    valid(verifier, claimed(signer, claims -> claims.put(99, few)));
    invalid(
        claimed(signer, claims -> claims.put(99, many)),
        CertificateStep.CLAIMS,
        CheckCode.BAD_CLAIMS);
  }

  /** RFC 8392, section 3.1.5. */
  @ParameterizedTest
  @CsvSource({"-1, true", "60, true", "61, false"})
  void verify_notBefore_isKept(long from, boolean good) {
    String text = claimed(signer, claims -> claims.put(5, NOW.getEpochSecond() + from));
    if (good) {
      valid(verifier, text);
    } else {
      invalid(text, CertificateStep.TIMES, CheckCode.NOT_YET_VALID);
    }
  }

  @Test
  void verify_inflatedSize_isLimited() {
    byte[] at = new byte[HcertVerifier.MAX_INFLATED_BYTES];
    byte[] beyond = new byte[HcertVerifier.MAX_INFLATED_BYTES + 1];

    invalid(
        HcertFixture.text(Deflate.ZLIB.deflate(at)),
        CertificateStep.MESSAGE,
        CheckCode.BAD_MESSAGE);
    invalid(
        HcertFixture.text(Deflate.ZLIB.deflate(beyond)),
        CertificateStep.INFLATE,
        CheckCode.BAD_COMPRESSION);
  }

  /** CBO1. */
  @ParameterizedTest
  @ValueSource(strings = {"00", "a0", "d28440a040", "d28440a0404040", "ff", "d1844040a04040"})
  void verify_otherStructure_isInvalid(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    invalid(
        HcertFixture.text(Deflate.ZLIB.deflate(bytes)),
        CertificateStep.MESSAGE,
        CheckCode.BAD_MESSAGE);
  }

  /** CO28 and the files without a tag. */
  @Test
  void verify_eachTagging_isTaken() {
    valid(verifier, message(m -> m.tagged = array -> array));
    valid(verifier, message(m -> m.tagged = array -> new CborTag(61, new CborTag(18, array))));
    invalid(
        message(m -> m.tagged = array -> new CborTag(98, array)),
        CertificateStep.MESSAGE,
        CheckCode.BAD_MESSAGE);
  }

  /** CO4; ES384, PS384, RS256, EdDSA, HMAC. */
  @ParameterizedTest
  @ValueSource(ints = {-35, -38, -257, -8, 5, 0, 1})
  void verify_otherAlgorithm_isInvalid(int alg) {
    invalid(
        message(m -> m.protectedHeader.put(1, alg)),
        CertificateStep.MESSAGE,
        CheckCode.UNSUPPORTED_ALGORITHM);
    invalid(
        message(m -> {
          m.protectedHeader.put(1, alg);
          m.unprotectedHeader.put(1, -7);
        }),
        CertificateStep.MESSAGE,
        CheckCode.UNSUPPORTED_ALGORITHM);
    invalid(
        message(m -> {
          m.protectedHeader.remove(1);
          m.unprotectedHeader.put(1, alg);
        }),
        CertificateStep.MESSAGE,
        CheckCode.UNSUPPORTED_ALGORITHM);
  }

  /** Many issuers write the name before the algorithm, or numbers longer than they need be. */
  @Test
  void verify_headerInAnotherForm_isVerifiedAsItCame() {
    String kid = HexFormat.of().formatHex(Kid.of(signer.certificate()).bytes());
    for (String form :
        List.of(
            "a20448" + kid + "0126", "bf0126180448" + kid + "ff", "a201380604" + "5808" + kid)) {
      valid(verifier, message(m -> m.header = bytes -> HexFormat.of().parseHex(form)));
    }
  }

  /** CO20: the EU's own test has the algorithm there alone. */
  @Test
  void verify_algorithmUnprotectedAlone_isTaken() {
    valid(
        verifier,
        message(m -> {
          m.protectedHeader.remove(1);
          m.unprotectedHeader.put(1, -7);
        }));
    valid(
        verifier,
        message(m -> {
          m.unprotectedHeader.putAll(m.protectedHeader);
          m.protectedHeader.clear();
        }));
  }

  /** CO1, CO2, CO3, and the Spanish key over P-384. */
  @Test
  void verify_eachKindOfKey_isTaken() {
    for (Signer other :
        List.of(
            Signer.of(Signer.rsa(2048), "C=ID", List.of()),
            Signer.of(Signer.rsa(3072), "C=ID", List.of()),
            Signer.of(Signer.ec("secp384r1"), "C=ID", List.of()),
            signer)) {
      valid(
          HcertFixture.verifier(other),
          new Message(other, HcertFixture.claims(HcertFixture.payload())).text());
    }
  }

  /** CO27. */
  @Test
  void verify_algorithmOfAnotherKindOfKey_isInvalid() {
    Signer rsa = Signer.of(Signer.rsa(2048), "C=ID", List.of());
    Message asEs256 = new Message(rsa, HcertFixture.claims(HcertFixture.payload()));
    asEs256.protectedHeader.put(1, -7);

    invalid(
        HcertFixture.verifier(rsa),
        asEs256.text(),
        CertificateStep.ALGORITHM,
        CheckCode.ALGORITHM_OF_ANOTHER_KEY);
    invalid(
        message(m -> m.protectedHeader.put(1, -37)),
        CertificateStep.ALGORITHM,
        CheckCode.ALGORITHM_OF_ANOTHER_KEY);
  }

  /** CO24: DER and every other length. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 63, 65, 70, 72, 96, 256, 1000})
  void verify_signatureOfAnotherLength_isInvalid(int length) {
    invalid(
        message(m -> m.signature = bytes -> Arrays.copyOf(bytes, length)),
        CertificateStep.ALGORITHM,
        CheckCode.BAD_SIGNATURE_LENGTH);
  }

  /** CO5. */
  @Test
  void verify_otherSignature_isInvalid() {
    invalid(
        message(m -> m.signature = bytes -> new byte[64]),
        CertificateStep.SIGNATURE,
        CheckCode.BAD_SIGNATURE);
    invalid(
        message(m ->
            m.signature =
                bytes -> {
                  bytes[63] ^= 1;
                  return bytes;
                }),
        CertificateStep.SIGNATURE,
        CheckCode.BAD_SIGNATURE);
  }

  /** CO18, CO19, CO20, CO21. */
  @Test
  void verify_nameOfTheKey_protectedWins() {
    byte[] own = Kid.of(signer.certificate()).bytes();
    valid(verifier, message(m -> m.unprotectedHeader.put(4, own)));
    valid(verifier, message(m -> m.unprotectedHeader.put(4, new byte[8])));
    valid(
        verifier,
        message(m -> {
          m.protectedHeader.remove(4);
          m.unprotectedHeader.put(4, own);
        }));
  }

  /** CO22, CO23. */
  @Test
  void verify_nameOfAnotherKey_isUnverifiable() {
    byte[] own = Kid.of(signer.certificate()).bytes();
    unverifiable(
        verifier,
        message(m -> {
          m.protectedHeader.put(4, new byte[8]);
          m.unprotectedHeader.put(4, own);
        }),
        Missing.KEY);
    unverifiable(
        verifier,
        message(m -> {
          m.protectedHeader.remove(4);
          m.unprotectedHeader.put(4, new byte[8]);
        }),
        Missing.KEY);
    unverifiable(verifier, message(m -> m.protectedHeader.remove(4)), Missing.KEY);
  }

  /** CO25, CO26. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 9, 16, 32})
  void verify_nameOfAnotherLength_isUnverifiable(int length) {
    byte[] own = Kid.of(signer.certificate()).bytes();
    unverifiable(
        verifier, message(m -> m.protectedHeader.put(4, Arrays.copyOf(own, length))), Missing.KEY);
  }

  /** italia/verificac19-sdk tried every key it had. */
  @Test
  void verify_knownSignerUnderAnotherName_isUnverifiable() {
    Signer other = Signer.indonesian();
    HcertVerifier both = HcertFixture.verifier(signer, other);
    byte[] name = Kid.of(other.certificate()).bytes();

    invalid(
        both,
        message(m -> m.protectedHeader.put(4, name)),
        CertificateStep.SIGNATURE,
        CheckCode.BAD_SIGNATURE);
    unverifiable(both, message(m -> m.protectedHeader.put(4, new byte[8])), Missing.KEY);
  }

  @Test
  void verify_twoKeysOfOneName_bothAreTried() {
    Kid kid = Kid.of(signer.certificate());
    Signer rsa = Signer.of(Signer.rsa(2048), "C=ID", List.of());
    TrustList list =
        TrustList.asOf(NOW)
            .add(kid, TrustedKey.of(Signer.indonesian().certificate()))
            .add(kid, TrustedKey.of(rsa.certificate()))
            .add(kid, TrustedKey.of(signer.certificate()))
            .build();
    HcertVerifier collided =
        HcertVerifier.builder(new TrustListHolder(list, Duration.ofDays(1), CLOCK), CLOCK).build();

    valid(collided, good());
  }

  @ParameterizedTest
  @CsvSource({"0, true", "86400, true", "86401, false"})
  void verify_ageOfTheTrustList_isLimited(long seconds, boolean fresh) {
    InstantSource later = InstantSource.fixed(NOW.plusSeconds(seconds));
    TrustList list = TrustList.asOf(NOW).add(signer.certificate()).build();
    HcertVerifier later24 =
        HcertVerifier.builder(new TrustListHolder(list, Duration.ofDays(1), later), later).build();

    if (fresh) {
      valid(later24, good());
    } else {
      unverifiable(later24, good(), Missing.FRESH_TRUST_LIST);
      assertThat(later24.verify(good()).step(CertificateStep.KEY).orElseThrow().status())
          .isEqualTo(Status.UNDECIDED);
    }
  }

  @Test
  void verify_noTrustList_isUnverifiable() {
    TrustListHolder none = new TrustListHolder(TrustList.empty(), Duration.ofDays(1), CLOCK);
    unverifiable(HcertVerifier.builder(none, CLOCK).build(), good(), Missing.FRESH_TRUST_LIST);
  }

  /** CBO2. */
  @ParameterizedTest
  @ValueSource(ints = {4, 6, -260})
  void verify_missingClaim_isInvalid(int claim) {
    invalid(
        claimed(signer, claims -> claims.remove(claim)),
        CertificateStep.CLAIMS,
        CheckCode.BAD_CLAIMS);
  }

  @Test
  void verify_claimOfAnotherKind_isInvalid() {
    List<Map.Entry<Object, Object>> wrong =
        List.of(
            Map.entry(1, 5),
            Map.entry(4, "2027-01-01"),
            Map.entry(4, new CborTag(1, HcertFixture.cbor(1_800_000_000))),
            Map.entry(4, -1),
            Map.entry(4, CwtClaims.MAX_SECONDS + 1),
            Map.entry(4, Double.NaN),
            Map.entry(4, Double.POSITIVE_INFINITY),
            Map.entry(4, -0.5),
            Map.entry(6, 1e300),
            Map.entry(5, "2026-01-01"),
            Map.entry(-260, "text"),
            Map.entry(-260, Map.of()),
            Map.entry(-260, Map.of(1, "text")),
            Map.entry(-260, Map.of(2, HcertFixture.payload())));
    for (Map.Entry<Object, Object> claim : wrong) {
      invalid(
          claimed(signer, claims -> claims.put(claim.getKey(), claim.getValue())),
          CertificateStep.CLAIMS,
          CheckCode.BAD_CLAIMS);
    }
    invalid(new Message(signer, "no map").text(), CertificateStep.CLAIMS, CheckCode.BAD_CLAIMS);
    invalid(
        message(m -> m.payload = Arrays.copyOf(m.payload, m.payload.length + 1)),
        CertificateStep.CLAIMS,
        CheckCode.BAD_CLAIMS);
  }

  @Test
  void verify_timesAsNumbersWithFractions_areTaken() {
    String text =
        claimed(
            signer,
            claims -> {
              claims.put(4, NOW.getEpochSecond() + 100.5);
              claims.put(6, NOW.getEpochSecond() - 100.25);
            });
    VerifiedHcert certificate = verifier.verify(text).certificate().orElseThrow();

    assertThat(certificate.expiresAt()).isEqualTo(NOW.plusMillis(100_500));
    assertThat(certificate.issuedAt()).isEqualTo(NOW.minusMillis(100_250));
  }

  /** CO16, CO17, with the leeway at its limit and one past it. */
  @ParameterizedTest
  @CsvSource({
    "-10, 10, ",
    "60, 100, ",
    "61, 100, NOT_YET_VALID",
    "-100, -59, ",
    "-100, -60, EXPIRED",
    "-100, -61, EXPIRED",
    "10, 10, OUTSIDE_KEY_VALIDITY",
    "10, 9, OUTSIDE_KEY_VALIDITY",
    "10, 11, "
  })
  void verify_times_areChecked(long issued, long expires, CheckCode code) {
    String text =
        claimed(
            signer,
            claims -> {
              claims.put(6, NOW.getEpochSecond() + issued);
              claims.put(4, NOW.getEpochSecond() + expires);
            });
    if (code == null) {
      valid(verifier, text);
    } else {
      invalid(text, CertificateStep.TIMES, code);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 0, true", "-1, 0, false", "0, 1, false"})
  void verify_timesOfTheKey_areKept(long issued, long expires, boolean good) {
    Instant from = Signer.FROM.plusSeconds(issued);
    Instant until = Signer.UNTIL.plusSeconds(expires);
    String text =
        claimed(
            signer,
            claims -> {
              claims.put(6, from.getEpochSecond());
              claims.put(4, until.getEpochSecond());
            });
    if (good) {
      valid(verifier, text);
    } else {
      invalid(text, CertificateStep.TIMES, CheckCode.OUTSIDE_KEY_VALIDITY);
    }
  }

  @Test
  void verify_otherCountryThanTheKeys_isInvalid() {
    invalid(
        claimed(signer, claims -> claims.put(1, "SG")),
        CertificateStep.CLAIMS,
        CheckCode.WRONG_COUNTRY);
    valid(verifier, claimed(signer, claims -> claims.remove(1)));
    Signer nowhere = Signer.of(Signer.ec("secp256r1"), "CN=Uji", List.of());
    String text = claimed(nowhere, claims -> claims.put(1, "SG"));
    VerifiedHcert certificate =
        HcertFixture.verifier(nowhere).verify(text).certificate().orElseThrow();
    assertThat(certificate.issuingCountry()).as("what only it says itself").isEmpty();
  }

  /** CO6 to CO15: 1 is a test, 2 a vaccination, 3 a recovery. */
  @ParameterizedTest
  @EnumSource
  void verify_purposesOfTheKey_areKept(EventKind kind) {
    for (String arc : List.of(PURPOSE, OTHER_PURPOSE)) {
      for (EventKind allowed : EventKind.values()) {
        Signer narrow = Signer.of(Signer.ec("secp256r1"), "C=ID", List.of(arc + allowed.purpose()));
        HcertContent content =
            switch (kind) {
              case VACCINATION -> Invented.of(3).vaccinated();
              case TEST -> Invented.of(3).tested();
              case RECOVERY -> Invented.of(3).recovered();
            };
        assertThat(content.event().kind()).isEqualTo(kind);
        String text = new Message(narrow, HcertFixture.claims(PayloadWriter.write(content))).text();
        if (allowed == kind) {
          valid(HcertFixture.verifier(narrow), text);
        } else {
          invalid(
              HcertFixture.verifier(narrow), text, CertificateStep.USAGE, CheckCode.WRONG_USAGE);
        }
      }
    }
  }

  @Test
  void verify_purposes_constrainWhenOneIsOfHealthCertificates() {
    Signer tls = Signer.of(Signer.ec("secp256r1"), "C=ID", List.of(TLS_SERVER));
    Signer any = Signer.of(Signer.ec("secp256r1"), "C=ID", List.of(TLS_SERVER, "2.5.29.37.0"));

    valid(HcertFixture.verifier(tls), claimed(tls, claims -> {}));
    Signer tlsAlone = Signer.of(Signer.ec("secp256r1"), "C=ID", List.of(TLS_SERVER), true);
    invalid(
        HcertFixture.verifier(tlsAlone),
        claimed(tlsAlone, claims -> {}),
        CertificateStep.USAGE,
        CheckCode.WRONG_USAGE);
    for (List<String> purposes :
        List.of(
            List.of(TLS_SERVER, PURPOSE + 1), List.of(PURPOSE + 4), List.of(OTHER_PURPOSE + 3))) {
      Signer narrow = Signer.of(Signer.ec("secp256r1"), "C=ID", purposes);
      invalid(
          HcertFixture.verifier(narrow),
          claimed(narrow, claims -> {}),
          CertificateStep.USAGE,
          CheckCode.WRONG_USAGE);
    }
    valid(HcertFixture.verifier(any), claimed(any, claims -> {}));
  }

  @Test
  void verify_severalThingsWrong_allAreSaid() {
    Signer tests = Signer.of(Signer.ec("secp256r1"), "C=ID", List.of(PURPOSE + 1));
    Map<String, Object> payload = HcertFixture.payload();
    payload.put("dob", "never");
    Map<Object, Object> claims = new LinkedHashMap<>(HcertFixture.claims(payload));
    claims.put(4, NOW.getEpochSecond() - 1000);

    Verification<VerifiedHcert> result =
        HcertFixture.verifier(tests).verify(new Message(tests, claims).text());

    assertThat(result.verdict())
        .isEqualTo(new Verdict.Invalid<>(CertificateStep.TIMES, CheckCode.EXPIRED));
    assertThat(result.step(CertificateStep.USAGE).orElseThrow().code())
        .hasValue(CheckCode.WRONG_USAGE);
    assertThat(result.step(CertificateStep.PAYLOAD).orElseThrow().code())
        .hasValue(CheckCode.BAD_PAYLOAD);
  }

  @Test
  void verify_listExchangedMeanwhile_oneListCounts() {
    TrustListHolder trust = HcertFixture.trust(signer);
    HcertVerifier verifier =
        HcertVerifier.builder(trust, CLOCK)
            .revocation(question -> {
              trust.replace(TrustList.asOf(NOW.plusSeconds(1)).build());
              return RevocationCheck.Status.GOOD;
            })
            .build();

    valid(verifier, good());
    unverifiable(verifier, good(), Missing.KEY);
  }

  @Test
  void toString_anything_showsNobody() {
    String text = good();
    Verification<VerifiedHcert> result = verifier.verify(text);
    VerifiedHcert certificate = result.certificate().orElseThrow();
    HcertContent content = certificate.content();
    String shown =
        String.join(
            " ",
            result.toString(),
            result.verdict().toString(),
            certificate.toString(),
            content.toString(),
            content.name().toString(),
            content.event().toString(),
            content.event().origin().toString(),
            verifier.toString());

    assertThat(shown)
        .doesNotContain(content.name().standardisedFamily())
        .doesNotContainIgnoringCase(String.valueOf(content.name().family()))
        .doesNotContain(content.dateOfBirth())
        .doesNotContain(content.event().origin().certificateId())
        .doesNotContain(text.substring(4));
  }
}

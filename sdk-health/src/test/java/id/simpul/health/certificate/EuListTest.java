package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.NOW;
import static id.simpul.health.certificate.HcertFixture.claims;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.certificate.HcertFixture.Message;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.health.internal.hcert.Deflate;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The checks that the EU's list of tests ({@code BasicDgcTestsList.md}) names and has no file for,
 * by their names in it, made by hand. Q2 is about pictures and stands with their reader.
 */
class EuListTest {
  private static final Signer EC = Signer.indonesian();

  private final HcertVerifier verifier = HcertFixture.verifier(EC);

  private void invalid(String text, CertificateStep step, CheckCode code) {
    assertThat(verifier.verify(text).verdict()).isEqualTo(new Verdict.Invalid<>(step, code));
  }

  private static Message message() {
    return new Message(EC, claims(HcertFixture.payload()));
  }

  private static String of(byte[] message) {
    return HcertFixture.text(Deflate.ZLIB.deflate(message));
  }

  /** ES384, ES512, EdDSA, PS384, PS512, RS256, HMAC, and a number nobody gave away. */
  @ParameterizedTest
  @ValueSource(ints = {-35, -36, -8, -38, -39, -257, 5, 99})
  void co4_algorithmThatIsNotTaken_isRefused(int algorithm) {
    Message message = message();
    message.protectedHeader.put(1, algorithm);
    invalid(message.text(), CertificateStep.MESSAGE, CheckCode.UNSUPPORTED_ALGORITHM);
  }

  /** In DER, which is what grows beyond 70 bytes, and with bytes behind r and s. */
  @Test
  void co24_longerSignature_isRefusedAndCrashesNothing() {
    for (int more : List.of(1, 2, 6, 8, 32, 1000)) {
      Message message = message();
      message.signature = rs -> Arrays.copyOf(rs, rs.length + more);
      invalid(message.text(), CertificateStep.ALGORITHM, CheckCode.BAD_SIGNATURE_LENGTH);
    }
    Message der = message();
    der.signature = EuListTest::der;
    invalid(der.text(), CertificateStep.ALGORITHM, CheckCode.BAD_SIGNATURE_LENGTH);
  }

  /** Both numbers with a zero in front, which makes 72 bytes. */
  private static byte[] der(byte[] rs) {
    byte[] der = new byte[72];
    byte[] head = HexFormat.of().parseHex("3046022100");
    System.arraycopy(head, 0, der, 0, head.length);
    System.arraycopy(rs, 0, der, 5, 32);
    der[37] = 2;
    der[38] = 33;
    System.arraycopy(rs, 32, der, 40, 32);
    return der;
  }

  /** The list says invalid; a name that is of no key is the name of an unknown one, as with us. */
  @ParameterizedTest
  @CsvSource({"CO25,0", "CO25,1", "CO25,7", "CO26,9", "CO26,32"})
  void co25And26_nameOfAnotherLength_isNotVerified(String check, int length) {
    Message message = message();
    message.protectedHeader.put(4, Arrays.copyOf(Kid.of(EC.certificate()).bytes(), length));
    Verification<VerifiedHcert> result = verifier.verify(message.text());
    assertThat(result.certificate()).as(check).isEmpty();
    assertThat(result.verdict()).isEqualTo(new Verdict.Unverifiable<>(Verdict.Missing.KEY));
  }

  @Test
  void co27_algorithmOfAnotherKindOfKey_isRefused() {
    Message message = message();
    message.protectedHeader.put(1, -37);
    invalid(message.text(), CertificateStep.ALGORITHM, CheckCode.ALGORITHM_OF_ANOTHER_KEY);
    Signer rsa = Signer.of(Signer.rsa(2048), "CN=Penerbit Uji, C=ID", List.of());
    Message other = new Message(rsa, claims(HcertFixture.payload()));
    other.protectedHeader.put(1, -7);
    assertThat(HcertFixture.verifier(rsa).verify(other.text()).verdict())
        .isEqualTo(
            new Verdict.Invalid<>(CertificateStep.ALGORITHM, CheckCode.ALGORITHM_OF_ANOTHER_KEY));
  }

  private static String tested(String sampledAt, String result) {
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("tg", "840539006");
    test.put("tt", "LP6464-4");
    test.put("sc", sampledAt);
    test.put("tr", result);
    test.put("co", "ID");
    test.put("is", "Dinas Kesehatan Uji");
    test.put("ci", "URN:UVCI:01:ID:UJI2#B");
    Map<String, Object> payload = HcertFixture.payload();
    payload.remove("v");
    payload.put("t", List.of(test));
    return new Message(EC, claims(payload)).text();
  }

  /**
   * The files of the corpus with such a test are labelled valid: who lets people in asks for it.
   */
  @Test
  void dgc7_testThatFoundTheDisease_isRefusedOnRequest() {
    HcertVerifier atTheDoor =
        HcertVerifier.builder(HcertFixture.trust(EC), HcertFixture.CLOCK)
            .refusePositiveTests()
            .build();
    String positive = tested(NOW.minusSeconds(60).toString(), HealthEvent.Result.DETECTED);
    String negative = tested(NOW.minusSeconds(60).toString(), HealthEvent.Result.NOT_DETECTED);

    assertThat(atTheDoor.verify(positive).verdict())
        .isEqualTo(new Verdict.Invalid<>(CertificateStep.PAYLOAD, CheckCode.POSITIVE_TEST));
    assertThat(atTheDoor.verify(negative).certificate()).isPresent();
    assertThat(verifier.verify(positive).certificate()).isPresent();
  }

  @Test
  void dgc8_sampleOfTheFuture_isRefused() {
    Duration leeway = HcertVerifier.LEEWAY;
    String result = HealthEvent.Result.NOT_DETECTED;
    assertThat(verifier.verify(tested(NOW.plus(leeway).toString(), result)).certificate())
        .isPresent();
    invalid(
        tested(NOW.plus(leeway).plusSeconds(1).toString(), result),
        CertificateStep.PAYLOAD,
        CheckCode.NOT_YET_VALID);
    invalid(tested("2099-01-01", result), CertificateStep.PAYLOAD, CheckCode.NOT_YET_VALID);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-03,2026-02-02T10:00:00Z",
    "2026-02-03T08:30:00,2026-02-02T18:30:00Z",
    "2026-02-03T08:30:00Z,2026-02-03T08:30:00Z",
    "2026-02-03T08:30:60.123Z,2026-02-03T08:30:59Z",
    "2026-02-03T08:30:00+07:00,2026-02-03T01:30:00Z",
    "2026-02-03T08:30:00+0730,2026-02-03T01:00:00Z",
    "2026-02-03T08:30:00-02,2026-02-03T10:30:00Z",
    "2026-02-03T08:30:00+23:59,2026-02-02T08:31:00Z",
  })
  void earliest_eachFormOfADate_isTheFirstInstantItCanMean(String date, String instant) {
    assertThat(PayloadFields.isDate(date)).isTrue();
    assertThat(PayloadFields.earliest(date)).hasToString(instant);
  }

  /** Indefinite lengths that never end, in each kind, as whole message and as payload. */
  @ParameterizedTest
  @ValueSource(strings = {"9f00", "bf0000", "5f4100", "7f6100", "9f9f", "5f5f", "d29f"})
  void cbor_lengthsWithoutEnd_areRefused(String hex) {
    byte[] unit = HexFormat.of().parseHex(hex);
    byte[] endless = new byte[HcertVerifier.MAX_INFLATED_BYTES];
    Arrays.fill(endless, unit[unit.length - 1]);
    System.arraycopy(unit, 0, endless, 0, unit.length);
    for (int at = unit.length; unit.length > 1 && at + 1 < endless.length; at += unit.length - 1) {
      System.arraycopy(unit, 1, endless, at, Math.min(unit.length - 1, endless.length - at));
    }

    invalid(of(endless), CertificateStep.MESSAGE, CheckCode.BAD_MESSAGE);
    Message message = message();
    message.payload = Arrays.copyOf(endless, 8_000);
    invalid(message.text(), CertificateStep.CLAIMS, CheckCode.BAD_CLAIMS);
  }

  /** A key twice, in the header, the claims and the payload: readers would differ in what it is. */
  @Test
  void cbor_keyTwice_isRefusedInEachPart() {
    Message header = message();
    header.header = bytes -> HexFormat.of().parseHex("a201260126");
    invalid(header.text(), CertificateStep.MESSAGE, CheckCode.BAD_MESSAGE);
    Message claims = message();
    claims.payload = twice(claims.payload, "ver", "1.3.0");
    invalid(claims.text(), CertificateStep.CLAIMS, CheckCode.BAD_CLAIMS);
  }

  /** Puts a member of the payload there a second time; the payload's map has four entries. */
  private static byte[] twice(byte[] cbor, String name, String value) {
    byte[] entry =
        join(
            new byte[] {(byte) (0x60 + name.length())},
            ascii(name),
            new byte[] {(byte) (0x60 + value.length())},
            ascii(value));
    int at = indexOf(cbor, join(new byte[] {(byte) 0xa4}));
    byte[] changed = cbor.clone();
    changed[at] = (byte) 0xa5;
    return join(
        Arrays.copyOf(changed, at + 1), entry, Arrays.copyOfRange(cbor, at + 1, cbor.length));
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    List<Integer> found = new ArrayList<>();
    for (int at = 1; at + part.length <= bytes.length; at++) {
      if (Arrays.equals(Arrays.copyOfRange(bytes, at, at + part.length), part)) {
        found.add(at);
      }
    }
    return found.get(0);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}

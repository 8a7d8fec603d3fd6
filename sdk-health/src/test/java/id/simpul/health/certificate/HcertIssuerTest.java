package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;
import static id.simpul.health.certificate.HcertFixture.NOW;
import static id.simpul.health.certificate.HcertFixture.VALIDITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.HealthEvent.Origin;
import id.simpul.health.certificate.HealthEvent.Vaccination;
import id.simpul.health.certificate.HealthEvent.Vaccine;
import id.simpul.health.certificate.testing.Invented;
import id.simpul.health.certificate.testing.Signer;
import id.simpul.health.internal.cbor.CborLimits;
import id.simpul.health.internal.cbor.CborReader;
import id.simpul.health.internal.cbor.CborWriter;
import id.simpul.health.internal.cose.CoseSign1;
import id.simpul.health.internal.hcert.Base45;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HcertIssuerTest {
  private static final CborLimits LIMITS = CborLimits.ofBytes(HcertVerifier.MAX_INFLATED_BYTES);

  private final Signer signer = Signer.indonesian();
  private final HcertIssuer issuer = HcertFixture.issuer(signer);

  private static HcertContent with(HcertContent content, PersonName name, String birth) {
    return new HcertContent(name, birth, content.event());
  }

  @Test
  void issue_eachKindOfEvent_isVerifiedWithTheSameContent() {
    HcertVerifier verifier = HcertFixture.verifier(signer);
    Invented people = Invented.of(7);
    for (int turn = 0; turn < 30; turn++) {
      HcertContent content = people.content(turn);
      String text = issuer.issue(content, VALIDITY);
      VerifiedHcert verified = verifier.verify(text).certificate().orElseThrow();
      assertThat(verified.content()).isEqualTo(content);
      assertThat(text).matches("HC1:[0-9A-Z $%*+./:-]+");
    }
  }

  /** RFC 8949, section 4.2.1; the highest level of zlib says 78 DA. */
  @Test
  void issue_certificate_isInTheOneForm() throws Exception {
    byte[] stream = Base45.decode(issuer.issue(Invented.of(8).vaccinated(), VALIDITY).substring(4));
    assertThat(stream).startsWith(0x78, 0xda);
    byte[] bytes = Deflate.ZLIB.inflate(stream, HcertVerifier.MAX_INFLATED_BYTES);
    CoseSign1 message = CoseSign1.read(bytes, LIMITS);

    assertThat(CborWriter.write(CborReader.read(bytes, LIMITS))).isEqualTo(bytes);
    assertThat(CborWriter.write(CborReader.read(message.payload(), LIMITS)))
        .isEqualTo(message.payload());
    assertThat(message.kid()).hasValue(issuer.kid().bytes());
    assertThat(HcertIssuer.QR_ERROR_CORRECTION).isEqualTo("Q");
  }

  @Test
  void issue_decomposedLetters_areComposed() {
    HcertContent content = Invented.of(9).vaccinated();
    PersonName name = new PersonName("Re\u0301", "RE", null, null);
    String text = issuer.issue(with(content, name, ""), VALIDITY);

    PersonName read =
        HcertFixture.verifier(signer).verify(text).certificate().orElseThrow().content().name();
    assertThat(read).isEqualTo(new PersonName("R\u00e9", "RE", null, null));
  }

  @Test
  void issue_whatAVerifierRefuses_isNotWritten() {
    HcertContent content = Invented.of(10).vaccinated();
    HcertContent wrong = with(content, new PersonName(null, "Badu", null, "kalo"), "never");

    assertThatThrownBy(() -> issuer.issue(wrong, Duration.ZERO))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e -> {
              assertThat(e.violations())
                  .extracting(Violation::where)
                  .containsExactly("nam/fnt", "nam/gnt", "dob", "validity");
              assertThat(e.getMessage()).doesNotContain("Badu").doesNotContain("never");
            });
  }

  @Test
  void issue_validity_liesWithinThatOfTheKey() {
    HcertContent content = Invented.of(11).vaccinated();
    Duration longest = Duration.between(NOW, Signer.UNTIL);

    assertThat(issuer.issue(content, longest)).isNotEmpty();
    assertThat(issuer.issue(content, Duration.ofSeconds(1))).isNotEmpty();
    assertThatThrownBy(() -> issuer.issue(content, longest.plusSeconds(1)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> issuer.issue(content, Duration.ofMillis(999)))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void issue_validityBeyondAllTime_isRefused() {
    HcertContent content = Invented.of(11).vaccinated();
    Duration forever = ChronoUnit.FOREVER.getDuration();
    for (Duration wrong : List.of(forever, forever.negated(), Duration.ofDays(365L * 9_000))) {
      assertThatThrownBy(() -> issuer.issue(content, wrong))
          .isInstanceOfSatisfying(
              ValidationException.class,
              e -> assertThat(e.violations()).extracting(Violation::where).contains("validity"));
    }
  }

  @Test
  void issue_halfACharacter_isNotWritten() {
    PersonName name = new PersonName("\ud800", "RE", null, null);
    assertThatThrownBy(() -> issuer.issue(with(Invented.of(9).vaccinated(), name, ""), VALIDITY))
        .isInstanceOfSatisfying(
            ValidationException.class,
            e -> assertThat(e.violations()).extracting(Violation::where).containsExactly("nam/fn"));
  }

  @Test
  void issue_textBeyondAQrCode_isNotWritten() {
    assertThat(HcertIssuer.MAX_TEXT_LENGTH).isEqualTo(2_420);
    StringBuilder noise = new StringBuilder();
    new Random(3)
        .ints(80L * 8, 0x4e00, 0x9fa5)
        .forEach(letter -> noise.append(Character.toChars(letter)));
    HcertContent content = Invented.of(9).vaccinated();
    PersonName longest =
        new PersonName(noise.substring(0, 80), "RE", noise.substring(80, 160), null);
    assertThat(issuer.issue(with(content, longest, ""), VALIDITY)).hasSizeLessThan(2_420);

    Vaccination event = (Vaccination) content.event();
    Origin origin = event.origin();
    Origin wordy =
        new Origin(origin.country(), noise.substring(160, 240), noise.substring(240, 320));
    Vaccine vaccine =
        new Vaccine(
            noise.substring(320, 400),
            noise.substring(400, 480),
            noise.substring(480, 560),
            noise.substring(560, 640));
    HealthEvent wide = new Vaccination(vaccine, event.dose(), event.date(), wordy);
    assertThatThrownBy(() -> issuer.issue(new HcertContent(longest, "", wide), VALIDITY))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("longer than a QR code");
  }

  @Test
  void warnings_codeOnNoList_isSaid() {
    Invented people = Invented.of(4);
    assertThat(issuer.warnings(people.vaccinated())).isEmpty();
    HcertContent content = people.vaccinated();
    Vaccination event = (Vaccination) content.event();
    Vaccine given = event.vaccine();
    Vaccine mistyped =
        new Vaccine(given.disease(), given.prophylaxis(), "CoronaVax", given.manufacturer());
    HealthEvent wrong = new Vaccination(mistyped, event.dose(), event.date(), event.origin());

    assertThat(issuer.warnings(new HcertContent(content.name(), "", wrong)))
        .extracting(Violation::where)
        .containsExactly("v/0/mp");
  }

  @Test
  void issue_eventTheKeyMayNotSign_isNotWritten() {
    Signer tests = Signer.of(Signer.ec("secp256r1"), "C=ID", List.of("1.3.6.1.4.1.1847.2021.1.1"));

    assertThat(HcertFixture.issuer(tests).issue(Invented.of(12).tested(), VALIDITY)).isNotEmpty();
    assertThatThrownBy(
            () -> HcertFixture.issuer(tests).issue(Invented.of(12).vaccinated(), VALIDITY))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("may sign");
  }

  @Test
  void issuer_keyThatDoesNotFit_isRefused() {
    for (HcertIssuerArguments wrong :
        List.of(
            new HcertIssuerArguments(Signer.indonesian(), signer),
            new HcertIssuerArguments(signer, Signer.of(Signer.rsa(2048), "C=ID", List.of())))) {
      assertThatThrownBy(() ->
              new HcertIssuer(wrong.key().signingKey(), wrong.certificate().certificate(), CLOCK))
          .isInstanceOfSatisfying(
              TrustException.class, e -> assertThat(e.reason()).isEqualTo(Reason.KEY_UNUSABLE));
    }
    var ed25519 = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    assertThatThrownBy(() -> new HcertIssuer(ed25519, signer.certificate(), CLOCK))
        .hasMessageContaining("is not for ES256");
    Signer nowhere = Signer.of(Signer.ec("secp256r1"), "CN=Uji", List.of());
    assertThatThrownBy(() -> HcertFixture.issuer(nowhere)).hasMessageContaining("country");
  }

  private record HcertIssuerArguments(Signer key, Signer certificate) {}
}

package id.simpul.examples;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HcertIssuer;
import id.simpul.health.certificate.HealthCardIssuer;
import id.simpul.health.certificate.HealthEvent;
import id.simpul.health.certificate.PersonName;
import id.simpul.health.certificate.qr.QrCode;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.PublicJwk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class VerifyCertificateTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");
  private static final InstantSource CLOCK = InstantSource.fixed(NOW);
  private static final String CARD_ISSUER = "https://kartu.jambi.example/cards";

  private final SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  @TempDir private Path folder;
  private String certificate = "";
  private @Nullable X509Certificate signer;

  @BeforeEach
  void issue() throws Exception {
    X509Certificate signer =
        SignerCertificate.selfSigned(
            key, "ID", "Dinas Kesehatan Uji", NOW.minusSeconds(60), Duration.ofDays(365));
    HealthEvent dose =
        new HealthEvent.Vaccination(
            new HealthEvent.Vaccine("840539006", "J07BX03", "CoronaVac", "Sinovac-Biotech"),
            new HealthEvent.Dose(2, 3),
            "2026-02-03",
            new HealthEvent.Origin("ID", "Dinas Kesehatan Uji", "URN:UVCI:01:ID:UJI1#A"));
    PersonName name = new PersonName("Badu", "BADU", "Kalo", "KALO");
    certificate =
        new HcertIssuer(key, signer, CLOCK)
            .issue(new HcertContent(name, "1980-05-06", dose), Duration.ofDays(180));
    this.signer = signer;
    Files.writeString(
        folder.resolve("trust.txt"), Base64.getEncoder().encodeToString(signer.getEncoded()));
    date("trust.txt", NOW.minus(Duration.ofHours(1)));
  }

  private void date(String name, Instant time) throws IOException {
    Files.setLastModifiedTime(folder.resolve(name), FileTime.from(time));
  }

  private int run(String... args) {
    said.reset();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new VerifyCertificate(CLOCK, out).run(List.of(args));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private String at(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void run_textFileOrPicture_isValid() throws IOException {
    Files.writeString(folder.resolve("certificate.txt"), certificate + "\n");
    Files.write(
        folder.resolve("certificate.png"), QrCode.ofHealthCertificate(certificate).toPng(4));
    Files.writeString(folder.resolve("marked.txt"), "\uFEFF" + certificate + "\r\n");
    for (String one :
        List.of(certificate, at("certificate.txt"), at("marked.txt"), at("certificate.png"))) {
      assertThat(run("--trust", at("trust.txt"), one)).isEqualTo(VerifyCertificate.VALID);
      assertThat(said())
          .contains("SIGNATURE    PASSED")
          .contains("signers: 1 of 2026-11-22T02:00:00Z, 0 passed over")
          .contains("\nVALID (nobody was asked whether it was taken back)\n")
          .contains("Kalo Badu (KALO BADU)")
          .contains("1980-05-06")
          .contains("dose           2 of 3")
          .contains("day            2026-02-03");
    }
  }

  @Test
  void run_certificateThatWasChanged_isInvalid() {
    int last = certificate.length() - 1;
    String other = certificate.substring(0, last) + (certificate.charAt(last) == '0' ? '1' : '0');
    assertThat(run("--trust", at("trust.txt"), other)).isEqualTo(VerifyCertificate.INVALID);
    assertThat(said()).contains("INVALID: ").doesNotContain("Badu");
  }

  @Test
  void run_positiveTest_isInvalidAndANegativeOneIsShown() {
    assertThat(run("--trust", at("trust.txt"), test(HealthEvent.Result.DETECTED)))
        .isEqualTo(VerifyCertificate.INVALID);
    assertThat(said()).contains("INVALID: ").doesNotContain("Badu");

    assertThat(run("--trust", at("trust.txt"), test(HealthEvent.Result.NOT_DETECTED)))
        .isEqualTo(VerifyCertificate.VALID);
    assertThat(said())
        .contains("result         260415000 (not detected)")
        .contains("sampled        2026-11-21T03:00:00Z");
  }

  private String test(String result) {
    HealthEvent test =
        new HealthEvent.TestResult(
            new HealthEvent.TestMethod("840539006", "LP6464-4", "Uji", null),
            new HealthEvent.Result("2026-11-21T03:00:00Z", result, "Puskesmas Uji"),
            new HealthEvent.Origin("ID", "Dinas Kesehatan Uji", "URN:UVCI:01:ID:UJI1#B"));
    PersonName name = new PersonName("Badu", "BADU", "Kalo", "KALO");
    return new HcertIssuer(key, Objects.requireNonNull(signer), CLOCK)
        .issue(new HcertContent(name, "1980-05-06", test), Duration.ofDays(2));
  }

  @Test
  void run_oldSigners_cannotVerifyUnlessTheirAgeIsAllowed() throws IOException {
    date("trust.txt", NOW.minus(Duration.ofDays(1)));
    assertThat(run("--trust", at("trust.txt"), certificate)).isEqualTo(VerifyCertificate.VALID);

    date("trust.txt", NOW.minus(Duration.ofDays(1)).minusSeconds(1));
    assertThat(run("--trust", at("trust.txt"), certificate))
        .isEqualTo(VerifyCertificate.UNVERIFIABLE);
    assertThat(said()).contains("signers: 1 of 2026-11-21T02:59:59Z");
    assertThat(run("--trust", at("trust.txt"), "--max-age", "2", certificate))
        .isEqualTo(VerifyCertificate.VALID);
  }

  @Test
  void run_neitherFileNorCertificate_isNoVerdict() throws IOException {
    Files.write(folder.resolve("code.gif"), "GIF89a\1\2".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(folder.resolve("other.json"), "{\"resourceType\":\"Patient\"}");
    for (String one :
        List.of("no certificate", "certifcate.txt", at("code.gif"), at("other.json"), "eyes.png")) {
      assertThat(run("--trust", at("trust.txt"), one)).isEqualTo(VerifyCertificate.USAGE);
      assertThat(said()).contains("neither a file nor HC1:, shc:/ or a JWS");
    }
  }

  @Test
  void run_withoutItsSigner_cannotBeVerified() {
    assertThat(run(certificate)).isEqualTo(VerifyCertificate.UNVERIFIABLE);
    assertThat(said()).contains("KEY          UNDECIDED: missing is KEY").doesNotContain("Badu");
  }

  @Test
  void run_healthCardOrItsFile_isVerified() throws IOException {
    String card = new HealthCardIssuer(CARD_ISSUER, key, CLOCK).issue(bundle(), List.of());
    String issuer = CARD_ISSUER + "=" + keys();
    String file = "{\"verifiableCredential\":[\"" + card + "\"]}";
    Files.writeString(folder.resolve("my.smart-health-card"), file);
    Files.writeString(folder.resolve("marked.smart-health-card"), "\uFEFF" + file);

    for (String one :
        List.of(
            card,
            HealthCardIssuer.qrText(card),
            at("my.smart-health-card"),
            at("marked.smart-health-card"))) {
      assertThat(run("--issuer", issuer, one)).isEqualTo(VerifyCertificate.VALID);
      assertThat(said())
          .contains("keys of " + CARD_ISSUER + ": of 2026-11-22T02:00:00Z")
          .contains("name           Kalo Badu")
          .contains("date of birth  1980-05-06");
    }
    assertThat(run(card)).isEqualTo(VerifyCertificate.INVALID);
    assertThat(said()).contains("UNTRUSTED_ISSUER").doesNotContain("Badu");
  }

  private String keys() throws IOException {
    JsonArray keys = new JsonArray(List.of(PublicJwk.of(key.publicKey()).toJson()));
    Files.write(
        folder.resolve("jwks.json"), Json.toBytes(JsonObject.builder().put("keys", keys).build()));
    date("jwks.json", NOW.minus(Duration.ofHours(1)));
    return at("jwks.json");
  }

  @Test
  void run_chunksOfACard_areOneCard() throws IOException {
    String card = new HealthCardIssuer(CARD_ISSUER, key, CLOCK).issue(bundle(), List.of());
    String issuer = CARD_ISSUER + "=" + keys();
    String digits = HealthCardIssuer.qrText(card).substring("shc:/".length());
    int half = digits.length() / 4 * 2;
    String first = "shc:/1/2/" + digits.substring(0, half);
    String second = "shc:/2/2/" + digits.substring(half);
    Files.writeString(folder.resolve("chunks.txt"), second + "\n" + first + "\n");

    assertThat(run("--issuer", issuer, second, first)).isEqualTo(VerifyCertificate.VALID);
    assertThat(run("--issuer", issuer, at("chunks.txt"))).isEqualTo(VerifyCertificate.VALID);
    assertThat(run("--issuer", issuer, first)).isEqualTo(VerifyCertificate.INVALID);
    assertThat(said()).contains("INCOMPLETE");
    assertThat(run("--issuer", issuer, first, certificate)).isEqualTo(VerifyCertificate.USAGE);
  }

  private static JsonObject bundle() throws FormatException {
    String json =
        """
        {"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"resource:0",
         "resource":{"resourceType":"Patient","birthDate":"1980-05-06",
          "name":[{"family":"Badu","given":["Kalo"]}]}}]}
        """;
    return (JsonObject) Json.read(json.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
  }

  @Test
  void run_calledWrongly_says() throws IOException {
    for (String[] args :
        List.of(
            new String[] {},
            new String[] {"--help"},
            new String[] {"a", "b"},
            new String[] {"--what", "x", "y"},
            new String[] {"--trust", at("absent"), certificate},
            new String[] {"--issuer", "no-file", certificate})) {
      assertThat(run(args)).isEqualTo(VerifyCertificate.USAGE);
      assertThat(said()).contains("exits with 0 valid");
    }
    assertThat(run("--max-age", "0", certificate)).isEqualTo(VerifyCertificate.USAGE);
    Files.writeString(folder.resolve("empty.txt"), "");
    assertThat(run("--trust", at("empty.txt"), certificate)).isEqualTo(VerifyCertificate.USAGE);
    assertThat(said()).contains("has no certificate that can be used");
    Files.write(folder.resolve("broken.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    assertThat(run(at("broken.png"))).isEqualTo(VerifyCertificate.USAGE);
    assertThat(said()).contains("health.qr.picture-unreadable");
  }
}

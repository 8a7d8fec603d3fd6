package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.health.certificate.CertificateStep;
import id.simpul.health.certificate.CheckCode;
import id.simpul.health.certificate.Kid;
import id.simpul.health.certificate.Verdict;
import id.simpul.health.certificate.Verdict.Missing;
import id.simpul.health.certificate.Verification;
import id.simpul.health.certificate.VerifiedHcert;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeConfigBuilder;
import id.simpul.node.NodeHealth;
import id.simpul.node.internal.config.HealthSignerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signers of health certificates follow one another, and what they signed stays good. */
class HealthSignersTest {
  private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
  private static final String HEALTH = "/health/certificates";

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private final SigningKey messages = SigningKeys.generate(SignatureAlgorithm.ED25519, random);
  private volatile Instant now = START;
  private final InstantSource clock = () -> now;
  private TestTown town;
  private CertifiedTown health;

  @BeforeEach
  void start() throws IOException {
    town = TestTown.start(data(), clock, messages, messages, this::signers);
    health = new CertifiedTown(town.base(), clock);
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private Path data() throws IOException {
    return Files.createDirectories(folder.resolve("data"));
  }

  private HealthSignerFiles files() throws IOException {
    return new HealthSignerFiles(data(), "Dinas Kesehatan Uji", random);
  }

  private void signers(NodeConfigBuilder config) {
    try {
      config.health(files().open(NodeHealth.NONE, now));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void restart() throws IOException {
    town = town.restart(data(), clock, messages, this::signers);
  }

  private Verification<VerifiedHcert> verified(String certificate) {
    return health.verify(certificate);
  }

  private boolean isValid(String certificate) {
    return verified(certificate).certificate().isPresent();
  }

  private Kid kid(String certificate) {
    return verified(certificate).certificate().orElseThrow().kid();
  }

  private String issued(String dose) throws Exception {
    FhirHttp.Answer answer = health.issue(dose);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return CertifiedTown.member(answer, "certificate");
  }

  @Test
  void issue_afterAChangeOfSigner_signsWithTheNewOneAndKeepsWhatTheOldOneSigned() throws Exception {
    String dose = health.dose(11);
    String old = issued(dose);
    now = START.plus(Duration.ofDays(100));
    X509Certificate second = files().add(now);
    assertThat(files().forgetKeysBefore(second)).hasSize(1);
    restart();

    String recent = issued(dose);
    assertThat(isValid(old)).isTrue();
    assertThat(kid(recent)).isNotEqualTo(kid(old));

    now = START.plus(Duration.ofDays(366));
    assertThat(verified(old).verdict())
        .isEqualTo(new Verdict.Invalid<>(CertificateStep.TIMES, CheckCode.EXPIRED));
    assertThat(isValid(recent)).isTrue();
  }

  @Test
  void issue_nextSignerHasNotBegun_isPublishedAndSignsFromItsTimeOn() throws Exception {
    String dose = health.dose(12);
    X509Certificate next = files().add(START.plus(Duration.ofDays(7)));
    restart();
    String old = issued(dose);
    assertThat(kid(old)).isNotEqualTo(Kid.of(next));
    assertThat(health.trust().current().size()).isEqualTo(2);

    now = START.plus(Duration.ofDays(7));
    assertThat(kid(issued(dose))).isEqualTo(Kid.of(next));
  }

  @Test
  void issue_inYearFour_isRefusedAsTheServersFaultAndSaidBefore() throws Exception {
    Instant last = START.plus(HealthSignerFiles.VALIDITY).minus(Duration.ofDays(365));
    String dose = health.dose(13);
    assertThat(status()).contains("\"status\":\"quiet\"");

    now = last.minus(Duration.ofDays(90));
    assertThat(status()).contains("\"status\":\"warning\"");
    String late = issued(dose);

    now = last;
    FhirHttp.Answer refused = health.issue(dose);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.body()).contains("signer");
    assertThat(status()).contains("\"status\":\"expired\"", "\"signs\":false");
    assertThat(isValid(late)).isTrue();

    files().add(now);
    restart();
    assertThat(isValid(issued(dose))).isTrue();
    assertThat(status()).contains("\"status\":\"quiet\"", "\"signs\":true");
  }

  private String status() throws Exception {
    FhirHttp.Answer answer = health.http().send("GET", HEALTH, "", "");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void trustList_afterTheSignersEnd_doesNotNameItAnyMore() throws Exception {
    String old = issued(health.dose(14));
    now = START.plus(HealthSignerFiles.VALIDITY).plus(Duration.ofDays(1));
    files().add(now);
    restart();
    assertThat(health.trust().current().size()).isEqualTo(1);
    assertThat(verified(old).verdict()).isEqualTo(new Verdict.Unverifiable<>(Missing.KEY));
  }

  @Test
  void open_keyRestoredWithItsOldTime_makesASignerThatStartsNow() throws Exception {
    Path key = data().resolve("health-certificate-key.pem");
    Files.setLastModifiedTime(key, FileTime.from(START.minus(Duration.ofDays(1700))));
    Files.delete(data().resolve("health-certificate.der"));
    restart();
    assertThat(isValid(issued(health.dose(15)))).isTrue();
  }

  @Test
  void open_certificateOfTheSameKeyBesideTheFirst_signsWithTheNewest() throws Exception {
    SigningKey key = SigningKeys.load(data().resolve("health-certificate-key.pem"));
    X509Certificate other =
        SignerCertificate.selfSigned(
            key, "ID", "Otoritas Uji", START.plusSeconds(60), Duration.ofDays(900));
    Files.write(data().resolve("health-certificate-authority.der"), other.getEncoded());
    now = START.plusSeconds(60);
    restart();
    assertThat(kid(issued(health.dose(16)))).isEqualTo(Kid.of(other));
    try (Stream<Path> kept = Files.list(data())) {
      assertThat(kept.filter(f -> f.toString().endsWith(".der"))).hasSize(2);
    }
  }

  @Test
  void open_moreFilesThanAreRead_isRefused() throws Exception {
    Path first = data().resolve("health-certificate.der");
    for (int i = 1; i < HealthSignerFiles.MAX_FILES; i++) {
      Files.copy(first, data().resolve("health-certificate-" + i + ".der"));
    }
    assertThat(files().open(NodeHealth.NONE, now).signers()).hasSize(HealthSignerFiles.MAX_FILES);
    Files.copy(first, data().resolve("health-certificate-more.der"));
    assertThatThrownBy(() -> files().open(NodeHealth.NONE, now))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("32 files");
  }
}

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
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeHealth;
import id.simpul.node.internal.config.HealthSignerFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signers of health certificates follow one another, and what they signed stays good. */
class HealthSignersTest {
  private static final Instant START = SigningTown.START;
  private static final String HEALTH = "/health/certificates";

  @TempDir Path folder;
  private SigningTown town;

  @BeforeEach
  void start() throws IOException {
    town = new SigningTown(folder);
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private Verification<VerifiedHcert> verified(String certificate) {
    return town.health().verify(certificate);
  }

  private boolean isValid(String certificate) {
    return verified(certificate).certificate().isPresent();
  }

  private Kid kid(String certificate) {
    return verified(certificate).certificate().orElseThrow().kid();
  }

  private String issued(String dose) throws Exception {
    FhirHttp.Answer answer = town.health().issue(dose);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return CertifiedTown.member(answer, "certificate");
  }

  @Test
  void issue_afterAChangeOfSigner_signsWithTheNewOneAndKeepsWhatTheOldOneSigned() throws Exception {
    String dose = town.health().dose(11);
    String old = issued(dose);
    town.setTo(START.plus(Duration.ofDays(100)));
    X509Certificate second = town.files().add(town.now());
    assertThat(town.files().forgetKeysBefore(second)).hasSize(1);
    town.restart();

    String recent = issued(dose);
    assertThat(isValid(old)).isTrue();
    assertThat(kid(recent)).isNotEqualTo(kid(old));

    town.setTo(START.plus(Duration.ofDays(366)));
    assertThat(verified(old).verdict())
        .isEqualTo(new Verdict.Invalid<>(CertificateStep.TIMES, CheckCode.EXPIRED));
    assertThat(isValid(recent)).isTrue();
  }

  @Test
  void issue_nextSignerHasNotBegun_isPublishedAndSignsFromItsTimeOn() throws Exception {
    String dose = town.health().dose(12);
    X509Certificate next = town.files().add(START.plus(Duration.ofDays(7)));
    town.restart();
    String old = issued(dose);
    assertThat(kid(old)).isNotEqualTo(Kid.of(next));
    assertThat(town.health().trust().current().size()).isEqualTo(2);

    town.setTo(START.plus(Duration.ofDays(7)));
    assertThat(kid(issued(dose))).isEqualTo(Kid.of(next));
  }

  @Test
  void issue_inYearFour_isRefusedAsTheServersFaultAndSaidBefore() throws Exception {
    Instant last = START.plus(HealthSignerFiles.VALIDITY).minus(Duration.ofDays(365));
    String dose = town.health().dose(13);
    assertThat(status()).contains("\"status\":\"quiet\"");

    town.setTo(last.minus(Duration.ofDays(90)));
    assertThat(status()).contains("\"status\":\"warning\"");
    String late = issued(dose);

    town.setTo(last);
    FhirHttp.Answer refused = town.health().issue(dose);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.body()).contains("signer");
    assertThat(status()).contains("\"status\":\"expired\"", "\"signs\":false");
    assertThat(isValid(late)).isTrue();

    town.files().add(town.now());
    town.restart();
    assertThat(isValid(issued(dose))).isTrue();
    assertThat(status()).contains("\"status\":\"quiet\"", "\"signs\":true");
  }

  private String status() throws Exception {
    FhirHttp.Answer answer = town.health().http().send("GET", HEALTH, "", "");
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void trustList_afterTheSignersEnd_doesNotNameItAnyMore() throws Exception {
    String old = issued(town.health().dose(14));
    town.setTo(START.plus(HealthSignerFiles.VALIDITY).plus(Duration.ofDays(1)));
    town.files().add(town.now());
    town.restart();
    assertThat(town.health().trust().current().size()).isEqualTo(1);
    assertThat(verified(old).verdict()).isEqualTo(new Verdict.Unverifiable<>(Missing.KEY));
  }

  @Test
  void open_keyRestoredWithItsOldTime_makesASignerThatStartsNow() throws Exception {
    Path key = town.data().resolve("health-certificate-key.pem");
    Files.setLastModifiedTime(key, FileTime.from(START.minus(Duration.ofDays(1700))));
    Files.delete(town.data().resolve("health-certificate.der"));
    town.restart();
    assertThat(isValid(issued(town.health().dose(15)))).isTrue();
  }

  @Test
  void open_certificateOfTheSameKeyBesideTheFirst_signsWithTheNewest() throws Exception {
    SigningKey key = SigningKeys.load(town.data().resolve("health-certificate-key.pem"));
    X509Certificate other =
        SignerCertificate.selfSigned(
            key, "ID", "Otoritas Uji", START.plusSeconds(60), Duration.ofDays(900));
    Files.write(town.data().resolve("health-certificate-authority.der"), other.getEncoded());
    town.setTo(START.plusSeconds(60));
    town.restart();
    assertThat(kid(issued(town.health().dose(16)))).isEqualTo(Kid.of(other));
    try (Stream<Path> kept = Files.list(town.data())) {
      assertThat(kept.filter(f -> f.toString().endsWith(".der"))).hasSize(2);
    }
  }

  @Test
  void open_moreFilesThanAreRead_isRefused() throws Exception {
    Path first = town.data().resolve("health-certificate.der");
    for (int i = 1; i < HealthSignerFiles.MAX_FILES; i++) {
      Files.copy(first, town.data().resolve("health-certificate-" + i + ".der"));
    }
    assertThat(town.files().open(NodeHealth.NONE, town.now()).signers())
        .hasSize(HealthSignerFiles.MAX_FILES);
    Files.copy(first, town.data().resolve("health-certificate-more.der"));
    assertThatThrownBy(() -> town.files().open(NodeHealth.NONE, town.now()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("32 files");
  }
}

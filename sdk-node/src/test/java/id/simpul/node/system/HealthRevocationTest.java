package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.certificate.CertificateStep;
import id.simpul.health.certificate.CheckCode;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.Verdict;
import id.simpul.health.certificate.Verdict.Missing;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.NodeConfigBuilder;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.config.HealthSignerFiles;
import id.simpul.node.internal.http.KeptEdition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one city takes back, another refuses. */
class HealthRevocationTest {
  private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

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

  private FhirHttp.Answer issued(String dose) throws Exception {
    FhirHttp.Answer answer = health.issue(dose);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static String text(FhirHttp.Answer answer) {
    return CertifiedTown.member(answer, "certificate");
  }

  private static String number(FhirHttp.Answer answer) {
    return CertifiedTown.member(answer, "number");
  }

  private Verdict<?> verdict(FhirHttp.Answer certificate) {
    return health.verifyAndAsk(text(certificate)).verdict();
  }

  private FhirHttp.Answer revoke(String number) throws Exception {
    FhirHttp.Answer answer = health.revoke(number);
    now = now.plus(KeptEdition.LAG);
    return answer;
  }

  private static Verdict<?> revoked() {
    return new Verdict.Invalid<>(CertificateStep.REVOCATION, CheckCode.REVOKED);
  }

  @Test
  void revoke_certificate_isRefusedElsewhereInEveryTextAndBySignersToCome() throws Exception {
    String dose = health.dose(21);
    FhirHttp.Answer first = issued(dose);
    FhirHttp.Answer other = issued(health.dose(22));
    files().add(now);
    restart();
    now = now.plusSeconds(5);
    FhirHttp.Answer second = issued(dose);
    assertThat(verdict(first)).isInstanceOf(Verdict.Valid.class);

    assertThat(revoke(number(first)).status()).isEqualTo(200);

    assertThat(verdict(first)).isEqualTo(revoked());
    assertThat(verdict(second)).isEqualTo(revoked());
    assertThat(verdict(other)).isInstanceOf(Verdict.Valid.class);
    FhirHttp.Answer again = health.issue(dose);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("taken back");
  }

  @Test
  void revoke_again_saysTheSameAndOutlivesARestart() throws Exception {
    FhirHttp.Answer certificate = issued(health.dose(23));
    FhirHttp.Answer first = revoke(number(certificate));
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    now = now.plusSeconds(60);
    restart();
    FhirHttp.Answer again = revoke(number(certificate));
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.body()).contains(START.toString());
    assertThat(verdict(certificate)).isEqualTo(revoked());
  }

  @Test
  void revoke_numberNobodyIssued_isNotFound() throws Exception {
    FhirHttp.Answer certificate = issued(health.dose(24));
    String number = number(certificate);
    String mistyped = number.substring(0, number.length() - 1) + "~";
    assertThat(revoke(mistyped).status()).isEqualTo(404);
    assertThat(revoke("N".repeat(72)).status()).isEqualTo(404);
    assertThat(revoke("N".repeat(73)).status()).isEqualTo(400);
    assertThat(revoke(" ").status()).isEqualTo(400);
    assertThat(verdict(certificate)).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void revoke_byOthersThanHealthWorkers_isRefused() throws Exception {
    FhirHttp.Answer certificate = issued(health.dose(25));
    String order = "{\"number\":\"" + number(certificate) + "\"}";
    FhirHttp nobody = new FhirHttp(town.base());
    String path = CertifiedTown.ISSUE + "/revocations.json";
    assertThat(nobody.send("POST", path, "application/json", order).status()).isEqualTo(401);
    assertThat(nobody.as(TestTown.OFFICER).send("POST", path, "application/json", order).status())
        .isEqualTo(403);
    assertThat(verdict(certificate)).isInstanceOf(Verdict.Valid.class);
  }

  @Test
  void list_whatWasTakenBack_tellsNobodyWhoAndLeavesWhenAllOfItHasEnded() throws Exception {
    String dose = health.dose(26);
    FhirHttp.Answer certificate = issued(dose);
    String before = list();
    revoke(number(certificate));
    assertThat(list()).isNotEqualTo(before).doesNotContain(number(certificate), dose, "UVCI");

    now = START.plus(Duration.ofDays(365));
    assertThat(list()).contains("\"hash\"");
    now = START.plus(Duration.ofDays(367));
    assertThat(list()).doesNotContain("\"hash\"").contains("\"kid\"");
    assertThat(health.issue(dose).status()).isEqualTo(409);
  }

  @Test
  void list_askedAgainAtOnce_isNotWrittenAnew() throws Exception {
    FhirHttp.Answer certificate = issued(health.dose(28));
    String before = list();
    health.revoke(number(certificate));
    now = now.plus(KeptEdition.LAG).minusNanos(1);
    assertThat(list()).isEqualTo(before);
    now = now.plusNanos(1);
    assertThat(list()).isNotEqualTo(before).contains("\"hash\"");
  }

  private String list() throws Exception {
    FhirHttp.Answer list =
        new FhirHttp(town.base()).send("GET", NodePaths.HEALTH_REVOCATIONS, "", "");
    assertThat(list.status()).isEqualTo(200);
    return list.body();
  }

  @Test
  void list_ofAnotherCity_decidesNothing() throws Exception {
    FhirHttp.Answer certificate = issued(health.dose(27));
    try (TestTown other =
        TestTown.start(
            folder.resolve("other"),
            clock,
            config ->
                config.health(
                    new HealthSignerFiles(folder, "Dinas Kesehatan Lain", random)
                        .open(NodeHealth.NONE, now)))) {
      CertifiedTown elsewhere = new CertifiedTown(other.base(), clock);
      assertThat(
              HcertVerifier.builder(health.trust(), clock)
                  .revocation(elsewhere.revocations())
                  .build()
                  .verify(text(certificate))
                  .verdict())
          .isEqualTo(new Verdict.Unverifiable<>(Missing.REVOCATION));
    }
  }
}

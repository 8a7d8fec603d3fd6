package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.certificate.CertificateStep;
import id.simpul.health.certificate.CheckCode;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.Verdict;
import id.simpul.health.certificate.Verdict.Missing;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.config.HealthSignerFiles;
import id.simpul.node.internal.http.KeptEdition;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one city takes back, another refuses. */
class HealthRevocationTest {
  private static final Instant START = SigningTown.START;

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

  private FhirHttp.Answer issued(String dose) throws Exception {
    FhirHttp.Answer answer = town.health().issue(dose);
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
    return town.health().verifyAndAsk(text(certificate)).verdict();
  }

  private FhirHttp.Answer revoke(String number) throws Exception {
    FhirHttp.Answer answer = town.health().revoke(number);
    town.setTo(town.now().plus(KeptEdition.LAG));
    return answer;
  }

  private static Verdict<?> revoked() {
    return new Verdict.Invalid<>(CertificateStep.REVOCATION, CheckCode.REVOKED);
  }

  @Test
  void revoke_certificate_isRefusedElsewhereInEveryTextAndBySignersToCome() throws Exception {
    String dose = town.health().dose(21);
    FhirHttp.Answer first = issued(dose);
    FhirHttp.Answer other = issued(town.health().dose(22));
    town.files().add(town.now());
    town.restart();
    town.setTo(town.now().plusSeconds(5));
    FhirHttp.Answer second = issued(dose);
    assertThat(verdict(first)).isInstanceOf(Verdict.Valid.class);

    assertThat(revoke(number(first)).status()).isEqualTo(200);

    assertThat(verdict(first)).isEqualTo(revoked());
    assertThat(verdict(second)).isEqualTo(revoked());
    assertThat(verdict(other)).isInstanceOf(Verdict.Valid.class);
    FhirHttp.Answer again = town.health().issue(dose);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body()).contains("taken back");
  }

  @Test
  void revoke_again_saysTheSameAndOutlivesARestart() throws Exception {
    FhirHttp.Answer certificate = issued(town.health().dose(23));
    FhirHttp.Answer first = revoke(number(certificate));
    assertThat(first.status()).as(first.body()).isEqualTo(200);
    town.setTo(town.now().plusSeconds(60));
    town.restart();
    FhirHttp.Answer again = revoke(number(certificate));
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.body()).contains(START.toString());
    assertThat(verdict(certificate)).isEqualTo(revoked());
  }

  @Test
  void revoke_numberNobodyIssued_isNotFound() throws Exception {
    FhirHttp.Answer certificate = issued(town.health().dose(24));
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
    FhirHttp.Answer certificate = issued(town.health().dose(25));
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
    String dose = town.health().dose(26);
    FhirHttp.Answer certificate = issued(dose);
    String before = list();
    revoke(number(certificate));
    assertThat(list()).isNotEqualTo(before).doesNotContain(number(certificate), dose, "UVCI");

    town.setTo(START.plus(Duration.ofDays(365)));
    assertThat(list()).contains("\"hash\"");
    town.setTo(START.plus(Duration.ofDays(367)));
    assertThat(list()).doesNotContain("\"hash\"").contains("\"kid\"");
    assertThat(town.health().issue(dose).status()).isEqualTo(409);
  }

  @Test
  void list_askedAgainAtOnce_isNotWrittenAnew() throws Exception {
    FhirHttp.Answer certificate = issued(town.health().dose(28));
    String before = list();
    town.health().revoke(number(certificate));
    town.setTo(town.now().plus(KeptEdition.LAG).minusNanos(1));
    assertThat(list()).isEqualTo(before);
    town.setTo(town.now().plusNanos(1));
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
    FhirHttp.Answer certificate = issued(town.health().dose(27));
    try (TestTown other =
        TestTown.start(
            folder.resolve("other"),
            town.clock(),
            config ->
                config.health(
                    new HealthSignerFiles(folder, "Dinas Kesehatan Lain", new SecureRandom())
                        .open(NodeHealth.NONE, town.now())))) {
      CertifiedTown elsewhere = new CertifiedTown(other.base(), town.clock());
      assertThat(
              HcertVerifier.builder(town.health().trust(), town.clock())
                  .revocation(elsewhere.revocations())
                  .build()
                  .verify(text(certificate))
                  .verdict())
          .isEqualTo(new Verdict.Unverifiable<>(Missing.REVOCATION));
    }
  }
}

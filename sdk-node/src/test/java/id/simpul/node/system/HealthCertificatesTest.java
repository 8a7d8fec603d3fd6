package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.AddressPolicy;
import id.simpul.core.format.Json;
import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.HealthEvent;
import id.simpul.health.certificate.TrustList;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.fetch.HttpTrustLists;
import id.simpul.health.fhir.Resource;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dose is recorded and certified here, and verified by somebody who knows the trust list alone.
 */
class HealthCertificatesTest {
  private static final String ISSUE = NodePaths.PROFILE + "/health-certificates";

  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(73);
  private final String name = people.name();
  private TestTown town;
  private FhirHttp http;

  @BeforeEach
  void start() throws IOException {
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    NodeHealth.Signer signer =
        new NodeHealth.Signer(
            key,
            SignerCertificate.selfSigned(
                key,
                "ID",
                "Dinas Kesehatan Uji",
                Instant.now().minusSeconds(60),
                Duration.ofDays(900)),
            "Dinas Kesehatan Uji");
    town =
        TestTown.start(
            folder.resolve("data"),
            InstantSource.system(),
            config -> config.health(NodeHealth.NONE.certifying(signer)));
    http = new FhirHttp(town.base()).as(TestTown.HEALTH);
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private static String json(Resource resource) {
    return new String(Json.toBytes(resource.json()), StandardCharsets.UTF_8);
  }

  private String dose() throws IOException, InterruptedException {
    String patient =
        "Patient/" + http.post("/Patient", json(HealthPeople.patient(people.nik(), name))).id();
    String encounter =
        "Encounter/" + http.post("/Encounter", json(HealthPeople.encounter(patient, "K-9"))).id();
    return http.post("/Immunization", json(HealthPeople.dose(patient, encounter))).id();
  }

  private static String order(String immunization) {
    return """
    {"immunization":"%s","prophylaxis":"J07BX03","product":"CoronaVac",
     "manufacturer":"Sinovac-Biotech","doses":3}
    """
        .formatted(immunization);
  }

  private FhirHttp.Answer issue(String body) throws IOException, InterruptedException {
    return http.send("POST", ISSUE + ".json", "application/json", body);
  }

  private static String member(FhirHttp.Answer answer, String name) {
    return answer.body().replaceFirst("(?s).*\"" + name + "\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void issue_doseOnRecord_isVerifiedByWhoeverHasTheTrustList() throws Exception {
    String dose = dose();
    FhirHttp.Answer answer = issue(order(dose));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);

    TrustListHolder holder =
        new TrustListHolder(TrustList.empty(), Duration.ofDays(1), InstantSource.system());
    try (HttpTrustLists lists =
        new HttpTrustLists(
            AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment(),
            InstantSource.system())) {
      URI signers = URI.create(town.base() + NodePaths.HEALTH_SIGNERS);
      assertThat(holder.refresh(lists.plain(signers))).isEmpty();
    }
    HcertContent content =
        HcertVerifier.builder(holder, InstantSource.system())
            .build()
            .verify(member(answer, "certificate"))
            .certificate()
            .orElseThrow()
            .content();
    assertThat(content.name().family()).isEqualTo(name);
    assertThat(content.dateOfBirth()).isEqualTo(HealthPeople.BORN.toString());
    assertThat(content.event()).isInstanceOf(HealthEvent.Vaccination.class);
    assertThat(content.event().origin().certificateId())
        .isEqualTo(member(answer, "number"))
        .startsWith("URN:UVCI:01:ID:")
        .doesNotContain(dose);
    assertThat(member(issue(order(dose)), "number")).isEqualTo(member(answer, "number"));
  }

  @Test
  void issue_asAPage_isOneForPeople() throws Exception {
    FhirHttp.Answer page = http.send("POST", ISSUE + ".html", "application/json", order(dose()));
    assertThat(page.status()).as(page.body()).isEqualTo(200);
    assertThat(page.field("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("Sertifikat Vaksinasi", name, "<svg ");
  }

  @Test
  void issue_withoutAKeyForHealth_isRefused() throws Exception {
    String order = order(dose());
    for (FhirHttp other :
        new FhirHttp[] {
          new FhirHttp(town.base()), new FhirHttp(town.base()).as(TestTown.OFFICER)
        }) {
      assertThat(other.send("POST", ISSUE + ".json", "application/json", order).status())
          .isIn(401, 403);
    }
  }

  @Test
  void issue_otherOrder_isRefused() throws Exception {
    assertThat(issue(order("absent")).status()).isEqualTo(404);
    FhirHttp.Answer wrong = issue("{\"doses\":0}");
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body())
        .contains("/immunization", "/prophylaxis", "/product", "/manufacturer", "/doses");
    String mistaken = dose();
    FhirHttp.Answer read = http.get("/Immunization/" + mistaken);
    http.put(
        "/Immunization/" + mistaken, read.body().replace("\"completed\"", "\"entered-in-error\""));
    assertThat(issue(order(mistaken)).status()).isEqualTo(409);
  }
}

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
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A dose is recorded and certified here, and verified by somebody who knows the trust list alone.
 */
class HealthCertificatesTest {
  private static final String ISSUE = NodePaths.PROFILE + "/health-certificates";

  private static final String CVX = "{\"system\":\"http://hl7.org/fhir/sid/cvx\",\"code\":";
  private static final String SECOND = "\"doseNumberPositiveInt\":2";
  private static final String MEASLES =
      "{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"14189004\"}]}";

  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(73);
  private final String name = people.name();
  private int visits;
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
    return dose(patient -> patient, dose -> dose);
  }

  private String dose(UnaryOperator<String> person, UnaryOperator<String> change)
      throws IOException, InterruptedException {
    String body = person.apply(json(HealthPeople.patient(people.nik(), name)));
    String patient = "Patient/" + http.post("/Patient", body).id();
    String encounter =
        "Encounter/" + http.post("/Encounter", json(HealthPeople.encounter(patient, visit()))).id();
    String dose = change.apply(json(HealthPeople.dose(patient, encounter)));
    return http.post("/Immunization", dose).id();
  }

  private String visit() {
    visits++;
    return "K-" + visits;
  }

  private static UnaryOperator<String> with(String what, String instead) {
    return json -> {
      assertThat(json).contains(what);
      return json.replace(what, instead);
    };
  }

  private static String order(String immunization) {
    return order(immunization, "EU/1/21/1529", "ORG-100001699", 3);
  }

  private static String order(String immunization, String product, String maker, int doses) {
    return """
    {"immunization":"%s","prophylaxis":"J07BX03","product":"%s","manufacturer":"%s","doses":%d}
    """
        .formatted(immunization, product, maker, doses);
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
    HcertContent content = verified(answer);
    assertThat(content.name().family()).isEqualTo(name);
    assertThat(content.dateOfBirth()).isEqualTo(HealthPeople.BORN.toString());
    assertThat(content.event().origin().certificateId())
        .isEqualTo(member(answer, "number"))
        .startsWith("URN:UVCI:01:ID:")
        .doesNotContain(dose);
    assertThat(content.event())
        .isEqualTo(
            new HealthEvent.Vaccination(
                new HealthEvent.Vaccine("840539006", "J07BX03", "EU/1/21/1529", "ORG-100001699"),
                new HealthEvent.Dose(1, 3),
                "2026-11-20",
                content.event().origin()));
    assertThat(member(issue(order(dose)), "number")).isEqualTo(member(answer, "number"));
  }

  private HcertContent verified(FhirHttp.Answer answer) throws Exception {
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
    return HcertVerifier.builder(holder, InstantSource.system())
        .build()
        .verify(member(answer, "certificate"))
        .certificate()
        .orElseThrow()
        .content();
  }

  @ParameterizedTest
  @CsvSource({
    "207, EU/1/20/1507, ORG-100031184",
    "208, EU/1/20/1528, ORG-100030215",
    "210, EU/1/21/1529, ORG-100001699",
    "211, EU/1/21/1618, ORG-100032020",
    "212, EU/1/20/1525, ORG-100001417",
    "510, BBIBP-CorV, ORG-100020693",
    "511, CoronaVac, Sinovac-Biotech"
  })
  void issue_vaccineOfTheTable_isCertifiedAsThatAlone(String cvx, String product, String maker)
      throws Exception {
    String dose = dose(patient -> patient, with("\"210\"", "\"" + cvx + "\""));
    HcertContent content = verified(issue(order(dose, product, maker, 2)));
    assertThat(content.event())
        .isInstanceOfSatisfying(
            HealthEvent.Vaccination.class,
            event ->
                assertThat(event.vaccine())
                    .isEqualTo(new HealthEvent.Vaccine("840539006", "J07BX03", product, maker)));
    FhirHttp.Answer other = issue(order(dose, "Covaxin", "Bharat-Biotech", 2));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body()).contains("/product: ", "/manufacturer: ", "order " + product);
  }

  @Test
  void issue_orderOfAnotherVaccineThanWasGiven_saysWhatIsOnRecord() throws Exception {
    String dose = dose();
    FhirHttp.Answer other = issue(order(dose, "CoronaVac", "Sinovac-Biotech", 3));
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.body()).contains("/product: ", "/manufacturer: ", "or correct the record");
    FhirHttp.Answer kind = issue(order(dose).replace("J07BX03", "1119349007"));
    assertThat(kind.status()).isEqualTo(409);
    assertThat(kind.body()).contains("/prophylaxis: ");
  }

  @Test
  void issue_recordOfAVaccineNobodyIsSureOf_isRefused() throws Exception {
    List<UnaryOperator<String>> changes =
        List.of(
            with("\"210\"", "\"05\""),
            with("\"210\"", "\"500\""),
            with(CVX + "\"210\"}", CVX + "\"210\"}," + CVX + "\"511\"}"),
            with("\"doseNumber", "\"targetDisease\":[" + MEASLES + "],\"doseNumber"),
            with("\"status\"", "\"isSubpotent\":true,\"status\""));
    List<String> where =
        List.of("vaccineCode", "vaccineCode", "vaccineCode", "targetDisease", "isSubpotent");
    for (int i = 0; i < changes.size(); i++) {
      FhirHttp.Answer answer = issue(order(dose(patient -> patient, changes.get(i))));
      assertThat(answer.status()).as(answer.body()).isEqualTo(409);
      assertThat(answer.body()).contains(where.get(i) + ": ");
    }
  }

  @Test
  void issue_anotherSeriesThanOnRecord_isRefused() throws Exception {
    String two =
        dose(
            patient -> patient,
            with("\"doseNumberPositiveInt\":1", SECOND + ",\"seriesDosesPositiveInt\":2"));
    verified(issue(order(two, "EU/1/21/1529", "ORG-100001699", 2)));
    FhirHttp.Answer three = issue(order(two));
    assertThat(three.status()).isEqualTo(409);
    assertThat(three.body()).contains("/doses: ", "of 2");
    String unsaid = dose(patient -> patient, with("\"doseNumberPositiveInt\":1", SECOND));
    FhirHttp.Answer less = issue(order(unsaid, "EU/1/21/1529", "ORG-100001699", 1));
    assertThat(less.status()).isEqualTo(409);
    assertThat(less.body()).contains("/doses: ");
  }

  @Test
  void issue_severalNames_takesTheOneInUse() throws Exception {
    String old = "{\"use\":\"old\",\"text\":\"Lama\"},";
    String ended =
        "{\"use\":\"official\",\"text\":\"Dulu\",\"period\":{\"end\":\"2001-01-01T00:00:00Z\"}},";
    String usual = "{\"use\":\"usual\",\"text\":\"Biasa\"},";
    UnaryOperator<String> more = with("\"name\":[", "\"name\":[" + old + ended + usual);
    HcertContent content = verified(issue(order(dose(more, dose -> dose))));
    assertThat(content.name().family()).isEqualTo(name);
    assertThat(content.name().given()).isNull();

    String first = name.substring(0, name.indexOf(' '));
    UnaryOperator<String> divided = with("\"text\"", "\"given\":[\"" + first + "\"],\"text\"");
    content = verified(issue(order(dose(divided, dose -> dose))));
    assertThat(content.name().family()).isEqualTo(name);
    assertThat(content.name().given()).isNull();

    for (String use : List.of("old", "anonymous", "temp")) {
      String dose = dose(with("\"use\":\"official\",\"text\"", use(use)), some -> some);
      FhirHttp.Answer answer = issue(order(dose));
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("name: ");
    }
  }

  private static String use(String use) {
    return "\"use\":\"" + use + "\",\"text\"";
  }

  @Test
  void issue_patientOutOfUse_isRefused() throws Exception {
    String replaced =
        "\"link\":[{\"other\":{\"reference\":\"Patient/other\"},\"type\":\"replaced-by\"}],";
    FhirHttp.Answer inactive =
        issue(order(dose(with("\"active\":true", "\"active\":false"), dose -> dose)));
    FhirHttp.Answer other =
        issue(order(dose(with("\"active\"", replaced + "\"active\""), dose -> dose)));
    assertThat(inactive.status()).as(inactive.body()).isEqualTo(409);
    assertThat(inactive.body()).contains("active: ");
    assertThat(other.status()).as(other.body()).isEqualTo(409);
    assertThat(other.body()).contains("link: ");
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

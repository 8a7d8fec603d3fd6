package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.value.Nik;
import id.simpul.core.value.Secret;
import id.simpul.node.NodeHealth;
import id.simpul.node.internal.security.HealthTokens;
import id.simpul.node.internal.store.FhirWrite;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.system.FhirHttp.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node refuses of health records, and what it says then. */
class FhirBadInputTest {
  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(72);
  private final Nik nik = people.nik();
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T02:00:00Z"));
  private TestTown town;
  private FhirHttp anybody;
  private FhirHttp worker;

  @BeforeEach
  void start() throws IOException {
    town =
        TestTown.start(
            folder.resolve("data"), clock, config -> config.health(NodeHealth.NONE.serving()));
    anybody = new FhirHttp(town.base());
    worker = anybody.as(TestTown.HEALTH);
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private static String organization(String name) {
    return "{\"resourceType\":\"Organization\",\"name\":\"" + name + "\"}";
  }

  private Answer organized(String name) throws IOException, InterruptedException {
    Answer answer = worker.post("/Organization", organization(name));
    assertThat(answer.status()).isEqualTo(201);
    return answer;
  }

  private String patient() {
    return new String(
        Json.toBytes(HealthPeople.patient(nik, people.name()).json()), StandardCharsets.UTF_8);
  }

  private static void refused(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.field("Content-Type")).isEqualTo("application/fhir+json");
    assertThat(answer.body())
        .contains("\"resourceType\":\"OperationOutcome\"", "\"code\":\"" + code + "\"");
  }

  @Test
  void create_newResource_isAnsweredWithItsPlaceAndVersion() throws Exception {
    Answer answer = organized("RSUD");

    String place = town.base() + "/fhir/r4/Organization/" + answer.id();
    assertThat(answer.field("Location")).isEqualTo(place + "/_history/1");
    assertThat(answer.field("ETag")).isEqualTo("W/\"1\"");
    assertThat(answer.field("Last-Modified")).isEqualTo("Sun, 22 Nov 2026 02:00:00 GMT");
    assertThat(answer.field("Content-Type")).isEqualTo("application/fhir+json");
    assertThat(answer.body()).contains("\"lastUpdated\":\"2026-11-22T02:00:00.000000+00:00\"");
  }

  @Test
  void callers_withoutTheRole_areRefused() throws Exception {
    refused(anybody.get("/Patient"), 401, "login");
    refused(anybody.as(Secret.of("tidak-dikenal")).get("/Patient"), 401, "login");
    refused(anybody.as(TestTown.OFFICER).get("/Patient"), 403, "forbidden");
    refused(anybody.as(TestTown.OFFICER).post("/Patient", patient()), 403, "forbidden");
    refused(anybody.get("/Patient?api_key=" + TestTown.HEALTH.reveal()), 401, "login");
    assertThat(anybody.get("/metadata").status()).isEqualTo(200);
  }

  @Test
  void node_toldNothingOfHealth_hasNoSuchPath() throws Exception {
    try (TestTown other = TestTown.start(folder.resolve("other"))) {
      FhirHttp http = new FhirHttp(other.base()).as(TestTown.HEALTH);

      assertThat(http.get("/metadata").status()).isEqualTo(404);
      assertThat(http.token("rsud", TestTown.HEALTH.reveal()).status()).isEqualTo(404);
    }
  }

  @Test
  void create_severalRulesBroken_namesThemAllAndStoresNothing() throws Exception {
    Answer answer =
        worker.post(
            "/Patient",
            "{\"resourceType\":\"Patient\",\"gender\":\"none\",\"birthDate\":\"31-12-1990\","
                + "\"colour\":\"red\"}");

    refused(answer, 400, "code-invalid");
    assertThat(answer.body())
        .contains(
            "\"expression\":[\"Patient.gender\"]",
            "\"expression\":[\"Patient.birthDate\"]",
            "FHIR R4 has no such member");
    assertThat(worker.get("/Patient").body()).contains("\"total\":0");
  }

  @Test
  void create_askedInIndonesian_isAnsweredSo() throws Exception {
    Answer answer =
        worker
            .with("Accept-Language", "id")
            .post("/Immunization", "{\"resourceType\":\"Immunization\"}");

    refused(answer, 400, "required");
    assertThat(answer.body()).contains("wajib diisi", "\"expression\":[\"Immunization.status\"]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/Patient; {; 400; structure",
        "/Patient; []; 400; structure",
        "/Patient; {\"resourceType\":\"Organization\",\"name\":\"x\"}; 400; conflict",
        "/Recipe; {\"resourceType\":\"Recipe\"}; 404; not-found",
        "/Appointment; {\"resourceType\":\"Appointment\"}; 404; not-found",
        "/patient; {\"resourceType\":\"Patient\"}; 404; not-found"
      })
  void create_whatIsNoSuchResource_isRefused(String path, String body, int status, String code)
      throws Exception {
    refused(worker.post(path, body), status, code);
  }

  @Test
  void create_ofAnotherType_isRefused() throws Exception {
    refused(
        worker.send("POST", "/fhir/r4/Patient", "application/xml", "<Patient/>"),
        415,
        "not-supported");
  }

  @Test
  void create_conditionally_isRefusedAndNotIgnored() throws Exception {
    refused(
        worker.with("If-None-Exist", "name=RSUD").post("/Organization", organization("RSUD")),
        400,
        "not-supported");
  }

  @Test
  void create_atAndPastTheMostBytes() throws Exception {
    String head = "{\"resourceType\":\"Organization\",\"id\":\"01234567890123456789012345\",";
    int room = FhirWrite.MAX_CONTENT_BYTES - head.length() - "\"name\":\"\"}".length();

    assertThat(worker.post("/Organization", organization("a".repeat(room))).status())
        .isEqualTo(201);
    refused(worker.post("/Organization", organization("a".repeat(room + 1))), 413, "too-long");
  }

  @Test
  void create_samePopulationNumberTwice_isADuplicate() throws Exception {
    String patient = patient();
    assertThat(worker.post("/Patient", patient).status()).isEqualTo(201);

    Answer again = worker.post("/Patient", patient);

    refused(again, 400, "duplicate");
    assertThat(again.body())
        .contains("Found duplicate resource: Patient", "\"expression\":[\"Patient\"]")
        .doesNotContain(nik.reveal());
  }

  @Test
  void create_underOneKey_isStoredOnce() throws Exception {
    FhirHttp once = worker.with("Idempotency-Key", "kunci-1");
    Answer first = once.post("/Organization", organization("RSUD"));
    Answer again = once.post("/Organization", organization("RSUD"));

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    refused(once.post("/Organization", organization("Lain")), 422, "conflict");
    assertThat(worker.get("/Organization").body()).contains("\"total\":1");
  }

  @Test
  void update_versionThatIsNotTheCurrent_isRefused() throws Exception {
    String id = organized("RSUD").id();
    String changed =
        "{\"resourceType\":\"Organization\",\"id\":\"" + id + "\",\"name\":\"RSUD Baru\"}";
    FhirHttp first = worker.with("If-Match", "W/\"1\"");

    Answer answer = first.put("/Organization/" + id, changed);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.field("ETag")).isEqualTo("W/\"2\"");
    refused(first.put("/Organization/" + id, changed), 412, "conflict");
    refused(
        first.patch("/Organization/" + id, "[{\"op\":\"add\",\"path\":\"/name\",\"value\":\"x\"}]"),
        412,
        "conflict");
    refused(worker.with("If-Match", "2").put("/Organization/" + id, changed), 400, "structure");
    refused(
        worker.with("If-Match", "W/\"x\"").put("/Organization/" + id, changed), 412, "conflict");
    assertThat(worker.get("/Organization/" + id).field("ETag")).isEqualTo("W/\"2\"");
  }

  @Test
  void change_toAVersionUnderOneKey_isDoneOnceAndAnsweredTwice() throws Exception {
    String path = "/Organization/" + organized("RSUD").id();
    FhirHttp once = worker.with("If-Match", "W/\"1\"").with("Idempotency-Key", "kunci-3");
    String change = "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"RSUD Baru\"}]";

    Answer first = once.patch(path, change);
    Answer again = once.patch(path, change);

    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(again.status()).as(again.body()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
    refused(once.patch(path, change.replace("Baru", "Lama")), 422, "conflict");
    refused(worker.with("If-Match", "W/\"1\"").patch(path, change), 412, "conflict");
    assertThat(worker.get(path).field("ETag")).isEqualTo("W/\"2\"");
  }

  @Test
  void transact_changeToAVersionUnderOneKey_isDoneOnceAndAnsweredTwice() throws Exception {
    String id = organized("RSUD").id();
    String bundle =
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
            + ("{\"resourceType\":\"Organization\",\"id\":\"" + id + "\",\"name\":\"Baru\"}")
            + (",\"request\":{\"method\":\"PUT\",\"url\":\"Organization/" + id + "\",")
            + "\"ifMatch\":\"W/\\\"1\\\"\"}}]}";
    FhirHttp once = worker.with("Idempotency-Key", "kunci-4");

    Answer first = once.post("", bundle);

    assertThat(first.status()).as(first.body()).isEqualTo(200);
    assertThat(once.post("", bundle).body()).isEqualTo(first.body());
    refused(once.post("", bundle.replace("Baru", "Lama")), 422, "conflict");
    refused(worker.post("", bundle), 412, "conflict");
    assertThat(worker.get("/Organization/" + id).field("ETag")).isEqualTo("W/\"2\"");
  }

  @Test
  void update_idThatIsNotTheUrls_isRefused() throws Exception {
    String id = organized("RSUD").id();

    refused(worker.put("/Organization/" + id, organization("x")), 400, "conflict");
    Answer unknown =
        worker.put(
            "/Organization/tidak-ada",
            "{\"resourceType\":\"Organization\",\"id\":\"tidak-ada\",\"name\":\"x\"}");
    assertThat(unknown.status()).isEqualTo(405);
    assertThat(unknown.field("Allow")).isEqualTo("GET, PATCH");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a_b", "01234567890123456789012345678901234567890123456789012345678901234"})
  void update_idThatIsNone_isRefused(String id) throws Exception {
    Answer answer =
        worker.put(
            "/Organization/" + id,
            "{\"resourceType\":\"Organization\",\"id\":\"" + id + "\",\"name\":\"x\"}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("Organization.id");
  }

  @Test
  void patch_whatCannotBeChanged_changesNothing() throws Exception {
    String path = "/Organization/" + organized("RSUD").id();

    refused(
        worker.patch(path, "[{\"op\":\"replace\",\"path\":\"/alias/0\",\"value\":\"x\"}]"),
        422,
        "not-supported");
    refused(
        worker.patch(path, "[{\"op\":\"replace\",\"path\":\"/id\",\"value\":\"x\"}]"),
        422,
        "not-supported");
    refused(
        worker.patch(path, "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":7}]"), 400, "value");
    Answer none =
        worker.patch(path, "[{\"op\":\"replace\",\"path\":\"/resourceType\",\"value\":7}]");
    refused(none, 422, "structure");
    assertThat(none.body()).contains("resourceType").doesNotContain("stay");
    refused(worker.patch(path, "{}"), 400, "value");
    refused(worker.patch(path, "[{\"op\":\"remove\",\"path\":\"/name\"}]"), 400, "not-supported");
    refused(
        worker.patch(
            "/Organization/tidak-ada", "[{\"op\":\"add\",\"path\":\"/name\",\"value\":\"x\"}]"),
        404,
        "not-found");
    assertThat(worker.get(path).body()).contains("\"versionId\":\"1\"", "RSUD");
  }

  @Test
  void read_whatIsNotThere_isNotFound() throws Exception {
    String path = "/Organization/" + organized("RSUD").id();

    refused(worker.get("/Organization/tidak-ada"), 404, "not-found");
    refused(worker.get("/Patient" + path.substring("/Organization".length())), 404, "not-found");
    refused(worker.get(path + "/_history/2"), 404, "not-found");
    refused(worker.get(path + "/_history/x"), 404, "not-found");
    refused(worker.get("/Organization/tidak-ada/_history"), 404, "not-found");
    refused(worker.get("/Recipe/1"), 404, "not-found");
    assertThat(worker.get(path + "/_history/1").body()).contains("RSUD");
    assertThat(worker.get(path + "/_history").body())
        .contains("\"type\":\"history\"", "\"method\":\"POST\"", "\"total\":1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour=red",
        "name:exact=RSUD",
        "_id:not=x",
        "name=ab",
        "name=",
        "identifier=system%7C",
        "_count=x",
        "_count=-1",
        "_page_token=%2F",
        "_lastUpdated=kemarin",
        "_format=xml"
      })
  void search_whatIsNotUnderstood_isRefused(String query) throws Exception {
    Answer answer = worker.get("/Organization?" + query);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("OperationOutcome");
  }

  @Test
  void search_unknownParameterAndALenientClient_isLeftOut() throws Exception {
    organized("RSUD");
    Answer answer =
        worker.with("Prefer", "handling=lenient").get("/Organization?colour=red&_count=1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains("\"total\":1", "_count=1").doesNotContain("colour");
    assertThat(worker.with("Prefer", "handling=lenient").get("/Organization?name=ab").status())
        .isEqualTo(400);
    for (String modified : List.of("name:exact=RSUD", "identifier:not=x", "_id:not=x")) {
      refused(
          worker.with("Prefer", "handling=lenient").get("/Organization?" + modified),
          400,
          "not-supported");
    }
  }

  @Test
  void search_moreOnAPageThanThereMayBe_isCut() throws Exception {
    organized("RSUD");
    Answer answer = worker.get("/Organization?_count=5000");

    assertThat(answer.body()).contains("_count=100").doesNotContain("5000");
    assertThat(worker.get("/Organization?_count=0").body())
        .contains("\"total\":1")
        .doesNotContain("\"entry\"");
  }

  @Test
  void search_byWhenItWasStored_findsWhatIsWithin() throws Exception {
    organized("Pertama");
    clock.advance(Duration.ofMinutes(1));
    organized("Kedua");

    assertThat(worker.get("/Organization?_lastUpdated=gt2026-11-22T02:00:00Z").body())
        .contains("Kedua")
        .doesNotContain("Pertama");
    assertThat(worker.get("/Organization?_lastUpdated=2026-11-22").body()).contains("\"total\":2");
  }

  @Test
  void transact_whatCannotBeCarriedOut_storesNothing() throws Exception {
    String entry =
        "{\"fullUrl\":\"urn:uuid:%s\",\"resource\":%s,"
            + "\"request\":{\"method\":\"%s\",\"url\":\"%s\"}}";
    String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"%s\",\"entry\":[%s]}";
    String one = "0b2a7c0e-1f8e-4a58-9f4b-0a3b7e0f3c01";
    String good = entry.formatted(one, organization("Klinik"), "POST", "Organization");
    String dangling =
        entry.formatted(
            "0b2a7c0e-1f8e-4a58-9f4b-0a3b7e0f3c02",
            "{\"resourceType\":\"Organization\",\"name\":\"x\",\"partOf\":{\"reference\":"
                + "\"urn:uuid:0b2a7c0e-1f8e-4a58-9f4b-0a3b7e0f3c09\"}}",
            "POST",
            "Organization");

    refused(worker.post("", bundle.formatted("batch", good)), 400, "not-supported");
    Answer answer = worker.post("", bundle.formatted("transaction", good + "," + dangling));
    refused(answer, 400, "not-found");
    assertThat(answer.body()).contains("Bundle.entry[1].resource.partOf.reference");
    Answer deleted =
        worker.post(
            "",
            bundle.formatted(
                "transaction",
                entry.formatted(one, organization("x"), "DELETE", "Organization/1")));
    refused(deleted, 400, "not-supported");
    assertThat(deleted.body()).contains("Bundle.entry[0].request");
    refused(
        worker.post("", "{\"resourceType\":\"Bundle\",\"type\":\"transaction\"}"), 400, "required");
    assertThat(worker.get("/Organization").body()).contains("\"total\":0");
  }

  @Test
  void transact_underOneKey_isStoredOnce() throws Exception {
    String bundle =
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
            + organization("Klinik")
            + ",\"request\":{\"method\":\"POST\",\"url\":\"Organization\"}}]}";
    FhirHttp once = worker.with("Idempotency-Key", "kunci-2");

    assertThat(once.post("", bundle).body()).isEqualTo(once.post("", bundle).body());
    assertThat(worker.get("/Organization").body()).contains("\"total\":1");
  }

  @Test
  void transact_moreToBeFoundByThanIsWrittenAtOnce_storesNothing() throws Exception {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder name = new StringBuilder();
      for (int word = 0; word < 9; word++) {
        name.append(i * 9 + word + 1000).append("x".repeat(60)).append(' ');
      }
      entries.add(
          "{\"resource\":"
              + organization(name.toString())
              + ",\"request\":{\"method\":\"POST\",\"url\":\"Organization\"}}");
    }
    String bundle = "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[%s]}";

    refused(worker.post("", bundle.formatted(String.join(",", entries))), 413, "too-long");
    assertThat(worker.get("/Organization").body()).contains("\"total\":0");
    String fewer = bundle.formatted(String.join(",", entries.subList(0, 40)));
    assertThat(worker.post("", fewer).status()).isEqualTo(200);
  }

  @Test
  void token_ofAKeyForHealth_opensRecordsForAnHour() throws Exception {
    Answer answer = anybody.token("rsud", TestTown.HEALTH.reveal());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"token_type\":\"BearerToken\"", "\"expires_in\":\"3599\"")
        .doesNotContain(TestTown.HEALTH.reveal());
    Secret token =
        Secret.of(answer.body().replaceFirst("(?s).*\"access_token\":\"([^\"]+)\".*", "$1"));

    assertThat(anybody.as(token).get("/Patient").status()).isEqualTo(200);
    clock.advance(HealthTokens.LIFETIME.minusSeconds(1));
    assertThat(anybody.as(token).get("/Patient").status()).isEqualTo(200);
    clock.advance(Duration.ofSeconds(1));
    refused(anybody.as(token).get("/Patient"), 401, "login");
  }

  @Test
  void token_wrongCredentials_areRefused() throws Exception {
    refused(anybody.token("rsud", "salah"), 401, "login");
    assertThat(anybody.token("rsud", "salah").field("WWW-Authenticate")).isEqualTo("Bearer");
    refused(anybody.token("petugas", TestTown.OFFICER.reveal()), 401, "login");
    refused(anybody.token("lain", TestTown.HEALTH.reveal()), 401, "login");
    refused(anybody.token("rsud", ""), 400, "required");
  }
}

package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.value.Secret;
import id.simpul.health.fhir.Resource;
import id.simpul.node.ApiKey;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person asks for erasure. */
class HealthErasureTest {
  private static final Secret CUSTODIAN = Secret.of("kunci-pelindung-data-untuk-uji");
  private static final String CHANGE =
      "[{\"op\":\"add\",\"path\":\"/telecom\",\"value\":[{\"system\":\"phone\","
          + "\"value\":\"+628400000001\"}]}]";

  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(73);
  private final String person = json(HealthPeople.patient(people.nik(), people.name()));
  private TestTown town;
  private FhirHttp worker;
  private FhirHttp custodian;

  @BeforeEach
  void start() throws IOException {
    town =
        TestTown.start(
            folder.resolve("data"),
            InstantSource.system(),
            config ->
                config
                    .health(NodeHealth.NONE.serving())
                    .apiKey(ApiKey.of("pelindung", ApiKey.Role.CUSTODIAN, CUSTODIAN)));
    worker = new FhirHttp(town.base()).as(TestTown.HEALTH);
    custodian = new FhirHttp(town.base()).as(CUSTODIAN);
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private static String json(Resource resource) {
    return new String(Json.toBytes(resource.json()), StandardCharsets.UTF_8);
  }

  private String stored(String kind, String resource) throws Exception {
    FhirHttp.Answer answer = worker.post("/" + kind, resource);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return "/" + kind + "/" + answer.id();
  }

  private FhirHttp.Answer erase(FhirHttp who, String path) throws Exception {
    return who.send("DELETE", NodePaths.FHIR + path, "", "");
  }

  private static void assertGone(FhirHttp.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(410);
    assertThat(answer.body()).contains("OperationOutcome", "\"code\":\"deleted\"");
  }

  @Test
  void erase_patient_isGoneForEveryOperationAndErasedOnce() throws Exception {
    String path = stored("Patient", person);
    assertThat(worker.patch(path, CHANGE).status()).isEqualTo(200);

    FhirHttp.Answer erased = erase(custodian, path);

    assertThat(erased.status()).as(erased.body()).isEqualTo(200);
    assertThat(erased.body()).contains("OperationOutcome", "informational");
    String same = person.replaceFirst("\\{", "{\"id\":\"" + path.substring(9) + "\",");
    String replacing =
        "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"resource\":"
            + same
            + ",\"request\":{\"method\":\"PUT\",\"url\":\""
            + path.substring(1)
            + "\"}}]}";
    assertGone(worker.get(path));
    assertGone(worker.get(path + "/_history"));
    assertGone(worker.get(path + "/_history/1"));
    assertGone(worker.patch(path, CHANGE));
    assertGone(worker.put(path, same));
    assertGone(worker.post("", replacing));
    assertThat(worker.get("/Patient?gender=female").body()).contains("\"total\":0");
    assertThat(worker.get("/Patient").body()).contains("\"total\":0");
    assertThat(erase(custodian, path).status()).isEqualTo(200);
    assertThat(erase(custodian, "/Patient/01234567890123456789abcdef").status()).isEqualTo(404);
    assertThat(stored("Patient", person)).as("the NIK is free again").isNotEqualTo(path);
  }

  @Test
  void erase_whatOthersPointAt_isRefusedUntilTheyAreErased() throws Exception {
    String patient = stored("Patient", person);
    String encounter =
        stored("Encounter", json(HealthPeople.encounter(patient.substring(1), "K-1")));
    String dose =
        stored(
            "Immunization", json(HealthPeople.dose(patient.substring(1), encounter.substring(1))));

    FhirHttp.Answer refused = erase(custodian, patient);

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.body()).contains("Encounter, Immunization", "\"code\":\"conflict\"");
    assertThat(worker.get(patient).status()).isEqualTo(200);
    for (String each : List.of(dose, encounter, patient)) {
      assertThat(erase(custodian, each).status()).as(each).isEqualTo(200);
    }
  }

  @Test
  void erase_byAnybodyElse_isForbidden() throws Exception {
    String path = stored("Patient", person);

    assertThat(erase(worker, path).status()).isEqualTo(403);
    assertThat(erase(new FhirHttp(town.base()).as(TestTown.OFFICER), path).status()).isEqualTo(403);
    assertThat(erase(new FhirHttp(town.base()), path).status()).isEqualTo(401);
    assertThat(custodian.get(path).status()).as("who erases looks first").isEqualTo(200);
    assertThat(custodian.patch(path, CHANGE).status()).isEqualTo(403);
    assertThat(custodian.post("/Patient", person).status()).isEqualTo(403);
  }

  @Test
  void erase_recordMadeUnderAKey_isNotMadeAnewWhenTheRequestIsRepeated() throws Exception {
    FhirHttp keyed = worker.with("Idempotency-Key", "daftar-1");
    FhirHttp.Answer made = keyed.post("/Patient", person);
    erase(custodian, "/Patient/" + made.id());

    assertGone(keyed.post("/Patient", person));
    assertThat(worker.get("/Patient").body()).contains("\"total\":0");
  }

  @Test
  void erase_recordInAnExport_endsTheExportWithItsFiles() throws Exception {
    String path = stored("Patient", person);
    FhirHttp exporter =
        new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    String job =
        exporter.get("/$export").field("Content-Location").replaceFirst(".*(/\\$export/)", "$1");
    while (exporter.get(job).status() == 202) {
      Thread.onSpinWait();
    }
    assertThat(exporter.get(job + "/Patient.ndjson").status()).isEqualTo(200);

    erase(custodian, path);

    assertThat(exporter.get(job).status()).isEqualTo(404);
    assertThat(exporter.get(job + "/Patient.ndjson").status()).isEqualTo(404);
    try (Stream<Path> files = Files.walk(folder.resolve("data/exports"))) {
      assertThat(files.filter(f -> f.toString().endsWith(".ndjson"))).isEmpty();
    }
    assertThat(exporter.get("/$export").status()).isEqualTo(202);
  }
}

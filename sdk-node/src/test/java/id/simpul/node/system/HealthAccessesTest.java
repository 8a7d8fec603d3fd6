package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.value.Nik;
import id.simpul.health.fhir.Resource;
import id.simpul.node.NodeHealth;
import id.simpul.node.internal.cli.CommandLine;
import id.simpul.node.internal.cli.Shell;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who saw what is asked of a node that runs. */
class HealthAccessesTest {
  private static final InstantSource CLOCK = () -> Instant.parse("2026-11-22T02:00:00Z");

  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(74);
  private final Nik nik = people.nik();
  private final String name = people.name();
  private TestTown town;
  private FhirHttp worker;
  private String patient;

  @BeforeEach
  void start() throws Exception {
    town =
        TestTown.start(
            folder.resolve("data"), CLOCK, config -> config.health(NodeHealth.NONE.serving()));
    worker = new FhirHttp(town.base()).as(TestTown.HEALTH);
    patient = stored("Patient", HealthPeople.patient(nik, name));
    Files.write(
        folder.resolve("node.properties"),
        List.of(
            "base-url=http://127.0.0.1:8300",
            "data-directory=" + folder.resolve("data"),
            "api-keys-file=" + folder.resolve("api-keys.json"),
            "region=15.71",
            "services-file=" + Path.of(System.getProperty("simpul.root"), "wire/services.json"),
            "allow-insecure-loopback-for-development=true"));
    run("api-key", "--name", "rsud", "--role", "health");
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private String stored(String kind, Resource resource) throws Exception {
    String json = new String(Json.toBytes(resource.json()), StandardCharsets.UTF_8);
    FhirHttp.Answer answer = worker.post("/" + kind, json);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return kind + "/" + answer.id();
  }

  private List<String> accesses(String... more) {
    List<String> line = new ArrayList<>(List.of("health-accesses"));
    line.addAll(List.of(more));
    return run(line.toArray(String[]::new));
  }

  private List<String> run(String... command) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Shell shell =
        new Shell(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            new BufferedReader(Reader.nullReader()),
            Map.of(),
            CLOCK,
            new SecureRandom());
    List<String> line = new ArrayList<>(List.of(command));
    line.addAll(List.of("--config", folder.resolve("node.properties").toString()));
    int code = new CommandLine(shell).run(line);
    assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String line(int number, String operation, String what, int records) {
    return String.join(
        "\t",
        Integer.toString(number),
        "2026-11-22T02:00:00Z",
        "health:rsud",
        operation,
        what,
        Integer.toString(records));
  }

  @Test
  void accesses_whateverShowsRecords_isThereWithWhoAndWhich() throws Exception {
    String encounter = stored("Encounter", HealthPeople.encounter(patient, "K-1"));
    assertThat(worker.get("/" + patient).status()).isEqualTo(200);
    worker.get("/" + patient + "/_history/1");
    worker.patch(
        "/" + patient, "[{\"op\":\"replace\",\"path\":\"/gender\",\"value\":\"unknown\"}]");
    worker.get("/" + patient + "/_history");
    assertThat(worker.get("/Encounter?patient=" + patient).body()).contains("\"total\":1");

    assertThat(accesses())
        .containsExactly(
            line(1, "fhir.r4.resources.read", patient, 1),
            line(2, "fhir.r4.versions.read", patient, 1),
            line(3, "fhir.r4.versions.list", patient, 2),
            line(4, "fhir.r4.resources.search", encounter, 1));
    assertThat(accesses("--of", patient, "--after", "1")).hasSize(2);
    assertThat(accesses("--of", "Patient/nobody")).isEmpty();
  }

  @Test
  void accesses_searchThatFindsNothing_tellsNeitherTermsNorPeople() throws Exception {
    assertThat(worker.get("/Patient?name=tidakada").body()).contains("\"total\":0");
    String nobody = "https://fhir.kemkes.go.id/id/nik%7C" + people.nik().reveal();
    assertThat(worker.get("/Patient?identifier=" + nobody).body()).contains("\"total\":0");

    assertThat(accesses())
        .containsExactly(
            line(1, "fhir.r4.resources.search", "Patient", 0),
            line(2, "fhir.r4.resources.search", "Patient", 0));
  }

  @Test
  void accesses_whatIsNotShown_isNotThere() throws Exception {
    assertThat(worker.get("/Patient/01234567890123456789abcdef").status()).isEqualTo(404);
    FhirHttp officer = new FhirHttp(town.base()).as(TestTown.OFFICER);
    assertThat(officer.get("/" + patient).status()).isEqualTo(403);

    assertThat(accesses()).isEmpty();
  }

  @Test
  void accesses_export_isThereBeforeItsFilesAre() throws Exception {
    stored("Encounter", HealthPeople.encounter(patient, "K-1"));
    FhirHttp exporter =
        new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    String job =
        exporter.get("/$export").field("Content-Location").replaceFirst(".*(/\\$export/)", "$1");
    while (exporter.get(job).status() == 202) {
      Thread.onSpinWait();
    }
    assertThat(exporter.get(job).status()).isEqualTo(200);

    String exporting = "exporter:dinkes";
    assertThat(accesses())
        .containsExactly(
            line(1, "bulk.v2.exports.create", "Encounter", 1).replace("health:rsud", exporting),
            line(2, "bulk.v2.exports.create", "Patient", 1).replace("health:rsud", exporting));
  }
}

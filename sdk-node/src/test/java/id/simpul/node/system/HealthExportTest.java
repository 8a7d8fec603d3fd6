package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.Nik;
import id.simpul.core.value.Secret;
import id.simpul.health.SatuSehatClient;
import id.simpul.health.SatuSehatCredentials;
import id.simpul.health.SatuSehatEnvironment;
import id.simpul.health.SatuSehatRules;
import id.simpul.health.SatuSehatService;
import id.simpul.health.WriteResult;
import id.simpul.health.bulk.BulkExportClient;
import id.simpul.health.bulk.BulkExportException;
import id.simpul.health.bulk.BulkExportRequest;
import id.simpul.health.bulk.BulkExportResult;
import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.Resource;
import id.simpul.node.ApiKey;
import id.simpul.node.NodeConfigBuilder;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.fhir.Exports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own client of bulk exports, as it is, against a node. */
class HealthExportTest {
  private static final Secret OTHER = Secret.of("kunci-puskesmas-untuk-uji");
  private static final int PATIENTS = 130; // more than a page of the store
  private static final BulkExportRequest ALL = BulkExportRequest.ofSystem();

  @TempDir Path folder;
  private final HealthPeople people = new HealthPeople(72);
  private volatile Instant now = Instant.parse("2026-11-22T02:00:00Z");
  // Which of an exporting thread's readings of the clock fails: 1 is the next.
  private final AtomicInteger exportReadings = new AtomicInteger();
  private TestTown town;

  @BeforeEach
  void start() throws IOException {
    town = TestTown.start(folder.resolve("data"), this::time, this::settings);
  }

  private Instant time() {
    if (Thread.currentThread().getName().equals("simpul-export")
        && exportReadings.getAndDecrement() == 1) {
      throw new IllegalStateException("A clock that fails");
    }
    return now;
  }

  private void settings(NodeConfigBuilder config) {
    config
        .health(NodeHealth.NONE.serving())
        .apiKey(ApiKey.of("puskesmas", ApiKey.Role.EXPORTER, OTHER));
  }

  @AfterEach
  void stop() {
    town.close();
  }

  private URI base() {
    return URI.create(town.base() + NodePaths.FHIR);
  }

  private BulkExportClient exporter(Secret key) {
    return BulkExportClient.builder(base()).token(() -> key).parallel(1).build();
  }

  private <T extends Resource> String store(SatuSehatClient client, T resource) {
    WriteResult<T> result = client.create(resource);
    assertThat(result).isInstanceOf(WriteResult.Confirmed.class);
    return ((WriteResult.Confirmed<T>) result).id();
  }

  private List<String> fill(int patients) {
    List<String> ids = new ArrayList<>();
    SatuSehatEnvironment environment =
        SatuSehatEnvironment.dangerouslyOnLoopback(town.base()).with(SatuSehatService.FHIR, base());
    try (SatuSehatClient client =
        SatuSehatClient.builder(
                environment, new SatuSehatCredentials("rsud", TestTown.HEALTH, "10000004"))
            .rules(SatuSehatRules.NONE)
            .build()) {
      for (int i = 0; i < patients; i++) {
        Nik nik = people.nik();
        ids.add(store(client, HealthPeople.patient(nik, people.name())));
      }
      Encounter encounter = HealthPeople.encounter("Patient/" + ids.get(0), "K-" + now);
      ids.add(store(client, encounter));
    }
    return ids;
  }

  private static List<String> ids(BulkExportResult result) throws IOException {
    List<String> ids = new ArrayList<>();
    result.forEach(resource -> ids.add(resource.id().orElseThrow()), gone -> ids.add("gone"));
    return ids;
  }

  @Test
  void export_allRecords_areThoseThatWereStored() throws IOException {
    List<String> stored = fill(PATIENTS);
    now = now.plusSeconds(1);
    try (BulkExportClient client = exporter(TestTown.EXPORTER)) {
      BulkExportResult all = client.run(ALL, folder.resolve("all"), told -> {});
      assertThat(all.outcome()).isEqualTo(BulkExportResult.Outcome.COMPLETE);
      assertThat(ids(all)).containsExactlyInAnyOrderElementsOf(stored);

      now = now.plusSeconds(1);
      List<String> later = fill(1);
      now = now.plusSeconds(1);
      BulkExportResult since =
          client.run(
              ALL.withTypes(List.of("Patient")).withSince(all.transactionTime()),
              folder.resolve("since"),
              told -> {});
      assertThat(ids(since)).containsExactly(later.get(0));
    }
  }

  @Test
  void export_clientKilledAfterAFile_goesOnWhereItWas() throws Exception {
    List<String> stored = fill(3);
    Path mine = folder.resolve("export");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ExportChild.class.getName(),
                base().toString(),
                TestTown.EXPORTER.reveal(),
                mine.toString())
            .redirectError(folder.resolve("child.log").toFile())
            .start();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("one file");
    } finally {
      child.destroyForcibly();
    }
    assertThat(child.waitFor(30, TimeUnit.SECONDS)).isTrue();
    List<Path> fetched = files(mine);
    assertThat(fetched).isNotEmpty();
    Object first = Files.readAttributes(fetched.get(0), "*").get("fileKey");

    try (BulkExportClient client = exporter(TestTown.EXPORTER)) {
      BulkExportResult result = client.run(ALL, mine, told -> {});
      assertThat(ids(result)).containsExactlyInAnyOrderElementsOf(stored);
      assertThat(Files.readAttributes(fetched.get(0), "*").get("fileKey"))
          .as("the file that was there is the same")
          .isEqualTo(first);
      assertThat(client.discard(mine)).isTrue();
    }
    assertThat(exported()).isEmpty();
  }

  @Test
  void export_nodeStartedAgain_isGoneAndItsFilesAreDeleted() throws Exception {
    fill(1);
    FhirHttp http = new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    assertThat(http.get("/$export").status()).isEqualTo(202);
    town.close();
    assertThat(exported()).isEmpty();
    // What a crash would leave, of one process and of another.
    for (String slot : List.of("0", "1")) {
      Path left = folder.resolve("data/exports/" + slot + "/left/Patient.ndjson");
      Files.createDirectories(left.getParent());
      Files.writeString(left, "{}");
      Files.writeString(folder.resolve("data/exports/" + slot + ".lock"), "");
    }
    town = TestTown.start(folder.resolve("data"), () -> now, this::settings);
    assertThat(exported()).isEmpty();
  }

  @Test
  void export_anotherNodeOnTheSameData_deletesNothingOfIt() throws Exception {
    fill(1);
    FhirHttp mine = new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    String job =
        mine.get("/$export").field("Content-Location").replaceFirst(".*(/\\$export/)", "$1");
    assertThat(await(mine, job).status()).isEqualTo(200);
    TestTown second = TestTown.start(folder.resolve("data"), () -> now, this::settings);
    try {
      assertThat(mine.get(job + "/Patient.ndjson").status()).isEqualTo(200);
    } finally {
      second.close();
    }
    assertThat(mine.get(job + "/Patient.ndjson").status()).isEqualTo(200);
  }

  @Test
  void export_ofAnother_isNotThere() throws Exception {
    fill(1);
    FhirHttp mine = new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    FhirHttp.Answer begun = mine.get("/$export?_type=Patient");
    assertThat(begun.status()).isEqualTo(202);
    String job = begun.field("Content-Location").replaceFirst(".*(/\\$export/)", "$1");
    FhirHttp.Answer ready = await(mine, job);
    assertThat(ready.status()).as(ready.body()).isEqualTo(200);
    assertThat(ready.field("Expires")).isEqualTo("Sun, 22 Nov 2026 03:00:00 GMT");
    assertThat(ready.body()).contains("\"requiresAccessToken\":true", "\"count\":1");

    for (FhirHttp stranger :
        List.of(new FhirHttp(town.base()).as(OTHER), new FhirHttp(town.base()))) {
      for (String path : List.of(job, job + "/Patient.ndjson")) {
        assertThat(stranger.get(path).status()).isIn(401, 404);
      }
      assertThat(stranger.send("DELETE", NodePaths.FHIR + job, "", "").status()).isIn(401, 404);
    }
    FhirHttp.Answer file = mine.get(job + "/Patient.ndjson");
    assertThat(file.status()).isEqualTo(200);
    assertThat(file.field("Content-Type")).isEqualTo("application/fhir+ndjson");
    assertThat(mine.get(job + "/Encounter.ndjson").status()).isEqualTo(404);
    assertThat(mine.get(job + "/..%2f..%2fidentity.key").status()).isEqualTo(404);

    assertThat(mine.send("DELETE", NodePaths.FHIR + job, "", "").status()).isEqualTo(202);
    assertThat(mine.get(job).status()).isEqualTo(404);
    assertThat(exported()).isEmpty();
  }

  private static FhirHttp.Answer await(FhirHttp http, String job) throws Exception {
    FhirHttp.Answer answer = http.get(job);
    for (int i = 0; answer.status() == 202 && i < 10_000; i++) {
      answer = http.get(job);
    }
    return answer;
  }

  @Test
  void export_thatFailsUnforeseen_isOverWithItsFilesAndItsPlace() throws Exception {
    fill(1);
    FhirHttp mine = new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    for (int i = 0; i < Exports.MAX_KEPT; i++) {
      // The first reading is before the files are written, the second after.
      exportReadings.set(2);
      String job =
          mine.get("/$export").field("Content-Location").replaceFirst(".*(/\\$export/)", "$1");
      assertThat(await(mine, job).status()).isEqualTo(500);
    }
    exportReadings.set(0);
    FhirHttp.Answer next = mine.get("/$export");
    assertThat(next.status()).isEqualTo(202);
    String job = next.field("Content-Location").replaceFirst(".*(/\\$export/)", "$1");
    assertThat(await(mine, job).status()).isEqualTo(200);
    assertThat(exported()).as("the files of one export").hasSize(2);
  }

  @Test
  void export_anHourLater_isDeleted() throws Exception {
    fill(1);
    FhirHttp mine = new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    String job =
        mine.get("/$export").field("Content-Location").replaceFirst(".*(/\\$export/)", "$1");
    assertThat(await(mine, job).status()).isEqualTo(200);
    now = now.plus(Exports.RETENTION).minusSeconds(1);
    assertThat(mine.get(job).status()).isEqualTo(200);
    now = now.plusSeconds(1);
    assertThat(mine.get(job).status()).isEqualTo(404);
    assertThat(exported()).isEmpty();
  }

  private static String keyed(FhirHttp http, String key, String path) throws Exception {
    return http.with("Idempotency-Key", key).get(path).field("Content-Location");
  }

  @Test
  void export_sameKey_isTheSameExportUntilItEnds() throws Exception {
    FhirHttp mine = new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    String first = keyed(mine, "k-1", "/$export");
    assertThat(keyed(mine, "k-1", "/$export")).isEqualTo(first);

    FhirHttp.Answer other = mine.with("Idempotency-Key", "k-1").get("/$export?_type=Patient");
    assertThat(other.status()).isEqualTo(422);
    assertThat(other.body()).contains("Idempotency-Key");
    mine.send("DELETE", NodePaths.FHIR + first.replaceFirst(".*(/\\$export/)", "$1"), "", "");
    assertThat(keyed(mine, "k-1", "/$export?_type=Patient")).isNotEqualTo(first).isNotEmpty();
  }

  @Test
  void export_sameKeyAfterAFailure_isAnother() throws Exception {
    FhirHttp mine = new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    exportReadings.set(1);
    String failed = keyed(mine, "k-1", "/$export");
    assertThat(await(mine, failed.replaceFirst(".*(/\\$export/)", "$1")).status()).isEqualTo(500);

    String again = keyed(mine, "k-1", "/$export");
    assertThat(again).isNotEqualTo(failed);
    assertThat(await(mine, again.replaceFirst(".*(/\\$export/)", "$1")).status()).isEqualTo(200);
  }

  @Test
  void export_moreThanAreKeptOfOne_areRefusedToThatOneAlone() throws Exception {
    FhirHttp mine = new FhirHttp(town.base()).as(TestTown.EXPORTER).with("Prefer", "respond-async");
    String first = mine.get("/$export").field("Content-Location");
    for (int i = 1; i < Exports.MAX_EACH; i++) {
      assertThat(mine.get("/$export").status()).isEqualTo(202);
    }
    FhirHttp.Answer refused = mine.get("/$export");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.field("Retry-After")).isEqualTo("60");
    FhirHttp other = new FhirHttp(town.base()).as(OTHER).with("Prefer", "respond-async");
    assertThat(other.get("/$export").status()).isEqualTo(202);
    String job = first.replaceFirst(".*(/\\$export/)", "$1");
    mine.send("DELETE", NodePaths.FHIR + job, "", "");
    assertThat(mine.get("/$export").status()).isEqualTo(202);
  }

  @Test
  void export_moreThanAreKept_areRefusedToAll() throws Exception {
    int owners = Exports.MAX_KEPT / Exports.MAX_EACH + 1;
    List<Secret> keys = IntStream.range(0, owners).mapToObj(i -> Secret.of("kunci-" + i)).toList();
    town.close();
    town =
        TestTown.start(
            folder.resolve("many"),
            this::time,
            config -> {
              settings(config);
              for (int i = 0; i < owners; i++) {
                config.apiKey(ApiKey.of("ekspor" + i, ApiKey.Role.EXPORTER, keys.get(i)));
              }
            });
    for (int i = 0; i < Exports.MAX_KEPT; i++) {
      FhirHttp each = new FhirHttp(town.base()).as(keys.get(i / Exports.MAX_EACH));
      assertThat(each.with("Prefer", "respond-async").get("/$export").status()).isEqualTo(202);
    }
    FhirHttp last = new FhirHttp(town.base()).as(keys.get(owners - 1));
    assertThat(last.with("Prefer", "respond-async").get("/$export").status()).isEqualTo(429);
  }

  @Test
  void export_byAHealthWorker_isForbidden() throws Exception {
    FhirHttp worker = new FhirHttp(town.base()).as(TestTown.HEALTH).with("Prefer", "respond-async");
    assertThat(worker.get("/$export").status()).isEqualTo(403);
    assertThat(worker.get("/$export/x").status()).isEqualTo(403);
    FhirHttp exporter = new FhirHttp(town.base()).as(TestTown.EXPORTER);
    assertThat(exporter.get("/Patient").status()).as("it exports and no more").isEqualTo(403);
  }

  @Test
  void export_badRequest_isRefusedWithEverythingThatIsWrong() throws Exception {
    FhirHttp mine = new FhirHttp(town.base()).as(TestTown.EXPORTER);
    FhirHttp.Answer refused =
        mine.get("/$export?_type=Patient,Colour&_since=yesterday&_outputFormat=csv&x=1");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("Prefer", "_type", "_since", "_outputFormat", "x");
    assertThat(
            mine.with("Prefer", "respond-async, handling=lenient")
                .get("/$export?_type=Patient,Colour&x=1")
                .status())
        .isEqualTo(202);
    for (String nothing : List.of("Colour", "", "Colour,Sound")) {
      FhirHttp.Answer unknown =
          mine.with("Prefer", "respond-async, handling=lenient").get("/$export?_type=" + nothing);
      assertThat(unknown.status()).as("never all kinds for '%s'", nothing).isEqualTo(400);
      assertThat(unknown.body()).contains("_type");
    }
    assertThat(
            mine.with("Prefer", "respond-async")
                .get("/$export?_since=2026-11-01T00:00:00+07:00")
                .status())
        .isEqualTo(202);
    try (BulkExportClient client = exporter(TestTown.OFFICER)) {
      assertThatThrownBy(() -> client.run(ALL, folder.resolve("x"), told -> {}))
          .isInstanceOf(BulkExportException.class);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".ndjson")).toList();
    }
  }

  private List<Path> exported() throws IOException {
    Path exports = folder.resolve("data/exports");
    if (!Files.exists(exports)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(exports)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().endsWith(".lock"))
          .toList();
    }
  }
}

package id.simpul.health.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.format.FormatException;
import id.simpul.health.bulk.BulkExportException.Reason;
import id.simpul.health.bulk.BulkExportResult.Outcome;
import id.simpul.health.fhir.Resource;
import id.simpul.health.wire.ResourceKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One export after the other, against servers with all that can go wrong. */
class BulkExportClientTest {
  private static final BulkExportRequest ALL = BulkExportRequest.ofSystem();

  @TempDir Path folder;

  private BulkExportResult run(BulkRig rig) {
    try (BulkExportClient client = rig.client()) {
      return client.run(ALL, folder, rig.progress::add);
    }
  }

  private BulkExportException failure(BulkRig rig) {
    return catchThrowableOfType(BulkExportException.class, () -> run(rig));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static List<String> ids(BulkExportResult result) throws IOException {
    List<String> seen = new ArrayList<>();
    result.forEach(r -> seen.add(r.id().orElseThrow()), key -> seen.add("-" + key.id()));
    return seen;
  }

  @Test
  void run_export_asksWaitsAndBringsTheFiles() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      rig.statuses.add(BulkRig.working().setHeader("X-Progress", "10 of 20").build());
      rig.ready(
              "\"requiresAccessToken\":true",
              rig.list("output", "Patient=/f/1=2", "Patient=/f/2"),
              "\"error\":[]")
          .file("/f/1", BulkRig.patients(1, 2))
          .file("/f/2", BulkRig.patients(3, 3));
      BulkExportRequest request =
          ALL.withTypes(List.of("Patient", "Immunization"))
              .withSince(Instant.parse("2026-11-01T00:00:00Z"));
      BulkExportResult result;
      try (BulkExportClient client = rig.client()) {
        result = client.run(request, folder, rig.progress::add);
      }

      assertThat(result.outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(result.transactionTime()).isEqualTo(Instant.parse("2026-11-22T01:00:00Z"));
      assertThat(ids(result)).containsExactly("p1", "p2", "p3");
      RecordedRequest asked = rig.requests.get(0);
      assertThat(asked.getMethod() + " " + asked.getUrl().encodedPath())
          .isEqualTo("GET /fhir/$export");
      assertThat(asked.getUrl().queryParameter("_type")).isEqualTo("Patient,Immunization");
      assertThat(asked.getUrl().queryParameter("_since")).isEqualTo("2026-11-01T00:00:00Z");
      assertThat(asked.getUrl().queryParameter("_outputFormat"))
          .isEqualTo("application/fhir+ndjson");
      assertThat(asked.getHeaders().get("Prefer")).isEqualTo("respond-async");
      assertThat(asked.getHeaders().get("Accept")).isEqualTo("application/fhir+json");
      assertThat(rig.requests)
          .allSatisfy(r ->
              assertThat(r.getHeaders().get("Authorization")).isEqualTo("Bearer " + BulkRig.TOKEN));
      assertThat(rig.progress.get(0))
          .isEqualTo(new BulkProgress(BulkProgress.Phase.WAITING, "10 of 20", 0, 0));
      assertThat(rig.progress)
          .last()
          .isEqualTo(new BulkProgress(BulkProgress.Phase.DONE, "", 2, 2));
      assertThat(names())
          .containsExactly(
              "export.json",
              "export.lock",
              "output-00000-Patient.ndjson",
              "output-00001-Patient.ndjson");
    }
  }

  @Test
  void run_waits_areTheServersOrDouble() {
    try (BulkRig rig = new BulkRig()) {
      rig.statuses.add(BulkRig.working().build());
      rig.statuses.add(BulkRig.working().setHeader("Retry-After", "120").build());
      rig.statuses.add(
          BulkRig.working().setHeader("Retry-After", "Sun, 22 Nov 2026 02:05:02 GMT").build());
      rig.statuses.add(BulkRig.working().setHeader("Retry-After", "86400").build());
      rig.statuses.add(BulkRig.working().build());
      rig.ready(rig.list("output"));
      run(rig);

      assertThat(rig.pauses)
          .containsExactly(
              Duration.ofSeconds(2),
              Duration.ofSeconds(120),
              Duration.ofSeconds(180),
              Duration.ofMinutes(10),
              Duration.ofSeconds(32));
    }
  }

  @Test
  void run_serverThatIsBusyForAWhile_isAskedAgain() {
    try (BulkRig rig = new BulkRig()) {
      rig.statuses.add(BulkRig.json(429, "{}").setHeader("Retry-After", "7").build());
      rig.statuses.add(
          BulkRig.json(
                  500,
                  "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
                      + "\"code\":\"transient\"}]}")
              .build());
      rig.statuses.add(BulkRig.working().onResponseStart(new SocketEffect.CloseSocket()).build());
      rig.ready(rig.list("output"));

      assertThat(run(rig).outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(rig.pauses.get(0)).isEqualTo(Duration.ofSeconds(7));
      assertThat(rig.to("/status/1")).hasSize(4);
    }
  }

  @ParameterizedTest
  @CsvSource({"500,REFUSED", "400,REFUSED", "404,GONE", "410,GONE"})
  void run_serverThatGaveUp_saysSo(int status, Reason reason) {
    try (BulkRig rig = new BulkRig()) {
      rig.statuses.add(
          BulkRig.json(
                  status,
                  "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"code\":\"exception\"}]}")
              .build());
      assertThat(failure(rig).reason()).isEqualTo(reason);
      assertThat(rig.to("/status/1")).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11})
  void run_noAnswers_areBorneUpToTheirLimit(int lost) {
    try (BulkRig rig = new BulkRig()) {
      for (int i = 0; i < lost; i++) {
        rig.statuses.add(BulkRig.working().onResponseStart(new SocketEffect.CloseSocket()).build());
      }
      rig.ready(rig.list("output"));
      if (lost == 10) {
        assertThat(run(rig).outcome()).isEqualTo(Outcome.COMPLETE);
      } else {
        assertThat(failure(rig).reason()).isEqualTo(Reason.UNREACHABLE);
      }
    }
  }

  @Test
  void run_serverThatNeverFinishes_isGivenUpInTime() {
    try (BulkRig rig = new BulkRig()) {
      rig.lastStatus = BulkRig.working().build();
      Instant begun = rig.now;
      try (BulkExportClient client = rig.client(b -> b.patience(Duration.ofMinutes(30)))) {
        assertThatThrownBy(() -> client.run(ALL, folder, rig.progress::add))
            .isInstanceOfSatisfying(
                BulkExportException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE));
      }
      assertThat(Duration.between(begun, rig.now))
          .isBetween(Duration.ofMinutes(28), Duration.ofMinutes(30));
    }
  }

  @Test
  void run_onlyErrors_isAPartialSuccess() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      rig.ready(rig.list("output"), rig.list("error", "OperationOutcome=/f/e"))
          .file("/f/e", "{\"resourceType\":\"OperationOutcome\",\"issue\":[]}\n");
      BulkExportResult result = run(rig);

      assertThat(result.outcome()).isEqualTo(Outcome.PARTIAL);
      assertThat(result.error()).hasSize(1);
      assertThat(ids(result)).isEmpty();
    }
  }

  @Test
  void run_filesThatNeedNoToken_areFetchedWithoutOne() {
    try (BulkRig rig = new BulkRig()) {
      rig.ready("\"requiresAccessToken\":false", rig.list("output", "Patient=/f/1"))
          .file("/f/1", BulkRig.patients(1, 1));
      run(rig);

      assertThat(rig.to("/f/1").get(0).getHeaders().get("Authorization")).isNull();
      assertThat(rig.to("/status/1").get(0).getHeaders().get("Authorization")).isNotNull();
    }
  }

  @Test
  void run_filesElsewhere_neverSeeTheToken() throws IOException {
    try (BulkRig rig = new BulkRig();
        BulkRig elsewhere = new BulkRig()) {
      elsewhere.file("/f/1", BulkRig.patients(1, 1)).file("/f/3", BulkRig.patients(3, 3));
      rig.files.put(
          "/f/3",
          request ->
              new MockResponse.Builder()
                  .code(307)
                  .setHeader("Location", elsewhere.root() + "/f/3")
                  .build());
      rig.ready(
          "\"requiresAccessToken\":true",
          BulkRig.listAt("output", elsewhere.root(), "Patient=/f/1"),
          rig.list("deleted"),
          rig.list("error", "Patient=/f/3"));
      BulkExportResult result = run(rig);

      assertThat(result.failures())
          .containsExactly(
              new BulkExportResult.Failure(
                  "Patient",
                  "output-00000-Patient.ndjson",
                  "needs the token, and stands at another origin"));
      // The redirect is followed, and what proves the caller's right stays behind.
      assertThat(result.error()).hasSize(1);
      assertThat(rig.to("/f/3").get(0).getHeaders().get("Authorization")).isNotNull();
      assertThat(elsewhere.requests).hasSize(1);
      assertThat(elsewhere.requests.get(0).getHeaders().get("Authorization")).isNull();

      rig.ready(BulkRig.listAt("output", elsewhere.root(), "Patient=/f/1"));
      folder = folder.resolve("other");
      assertThat(ids(run(rig))).containsExactly("p1");
      assertThat(elsewhere.requests)
          .allSatisfy(r -> assertThat(r.getHeaders().get("Authorization")).isNull());
    }
  }

  @Test
  void run_filesAtPrivateAddresses_areRefused() {
    try (BulkRig rig = new BulkRig();
        BulkRig elsewhere = new BulkRig()) {
      elsewhere.file("/f/1", BulkRig.patients(1, 1));
      rig.ready(BulkRig.listAt("output", elsewhere.root(), "Patient=/f/1"));
      try (BulkExportClient client = rig.client(b -> b.otherHosts(AddressPolicy.publicOnly()))) {
        assertThat(client.run(ALL, folder, rig.progress::add).failures()).hasSize(1);
      }
      assertThat(elsewhere.requests).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void run_redirects_areFollowedUpToTheirLimit(int redirects) {
    try (BulkRig rig = new BulkRig()) {
      for (int i = 0; i < redirects; i++) {
        String next = rig.root() + "/f/" + (i + 1);
        rig.files.put(
            "/f/" + i,
            r -> new MockResponse.Builder().code(302).setHeader("Location", next).build());
      }
      rig.file("/f/" + redirects, BulkRig.patients(1, 1));
      rig.ready(rig.list("output", "Patient=/f/0"));
      assertThat(run(rig).failures()).hasSize(redirects == 3 ? 0 : 1);
    }
  }

  @Test
  void run_statusAtAnotherOrigin_isRefused() {
    try (BulkRig rig = new BulkRig()) {
      for (String location : new String[] {"http://127.0.0.1:1/status/1", "::", ""}) {
        rig.kickOffs.add(
            new MockResponse.Builder().code(202).setHeader("Content-Location", location).build());
        folder = folder.resolve("x");
        assertThat(failure(rig).reason()).isEqualTo(Reason.UNUSABLE);
      }
      assertThat(rig.requests).hasSize(3);
    }
  }

  @Test
  void run_compressedFile_isKeptAsItTravels() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      rig.files.put("/f/1", r -> BulkRig.gzipped(BulkRig.patients(1, 3), 0).build());
      rig.ready(rig.list("output", "Patient=/f/1=3"));
      BulkExportResult result = run(rig);

      assertThat(rig.to("/f/1").get(0).getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
      assertThat(names()).contains("output-00000-Patient.ndjson.gz");
      assertThat(ids(result)).containsExactly("p1", "p2", "p3");
    }
  }

  @Test
  void run_compressedFileThatBreaksOff_isNoFile() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      rig.files.put("/f/1", r -> BulkRig.gzipped(BulkRig.patients(1, 3), 9).build());
      rig.ready(rig.list("output", "Patient=/f/1"));
      BulkExportResult result = run(rig);

      assertThat(result.outcome()).isEqualTo(Outcome.INCOMPLETE);
      assertThat(rig.to("/f/1")).hasSize(4);
      assertThat(names()).containsExactly("export.json", "export.lock");
    }
  }

  @Test
  void run_otherNumberOfLines_isNoFile() {
    try (BulkRig rig = new BulkRig()) {
      rig.file("/f/1", BulkRig.patients(1, 3)).ready(rig.list("output", "Patient=/f/1=4"));
      assertThat(run(rig).failures())
          .extracting(BulkExportResult.Failure::reason)
          .containsExactly("has another number of lines than the server says");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void run_fileAtItsLimitAndPastIt_isTakenAndRefused(int more) {
    try (BulkRig rig = new BulkRig()) {
      String content = BulkRig.patients(1, 3);
      rig.file("/f/1", content).ready(rig.list("output", "Patient=/f/1"));
      try (BulkExportClient client = rig.client(b -> b.maxFileBytes(content.length() - more))) {
        assertThat(client.run(ALL, folder, rig.progress::add).failures()).hasSize(more);
      }
    }
  }

  @Test
  void run_listThatExpired_isAskedForAnew() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      rig.statuses.add(
          rig.manifest(rig.list("output", "Patient=/f/old", "Patient=/f/old"))
              .setHeader("Expires", "Sun, 22 Nov 2026 02:00:00 GMT")
              .build());
      rig.file("/f/new", BulkRig.patients(1, 1))
          .ready(rig.list("output", "Patient=/f/new", "Patient=/f/new"));
      assertThat(ids(run(rig))).containsExactly("p1", "p1");
      assertThat(rig.to("/f/old")).isEmpty();
      assertThat(rig.to("/status/1")).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 410})
  void run_linkThatRanOut_isAskedForAnewOnce(int status) throws IOException {
    try (BulkRig rig = new BulkRig()) {
      rig.statuses.add(rig.manifest(rig.list("output", "Patient=/f/old")).build());
      rig.files.put("/f/old", r -> new MockResponse.Builder().code(status).build());
      rig.file("/f/new", BulkRig.patients(1, 1)).ready(rig.list("output", "Patient=/f/new"));
      assertThat(ids(run(rig))).containsExactly("p1");

      rig.ready(rig.list("output", "Patient=/f/old"));
      folder = folder.resolve("other");
      assertThat(run(rig).outcome()).isEqualTo(Outcome.INCOMPLETE);
      assertThat(rig.to("/f/old")).hasSize(3);
    }
  }

  @Test
  void run_listThatChangedItsFiles_isRefused() {
    try (BulkRig rig = new BulkRig()) {
      rig.statuses.add(
          rig.manifest(rig.list("output", "Patient=/f/old"))
              .setHeader("Expires", "Sun, 22 Nov 2026 02:00:00 GMT")
              .build());
      rig.ready(rig.list("output", "Immunization=/f/new"));
      assertThat(failure(rig).reason()).isEqualTo(Reason.UNUSABLE);
    }
  }

  @Test
  void run_transferThatBroke_isBuiltUponWhereTheServerLets() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      String content = BulkRig.patients(1, 2000);
      AtomicInteger calls = new AtomicInteger();
      rig.files.put(
          "/f/1",
          request -> {
            MockResponse.Builder whole = BulkRig.plain(content).setHeader("ETag", "\"v1\"");
            String range = request.getHeaders().get("Range");
            if (range == null) {
              calls.incrementAndGet();
              return whole
                  .throttleBody(30_000, 1, TimeUnit.MILLISECONDS)
                  .onResponseBody(new SocketEffect.CloseSocket())
                  .build();
            }
            int from = Integer.parseInt(range.replaceAll("[^0-9]", ""));
            return BulkRig.plain(content.substring(from))
                .code(206)
                .setHeader("ETag", "\"v1\"")
                .setHeader(
                    "Content-Range",
                    "bytes " + from + "-" + (content.length() - 1) + "/" + content.length())
                .build();
          });
      rig.ready(rig.list("output", "Patient=/f/1=2000"));
      BulkExportResult result = run(rig);

      assertThat(ids(result)).hasSize(2000);
      assertThat(calls).hasValue(1);
      assertThat(rig.to("/f/1").get(1).getHeaders().get("If-Range")).isEqualTo("\"v1\"");
      assertThat(names()).noneMatch(name -> name.contains(".part"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "W/\"v1\""})
  void run_transferThatBrokeWithoutAStrongTag_beginsAnew(String tag) throws IOException {
    try (BulkRig rig = new BulkRig()) {
      String content = BulkRig.patients(1, 2000);
      AtomicInteger calls = new AtomicInteger();
      rig.files.put(
          "/f/1",
          request -> {
            MockResponse.Builder whole = BulkRig.plain(content).setHeader("ETag", tag);
            return calls.getAndIncrement() == 0
                ? whole.onResponseBody(new SocketEffect.CloseSocket()).build()
                : whole.build();
          });
      rig.ready(rig.list("output", "Patient=/f/1"));

      assertThat(ids(run(rig))).hasSize(2000);
      assertThat(rig.to("/f/1")).allSatisfy(r -> assertThat(r.getHeaders().get("Range")).isNull());
    }
  }

  @Test
  void run_again_fetchesWhatIsMissingAndNoMore() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      rig.file("/f/1", BulkRig.patients(1, 1));
      rig.files.put("/f/2", r -> new MockResponse.Builder().code(500).build());
      rig.ready(rig.list("output", "Patient=/f/1", "Patient=/f/2"));
      BulkExportResult first = run(rig);
      assertThat(first.outcome()).isEqualTo(Outcome.INCOMPLETE);
      assertThat(ids(first)).containsExactly("p1");

      rig.file("/f/2", BulkRig.patients(2, 2));
      assertThat(ids(run(rig))).containsExactly("p1", "p2");
      assertThat(rig.to("/f/1")).hasSize(1);
      assertThat(rig.to("/fhir/$export")).hasSize(1);
      assertThat(rig.to("/status/1")).hasSize(1);

      int requests = rig.requests.size();
      assertThat(run(rig).outcome()).isEqualTo(Outcome.COMPLETE);
      assertThat(rig.requests).hasSize(requests);
    }
  }

  @Test
  void run_deleted_comesAfterWhatIsThere() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      String bundle =
          "{\"resourceType\":\"Bundle\",\"type\":\"transaction\",\"entry\":[{\"request\":"
              + "{\"method\":\"DELETE\",\"url\":\"Patient/p1\"}}]}\n";
      rig.file("/f/1", BulkRig.patients(1, 2)).file("/f/2", bundle);
      rig.ready(rig.list("deleted", "Bundle=/f/2"), rig.list("output", "Patient=/f/1"));
      assertThat(ids(run(rig))).containsExactly("p1", "p2", "-p1");

      for (String wrong :
          List.of(
              bundle.replace("DELETE", "POST"),
              bundle.replace("Patient/p1", "Patient?name=x"),
              bundle.replace("Patient/p1", "no kind/p1"),
              BulkRig.patients(1, 1))) {
        folder = folder.resolve("x");
        rig.file("/f/2", wrong);
        BulkExportResult result = run(rig);
        List<Resource> stored = new ArrayList<>();
        List<ResourceKey> gone = new ArrayList<>();
        assertThatThrownBy(() -> result.forEach(stored::add, gone::add))
            .isInstanceOf(FormatException.class);
        assertThat(gone).isEmpty();
      }
    }
  }

  @Test
  void discard_export_isDeletedAtTheServer() throws IOException {
    try (BulkRig rig = new BulkRig();
        BulkExportClient client = rig.client()) {
      rig.file("/f/1", BulkRig.patients(1, 1)).ready(rig.list("output", "Patient=/f/1"));
      assertThat(client.discard(folder)).isFalse();
      client.run(ALL, folder, rig.progress::add);
      rig.statuses.add(new MockResponse.Builder().code(202).build());
      assertThat(client.discard(folder)).isTrue();
      assertThat(rig.lines()).last().isEqualTo("DELETE /status/1");
      assertThat(names()).containsExactly("export.lock", "output-00000-Patient.ndjson");

      // A server that has forgotten it already has done what was asked.
      client.run(ALL, folder.resolve("x"), rig.progress::add);
      rig.statuses.add(new MockResponse.Builder().code(404).build());
      assertThat(client.discard(folder.resolve("x"))).isTrue();
    }
  }

  @Test
  void run_inAFolderThatWasUsed_bringsNothingOfTheOldExport() throws IOException {
    try (BulkRig rig = new BulkRig();
        BulkExportClient client = rig.client()) {
      rig.file("/f/1", BulkRig.patients(1, 1)).file("/f/2", BulkRig.patients(2, 2));
      rig.ready(rig.list("output", "Patient=/f/1", "Patient=/f/2"));
      assertThat(ids(client.run(ALL, folder, rig.progress::add))).containsExactly("p1", "p2");
      rig.statuses.add(new MockResponse.Builder().code(202).build());
      assertThat(client.discard(folder)).isTrue();
      // What a broken transfer would leave, and what is the program's own.
      Files.writeString(folder.resolve("output-00002-Patient.ndjson.part"), "{");
      Files.writeString(folder.resolve("output-00002-Patient.ndjson.part.tag"), "-\"v1\"");
      Files.writeString(folder.resolve("error-00000-OperationOutcome.ndjson.gz"), "");
      Files.writeString(folder.resolve("notes.ndjson"), "");

      rig.file("/f/3", BulkRig.patients(3, 3)).ready(rig.list("output", "Patient=/f/3"));
      BulkExportRequest changed = ALL.withSince(Instant.parse("2026-11-22T01:00:00Z"));
      assertThat(ids(client.run(changed, folder, rig.progress::add))).containsExactly("p3");
      assertThat(names())
          .containsExactly(
              "export.json", "export.lock", "notes.ndjson", "output-00000-Patient.ndjson");
    }
  }

  @Test
  void run_manyFiles_areFetchedAFewAtOnce() {
    try (BulkRig rig = new BulkRig()) {
      AtomicInteger now = new AtomicInteger();
      AtomicInteger most = new AtomicInteger();
      CountDownLatch three = new CountDownLatch(3);
      String[] files = new String[40];
      for (int i = 0; i < files.length; i++) {
        files[i] = "Patient=/f/" + i;
        rig.files.put(
            "/f/" + i,
            request -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              three.countDown();
              try {
                assertThat(three.await(20, TimeUnit.SECONDS)).isTrue();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              now.decrementAndGet();
              return BulkRig.plain(BulkRig.patients(1, 1)).build();
            });
      }
      rig.ready(rig.list("output", files));
      try (BulkExportClient client = rig.client(b -> b.parallel(3))) {
        assertThat(client.run(ALL, folder, rig.progress::add).output()).hasSize(40);
      }
      assertThat(most).hasValue(3);
    }
  }

  @Test
  void close_whileFetching_endsItAndLeavesWhatCanBeBuiltUpon() throws Exception {
    try (BulkRig rig = new BulkRig()) {
      CountDownLatch asked = new CountDownLatch(2);
      for (String file : List.of("/f/1", "/f/2")) {
        rig.files.put(
            file,
            request -> {
              asked.countDown();
              return BulkRig.plain(BulkRig.patients(1, 5000))
                  .setHeader("ETag", file.equals("/f/1") ? "\"v1\"" : "W/\"v2\"")
                  .throttleBody(20_000, 1, TimeUnit.HOURS)
                  .build();
            });
      }
      rig.ready(rig.list("output", "Patient=/f/1", "Patient=/f/2"));
      BulkExportClient client = rig.client();
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        Future<BulkExportResult> running =
            thread.submit(() -> client.run(ALL, folder, rig.progress::add));
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        Path part = folder.resolve("output-00000-Patient.ndjson.part");
        while (!Files.exists(part) || Files.size(part) == 0) {
          Thread.onSpinWait();
        }
        assertThat(
                catchThrowableOfType(
                        BulkExportException.class, () -> rig.client().run(ALL, folder, p -> {}))
                    .reason())
            .as("the folder is taken")
            .isEqualTo(Reason.FOLDER);
        client.close();
        assertThatThrownBy(() -> running.get(20, TimeUnit.SECONDS))
            .hasCauseInstanceOf(BulkExportException.class);
      } finally {
        thread.shutdownNow();
      }
      assertThat(Thread.getAllStackTraces().keySet())
          .noneMatch(t -> t.getName().equals("simpul-bulk"));
      assertThat(names())
          .containsExactly(
              "export.json",
              "export.lock",
              "output-00000-Patient.ndjson.part",
              "output-00000-Patient.ndjson.part.tag");
      assertThatThrownBy(() -> client.run(ALL, folder, p -> {}))
          .isInstanceOf(BulkExportException.class);
    }
  }

  @Test
  void run_folderOfAnotherRequestOrBroken_isRefused() throws IOException {
    try (BulkRig rig = new BulkRig();
        BulkExportClient client = rig.client()) {
      rig.ready(rig.list("output"));
      client.run(ALL, folder, rig.progress::add);
      int requests = rig.requests.size();
      assertThatThrownBy(() -> client.run(BulkExportRequest.ofPatients(), folder, p -> {}))
          .isInstanceOfSatisfying(
              BulkExportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FOLDER));
      Files.writeString(folder.resolve("export.json"), "{\"version\":\"2\"}");
      assertThat(failure(rig).reason()).isEqualTo(Reason.FOLDER);
      assertThat(rig.requests).hasSize(requests);
    }
  }

  @Test
  void run_levels_areAskedBelowTheBase() {
    try (BulkRig rig = new BulkRig();
        BulkExportClient client = rig.client()) {
      rig.ready(rig.list("output"));
      client.run(BulkExportRequest.ofPatients(), folder.resolve("a"), p -> {});
      client.run(BulkExportRequest.ofGroup("g.1"), folder.resolve("b"), p -> {});
      assertThat(rig.requests)
          .extracting(r -> r.getUrl().encodedPath())
          .contains("/fhir/Patient/$export", "/fhir/Group/g.1/$export");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing",
        "[]",
        "{}",
        "{\"transactionTime\":\"yesterday\"}",
        "{\"transactionTime\":\"2026-11-22T01:00:00Z\",\"output\":{}}",
        "{\"transactionTime\":\"2026-11-22T01:00:00Z\",\"output\":[{\"type\":\"Patient\"}]}",
        "{\"transactionTime\":\"2026-11-22T01:00:00Z\",\"output\":[{\"url\":\"/f/1\"}]}",
        "{\"transactionTime\":\"2026-11-22T01:00:00Z\",\"output\":[{\"url\":\"http://a b\"}]}",
        "{\"transactionTime\":\"2026-11-22T01:00:00Z\",\"link\":[{\"relation\":\"next\"}]}"
      })
  void run_noManifest_isUnusable(String body) {
    try (BulkRig rig = new BulkRig()) {
      rig.statuses.add(BulkRig.json(200, body).build());
      assertThat(failure(rig).reason()).isEqualTo(Reason.UNUSABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void run_filesAtTheirLimitAndPastIt_areTakenAndRefused(int more) {
    try (BulkRig rig = new BulkRig()) {
      String[] many =
          Collections.nCopies(BulkManifest.MAX_FILES + more, "P=/f").toArray(String[]::new);
      rig.ready(rig.list("output", many));
      rig.file("/f", "\n");
      if (more == 0) {
        BulkManifest.Item item = new BulkManifest.Item("P", URI.create("http://a/b"), -1);
        assertThat(
                new BulkManifest(
                        rig.now,
                        false,
                        Collections.nCopies(BulkManifest.MAX_FILES, item),
                        List.of(),
                        List.of())
                    .files())
            .isEqualTo(BulkManifest.MAX_FILES);
        try (BulkExportClient client = rig.client()) {
          // The list is taken; the first file ends it.
          assertThatThrownBy(() ->
                  client.run(
                      ALL,
                      folder,
                      p -> {
                        if (p.files() == BulkManifest.MAX_FILES) {
                          throw new IllegalStateException("taken");
                        }
                      }))
              .hasMessage("taken");
        }
      } else {
        assertThat(failure(rig).reason()).isEqualTo(Reason.UNUSABLE);
      }
    }
  }

  @Test
  void run_longProgress_isCut() {
    try (BulkRig rig = new BulkRig()) {
      for (int length : new int[] {100, 101}) {
        rig.statuses.add(BulkRig.working().setHeader("X-Progress", "x".repeat(length)).build());
      }
      rig.ready(rig.list("output"));
      run(rig);
      assertThat(rig.progress.subList(0, 2))
          .allSatisfy(p -> assertThat(p.server()).isEqualTo("x".repeat(BulkProgress.MAX_TEXT)));
    }
  }

  @Test
  void request_limits_areKept() {
    List<String> most = Collections.nCopies(BulkExportRequest.MAX_TYPES, "Patient");
    List<String> more = Collections.nCopies(BulkExportRequest.MAX_TYPES + 1, "Patient");
    assertThat(ALL.withTypes(most)).isNotNull();
    for (List<String> wrong : List.of(more, List.<String>of(), List.of("patient"))) {
      assertThatThrownBy(() -> ALL.withTypes(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> BulkExportRequest.ofGroup("a/b"))
        .isInstanceOf(IllegalArgumentException.class);
    BulkExportClient.Builder builder = BulkExportClient.builder(URI.create("https://a.example"));
    assertThat(builder.parallel(1).parallel(BulkExportClient.MAX_PARALLEL)).isSameAs(builder);
    for (int wrong : new int[] {0, BulkExportClient.MAX_PARALLEL + 1}) {
      assertThatThrownBy(() -> builder.parallel(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> builder.maxFileBytes(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.patience(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.fileTimeout(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shown_urls_areNot() {
    try (BulkRig rig = new BulkRig()) {
      rig.ready(rig.list("output", "Patient=/f/rahasia-55?rahasia-66"));
      BulkExportResult result = run(rig);
      assertThat(result + " " + rig.progress + " " + rig.client())
          .doesNotContain("rahasia", BulkRig.TOKEN);
      assertThat(new BulkManifest.Item("Patient", URI.create("http://a/rahasia"), 1).toString())
          .isEqualTo("Item[Patient, 1]");
    }
  }
}

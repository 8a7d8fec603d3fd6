package id.simpul.health.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.health.bulk.BulkExportException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is built upon when a transfer broke, and what is not taken whatever a server sends. */
class BulkResumeTest {
  private static final BulkExportRequest ALL = BulkExportRequest.ofSystem();

  @TempDir Path folder;

  private BulkExportResult run(BulkRig rig) {
    try (BulkExportClient client = rig.client()) {
      return client.run(ALL, folder, rig.progress::add);
    }
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

  /** Breaks off at first, and then gives the rest as it is told. */
  private static Function<RecordedRequest, MockResponse> breaking(
      MockResponse.Builder whole, IntFunction<MockResponse.Builder> rest) {
    AtomicInteger broken = new AtomicInteger();
    MockResponse first =
        whole
            .throttleBody(30_000, 1, TimeUnit.MILLISECONDS)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build();
    return request -> {
      String range = request.getHeaders().get("Range");
      if (range == null) {
        return broken.getAndIncrement() == 0
            ? first
            : first.newBuilder().onResponseBody(null).build();
      }
      return rest.apply(Integer.parseInt(range.replaceAll("[^0-9]", ""))).code(206).build();
    };
  }

  private static MockResponse.Builder rest(byte[] all, int from, String range) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/fhir+ndjson")
        .setHeader("Content-Range", range)
        .body(new Buffer().write(all, from, all.length - from));
  }

  private static byte[] noise(int lines) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= lines; i++) {
      text.append("{\"resourceType\":\"Patient\",\"id\":\"p" + i + "\",\"language\":\"");
      text.append(Long.toString(random.nextLong(), 36)).append("\"}\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gzip", "identity"})
  void run_restOfACompressedFile_isCompressedAsItBegan(String coding) throws IOException {
    try (BulkRig rig = new BulkRig()) {
      byte[] bytes = gzip(noise(6_000));
      String rangeEnd = "-" + (bytes.length - 1) + "/" + bytes.length;
      MockResponse.Builder whole =
          new MockResponse.Builder()
              .setHeader("Content-Encoding", "gzip")
              .setHeader("ETag", "\"v1\"")
              .body(new Buffer().write(bytes));
      rig.files.put(
          "/f/1",
          breaking(
              whole,
              from -> {
                MockResponse.Builder rest = rest(bytes, from, "bytes " + from + rangeEnd);
                return coding.isEmpty() ? rest : rest.setHeader("Content-Encoding", coding);
              }));
      rig.ready(rig.list("output", "Patient=/f/1"));

      BulkExportResult result = run(rig);

      assertThat(result.failures()).isEmpty();
      assertThat(result.output().get(0).gzip()).isTrue();
      assertThat(ids(result)).hasSize(6_000);
      assertThat(rig.to("/f/1")).hasSize(coding.equals("identity") ? 3 : 2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes 0-9/10", "bytes */10", "", "other file"})
  void run_otherPartThanAsked_beginsAnew(String range) throws IOException {
    try (BulkRig rig = new BulkRig()) {
      String content = BulkRig.patients(1, 2000);
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      rig.files.put(
          "/f/1",
          breaking(
              BulkRig.plain(content).setHeader("ETag", "\"v1\""),
              from ->
                  range.equals("other file")
                      ? rest(bytes, from, "bytes " + from + "-9/10").setHeader("ETag", "\"v2\"")
                      : rest(bytes, from, range)));
      rig.ready(rig.list("output", "Patient=/f/1"));

      assertThat(ids(run(rig))).hasSize(2000);
      assertThat(rig.to("/f/1")).hasSize(3);
      assertThat(rig.to("/f/1").get(1).getHeaders().get("Range")).isNotNull();
      assertThat(rig.to("/f/1").get(2).getHeaders().get("Range")).isNull();
    }
  }

  @Test
  void run_lessThanTheRest_beginsAnew() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      byte[] bytes = BulkRig.patients(1, 2000).getBytes(StandardCharsets.UTF_8);
      byte[] less = Arrays.copyOf(bytes, bytes.length - 500);
      String rangeEnd = "-" + (less.length - 1) + "/" + bytes.length;
      rig.files.put(
          "/f/1",
          breaking(
              BulkRig.plain(BulkRig.patients(1, 2000)).setHeader("ETag", "\"v1\""),
              from -> rest(less, from, "bytes " + from + rangeEnd)));
      rig.ready(rig.list("output", "Patient=/f/1"));

      assertThat(ids(run(rig))).hasSize(2000);
      assertThat(rig.to("/f/1")).hasSize(3);
    }
  }

  @Test
  void run_partTheServerHasNoMoreOf_beginsAnew() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      String content = BulkRig.patients(1, 2000);
      Function<RecordedRequest, MockResponse> breaking =
          breaking(BulkRig.plain(content).setHeader("ETag", "\"v1\""), from -> null);
      rig.files.put(
          "/f/1",
          request ->
              request.getHeaders().get("Range") == null
                  ? breaking.apply(request)
                  : new MockResponse.Builder().code(416).build());
      rig.ready(rig.list("output", "Patient=/f/1"));
      assertThat(ids(run(rig))).hasSize(2000);
      assertThat(rig.to("/f/1")).hasSize(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void run_fileThatOpensToItsLimitAndPastIt_isTakenAndRefusedOnce(int more) throws IOException {
    try (BulkRig rig = new BulkRig()) {
      String content = BulkRig.patients(1, 3);
      rig.files.put("/f/1", r -> BulkRig.gzipped(content, 0).setHeader("ETag", "\"v1\"").build());
      rig.ready(rig.list("output", "Patient=/f/1"));
      try (BulkExportClient client = rig.client(b -> b.maxPlainBytes(content.length() - more))) {
        assertThat(client.run(ALL, folder, rig.progress::add).failures()).hasSize(more);
      }
      assertThat(rig.to("/f/1")).hasSize(1);
      assertThat(names()).noneMatch(name -> name.contains(".part"));
    }
  }

  @Test
  void close_whileAFileIsOpened_endsIt() throws Exception {
    try (BulkRig rig = new BulkRig()) {
      byte[] zeros = gzip(new byte[1 << 26]);
      Buffer bomb = new Buffer();
      for (int i = 0; i < 512; i++) {
        bomb.write(zeros);
      }
      rig.files.put(
          "/f/1",
          request ->
              new MockResponse.Builder()
                  .setHeader("Content-Encoding", "gzip")
                  .body(bomb.clone())
                  .build());
      rig.ready(rig.list("output", "Patient=/f/1"));
      BulkExportClient client = rig.client();
      ExecutorService thread = Executors.newSingleThreadExecutor();
      try {
        Future<BulkExportResult> running =
            thread.submit(() -> client.run(ALL, folder, rig.progress::add));
        Path part = folder.resolve("output-00000-Patient.ndjson.part");
        while (!Files.exists(part) || Files.size(part) < bomb.size()) {
          Thread.onSpinWait();
        }
        client.close();
        assertThatThrownBy(() -> running.get(10, TimeUnit.SECONDS))
            .cause()
            .isInstanceOfSatisfying(
                BulkExportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.ENDED));
      } finally {
        thread.shutdownNow();
      }
    }
  }

  @Test
  void run_fileThatIsTooLarge_isAskedForOnce() throws IOException {
    try (BulkRig rig = new BulkRig()) {
      String content = BulkRig.patients(1, 3);
      rig.file("/f/1", content).ready(rig.list("output", "Patient=/f/1"));
      try (BulkExportClient client = rig.client(b -> b.maxFileBytes(content.length() - 1))) {
        assertThat(client.run(ALL, folder, rig.progress::add).failures()).hasSize(1);
      }
      assertThat(rig.to("/f/1")).hasSize(1);
      assertThat(names()).noneMatch(name -> name.contains(".part"));
    }
  }

  @Test
  void discard_redirectedElsewhere_deletesNothingThere() {
    try (BulkRig rig = new BulkRig();
        BulkRig other = new BulkRig()) {
      rig.ready(rig.list("output"));
      run(rig);
      rig.lastStatus =
          new MockResponse.Builder()
              .code(307)
              .setHeader("Location", other.root() + "/status/1")
              .build();
      try (BulkExportClient client = rig.client()) {
        assertThatThrownBy(() -> client.discard(folder))
            .isInstanceOfSatisfying(
                BulkExportException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
      }
      assertThat(other.requests).isEmpty();
    }
  }
}

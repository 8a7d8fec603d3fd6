package id.simpul.health.bulk;

import id.simpul.core.AddressPolicy;
import id.simpul.core.value.Secret;
import id.simpul.health.internal.bulk.Waits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A server that exports what it is told to, and clients of it whose waits take no time. */
final class BulkRig implements AutoCloseable {
  static final String TOKEN = "tok-ekspor-8842";

  final MockWebServer server = new MockWebServer();
  final Queue<MockResponse> kickOffs = new ConcurrentLinkedQueue<>();
  final Queue<MockResponse> statuses = new ConcurrentLinkedQueue<>();
  final Map<String, Function<RecordedRequest, MockResponse>> files = new ConcurrentHashMap<>();
  final List<RecordedRequest> requests = new CopyOnWriteArrayList<>();
  final List<Duration> pauses = new CopyOnWriteArrayList<>();
  final List<BulkProgress> progress = new CopyOnWriteArrayList<>();
  volatile Instant now = Instant.parse("2026-11-22T02:00:00Z");
  volatile MockResponse lastStatus = new MockResponse.Builder().code(404).build();

  BulkRig() {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requests.add(request);
            return answer(request);
          }
        });
    try {
      server.start(InetAddress.getLoopbackAddress(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MockResponse answer(RecordedRequest request) {
    String path = request.getUrl().encodedPath();
    if (path.endsWith("/$export")) {
      MockResponse scripted = kickOffs.poll();
      return scripted == null ? accepted().build() : scripted;
    }
    if (path.equals("/status/1")) {
      MockResponse scripted = statuses.poll();
      return scripted == null ? lastStatus : scripted;
    }
    return files
        .getOrDefault(path, r -> new MockResponse.Builder().code(404).build())
        .apply(request);
  }

  URI root() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  MockResponse.Builder accepted() {
    return new MockResponse.Builder().code(202).setHeader("Content-Location", root() + "/status/1");
  }

  static MockResponse.Builder working() {
    return new MockResponse.Builder().code(202);
  }

  BulkRig ready(String... members) {
    lastStatus = manifest(members).build();
    return this;
  }

  MockResponse.Builder manifest(String... members) {
    return json(
        200,
        "{\"transactionTime\":\"2026-11-22T01:00:00Z\",\"request\":\"x\","
            + String.join(",", members)
            + "}");
  }

  static MockResponse.Builder json(int status, String body) {
    return new MockResponse.Builder()
        .code(status)
        .setHeader("Content-Type", "application/json")
        .body(body);
  }

  /** A list of files, {@code Type=/path} each. */
  String list(String name, String... files) {
    return listAt(name, root(), files);
  }

  static String listAt(String name, URI root, String... files) {
    StringBuilder json = new StringBuilder("\"" + name + "\":[");
    for (int i = 0; i < files.length; i++) {
      String[] parts = files[i].split("=", -1);
      json.append(i == 0 ? "" : ",")
          .append("{\"type\":\"" + parts[0] + "\",\"url\":\"" + root + parts[1] + "\"");
      json.append(parts.length > 2 ? ",\"count\":" + parts[2] + "}" : "}");
    }
    return json.append("]").toString();
  }

  BulkRig file(String path, String content) {
    files.put(path, request -> plain(content).build());
    return this;
  }

  static MockResponse.Builder plain(String content) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "application/fhir+ndjson")
        .body(content);
  }

  static MockResponse.Builder gzipped(String content, int cut) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Buffer body = new Buffer().write(bytes.toByteArray(), 0, bytes.size() - cut);
    return new MockResponse.Builder()
        .setHeader("Content-Encoding", "gzip")
        .setHeader("Content-Type", "application/fhir+ndjson")
        .body(body);
  }

  static String patients(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i <= to; i++) {
      lines.append("{\"resourceType\":\"Patient\",\"id\":\"p" + i + "\"}\n");
    }
    return lines.toString();
  }

  BulkExportClient client() {
    return client(builder -> {});
  }

  BulkExportClient client(Consumer<BulkExportClient.Builder> more) {
    BulkExportClient.Builder builder =
        BulkExportClient.builder(URI.create(root() + "/fhir"))
            .token(() -> Secret.of(TOKEN))
            .otherHosts(AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment())
            .configure(config -> config.clock(() -> now))
            .waits(this::waits);
    more.accept(builder);
    return builder.build();
  }

  private Waits waits() {
    return new Waits((time, ended) -> {
      pauses.add(time);
      now = now.plus(time);
    });
  }

  List<String> lines() {
    return requests.stream().map(r -> r.getMethod() + " " + r.getTarget()).toList();
  }

  List<RecordedRequest> to(String path) {
    return requests.stream().filter(r -> r.getUrl().encodedPath().equals(path)).toList();
  }

  @Override
  public void close() {
    server.close();
  }
}

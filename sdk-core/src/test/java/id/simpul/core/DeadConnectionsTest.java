package id.simpul.core;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.Test;

/** A node that was started again leaves the client with connections that lead nowhere. */
class DeadConnectionsTest {
  // More than one call makes attempts.
  private static final int CONNECTIONS = 8;
  private static final String LOOPBACK = "127.0.0.1";

  private static final Operation<String, JsonValue> READ =
      Operation.<String, JsonValue>builder("test.read", Method.GET, "/read")
          .summary("Reads.")
          .output(new JsonFormat())
          .errors(List.of(ProblemDetails.FORMAT))
          .input(new NoInput());

  @Test
  void call_nodeStartedAgain_succeedsHoweverManyConnectionsWerePooled() throws Exception {
    int port = freePort();
    try (OperationClient client = client(port)) {
      try (MockWebServer first = new MockWebServer()) {
        first.setDispatcher(new Together());
        first.start(InetAddress.getLoopbackAddress(), port);
        fillPool(client);
      }
      try (MockWebServer second = new MockWebServer()) {
        second.enqueue(answer());
        second.start(InetAddress.getLoopbackAddress(), port);

        assertThat(client.call(READ, "", RequestOptions.NONE).status()).isEqualTo(200);
      }
    }
  }

  // MockWebServer lets a port be used again only when it was named.
  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static OperationClient client(int port) {
    return OperationClient.create(
        ClientConfig.builder(URI.create("http://" + LOOPBACK + ":" + port))
            .retry(RetryPolicy.STANDARD.withBaseDelay(Duration.ZERO))
            .build());
  }

  private static void fillPool(OperationClient client) {
    List<CompletableFuture<ApiResponse<JsonValue>>> calls =
        Stream.generate(() -> client.callAsync(READ, "", RequestOptions.NONE))
            .limit(CONNECTIONS)
            .toList();
    calls.forEach(CompletableFuture::join);
  }

  private static MockResponse answer() {
    return new MockResponse.Builder()
        .addHeader("Content-Type", "application/json")
        .body("{}")
        .build();
  }

  /** Answers only when all connections are there, so that each call has one of its own. */
  private static final class Together extends Dispatcher {
    private final CyclicBarrier all = new CyclicBarrier(CONNECTIONS);

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      try {
        all.await(10, TimeUnit.SECONDS);
        return answer();
      } catch (Exception e) {
        return new MockResponse.Builder().code(500).build();
      }
    }
  }

  private static final class JsonFormat implements Format<JsonValue> {
    @Override
    public MediaType mediaType() {
      return MediaType.JSON;
    }

    @Override
    public Optional<String> suffix() {
      return Optional.empty();
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public void write(JsonValue value, OutputStream out) throws IOException {
      Json.write(value, out);
    }

    @Override
    public JsonValue read(InputStream in, Limits limits) throws IOException {
      return Json.read(in, limits);
    }
  }

  private static final class NoInput implements Input<String> {
    @Override
    public List<Parameter> parameters() {
      return List.of();
    }

    @Override
    public List<MediaType> bodies() {
      return List.of();
    }

    @Override
    public Optional<SchemaId> schema() {
      return Optional.empty();
    }

    @Override
    public RequestParts write(String value) {
      return RequestParts.query(Params.EMPTY);
    }

    @Override
    public Reading<String> read(RequestParts parts) {
      throw new UnsupportedOperationException("Nobody serves this");
    }
  }
}

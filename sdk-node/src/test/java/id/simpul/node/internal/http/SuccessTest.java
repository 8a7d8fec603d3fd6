package id.simpul.node.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.Contracts;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.spi.ExchangeAuthenticator.Request;
import id.simpul.core.spi.ExchangeAuthenticator.Response;
import id.simpul.node.internal.security.Access;
import id.simpul.node.internal.security.ApiKeys;
import id.simpul.node.internal.security.SignatureGate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a route says of its success, as a client gets it. */
class SuccessTest {
  @TempDir Path folder;

  private static final class Text implements Format<String> {
    @Override
    public MediaType mediaType() {
      return new MediaType("application/fhir+ndjson", "");
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
    public void write(String value, OutputStream out) throws IOException {
      out.write(value.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String read(InputStream in, Limits limits) {
      throw new UnsupportedOperationException("The node only writes it");
    }
  }

  /** Nobody signs here. */
  private static final class Unsigned implements SignatureGate {
    @Override
    public boolean isSigned(Headers headers) {
      return false;
    }

    @Override
    public String claimedSigner(Headers headers) {
      return "";
    }

    @Override
    public SignedCall verify(Request request) {
      throw new UnsupportedOperationException("Nothing is signed");
    }

    @Override
    public Headers signRefusal(Request request, Response answer) {
      return Headers.EMPTY;
    }
  }

  private static HttpResponse<byte[]> ask(String method, Success success)
      throws IOException, InterruptedException {
    Operation<NoInput, String> operation =
        Operation.<NoInput, String>builder("test.v1.things.get", Method.GET, "/thing")
            .output(new Text())
            .errors(List.of(ProblemDetails.FORMAT))
            .input(NoInput.NONE);
    Route<NoInput, String> route =
        new Route<>(
            "",
            operation,
            Access.OPEN,
            (input, call) -> CompletableFuture.completedFuture("written"),
            output -> success);
    ServerParts parts =
        new ServerParts(
            List.of(route),
            List.of(),
            new ApiKeys(List.of()),
            new Unsigned(),
            new PublicUrls(URI.create("http://127.0.0.1"), List.of()),
            new Contracts(),
            new Fingerprint(new byte[32]),
            InstantSource.system());
    try (NodeServer server = NodeServer.start("127.0.0.1", 0, 1, parts)) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/thing"))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build();
      return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }
  }

  private static String field(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private Success file(String text, long length) throws IOException {
    Path file = Files.writeString(folder.resolve("export.ndjson"), text);
    return Success.OK.withFile(new Success.SentFile(file, length));
  }

  @Test
  void answer_statusAndFields_areThoseOfTheRoute() throws Exception {
    HttpResponse<byte[]> answer =
        ask("GET", Success.of(201).with("Location", "/thing/1").with("ETag", "W/\"1\""));

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(field(answer, "Location")).isEqualTo("/thing/1");
    assertThat(field(answer, "ETag")).isEqualTo("W/\"1\"");
    assertThat(field(answer, "Cache-Control")).isEqualTo("no-store");
    assertThat(answer.body()).asString().isEqualTo("written");
  }

  @Test
  void answer_cacheControlOfItsOwn_standsInForTheNodes() throws Exception {
    HttpResponse<byte[]> answer = ask("GET", Success.OK.with("Cache-Control", "max-age=60"));

    assertThat(answer.headers().allValues("Cache-Control")).containsExactly("max-age=60");
  }

  @Test
  void answer_withoutContent_hasNone() throws Exception {
    HttpResponse<byte[]> answer =
        ask("GET", Success.of(304).withoutContent().with("ETag", "\"x\""));

    assertThat(answer.statusCode()).isEqualTo(304);
    assertThat(field(answer, "Content-Type")).isEmpty();
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void answer_file_isSentUnderTheTypeOfTheFormat() throws Exception {
    HttpResponse<byte[]> answer = ask("GET", file("{}\n{}\n", 3));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(field(answer, "Content-Type")).isEqualTo("application/fhir+ndjson");
    assertThat(answer.body()).asString().isEqualTo("{}\n");
  }

  @Test
  void answer_headOfAFile_hasItsLengthAlone() throws Exception {
    HttpResponse<byte[]> answer = ask("HEAD", file("{}\n{}\n", 6));

    assertThat(field(answer, "Content-Length")).isEqualTo("6");
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void answer_fileThatIsGone_is500() throws Exception {
    Success gone = Success.OK.withFile(new Success.SentFile(folder.resolve("gone"), 3));

    assertThat(ask("GET", gone).statusCode()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 400})
  void of_statusOfNoSuccess_isRefused(int status) {
    assertThatThrownBy(() -> Success.of(status)).isInstanceOf(IllegalArgumentException.class);
  }
}

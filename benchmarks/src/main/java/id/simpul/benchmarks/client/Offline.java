package id.simpul.benchmarks.client;

import id.simpul.core.ClientConfig;
import id.simpul.core.ContractChecks;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Calls that end at OkHttp's door: an interceptor gives the answer, and nothing goes out. What is
 * left is the pipeline, the formats and OkHttp's outermost shell.
 */
public final class Offline {
  private static final String BASE = "http://127.0.0.1:1";

  private final Caller bare;
  private final Caller typed;

  private Offline(Kind kind) {
    this.bare = bare(kind);
    this.typed = typed(kind);
  }

  /**
   * Both callers of one exchange.
   *
   * @param kind {@code submit}, {@code get} or {@code document}
   * @return the callers
   */
  public static Offline of(String kind) {
    return new Offline(Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
  }

  /**
   * Calls with OkHttp alone.
   *
   * @throws IOException when that fails
   */
  public void callBare() throws IOException {
    bare.call();
  }

  /**
   * Calls with our client.
   *
   * @throws IOException when that fails
   */
  public void callTyped() throws IOException {
    typed.call();
  }

  /** OkHttp alone. */
  static Caller bare(Kind kind) {
    return BareCalls.over(client(kind), BASE).of(kind);
  }

  /** Our client, unchecked and unsigned. */
  static Caller typed(Kind kind) {
    ClientConfig config =
        ClientConfig.builder(URI.create(BASE))
            .httpClient(client(kind))
            .contractChecks(ContractChecks.OFF)
            .build();
    return new TypedCalls(config).of(kind);
  }

  private static OkHttpClient client(Kind kind) {
    byte[] answer = kind.answer();
    MediaType type = MediaType.get(CannedAnswers.TYPE);
    Interceptor canned =
        chain ->
            new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .header("Content-Type", CannedAnswers.TYPE)
                .header("X-Request-Id", "0123456789abcdef")
                .header("Content-Length", Integer.toString(answer.length))
                .body(ResponseBody.create(answer, type))
                .build();
    return new OkHttpClient.Builder().addInterceptor(canned).build();
  }
}

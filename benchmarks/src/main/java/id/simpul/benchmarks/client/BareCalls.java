package id.simpul.benchmarks.client;

import id.simpul.benchmarks.BenchmarkException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * OkHttp by itself: the request built for each call from bytes that are there already, the answer
 * read into an array and not looked into. The header fields are those our client sends.
 */
final class BareCalls {
  private static final int CONNECTIONS = 64;
  private static final String KEY = "00000000-0000-4000-8000-000000000000";

  private final OkHttpClient http;
  private final String base;

  private BareCalls(OkHttpClient http, String base) {
    this.http = http;
    this.base = base;
  }

  /** OkHttp as it comes, but for enough connections. */
  static BareCalls usual(String base) {
    return new BareCalls(builder().build(), base);
  }

  /** A given OkHttp. */
  static BareCalls over(OkHttpClient http, String base) {
    return new BareCalls(http, base);
  }

  /** OkHttp without the timeouts it has unless told. */
  static BareCalls withoutTimeouts(String base) {
    return new BareCalls(
        builder()
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .writeTimeout(Duration.ZERO)
            .build(),
        base);
  }

  private static OkHttpClient.Builder builder() {
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES));
  }

  Caller of(Kind kind) {
    byte[] sent = kind.request();
    int expected = kind.answer().length;
    MediaType type = kind.contentType().isEmpty() ? null : MediaType.get(kind.contentType());
    String url = base + kind.path();
    return () -> {
      Request.Builder request =
          new Request.Builder()
              .url(url)
              .header("Accept", "application/json")
              .header("Accept-Encoding", "identity");
      if (kind == Kind.SUBMIT) {
        request.header("Idempotency-Key", KEY);
      }
      if (type != null) {
        request.post(RequestBody.create(sent, type));
      }
      check(request.build(), expected);
    };
  }

  private void check(Request request, int expected) throws IOException {
    try (Response response = http.newCall(request).execute()) {
      if (response.code() != 200 || response.body().bytes().length != expected) {
        throw BenchmarkException.invalid("server", "answered otherwise than expected");
      }
    }
  }
}

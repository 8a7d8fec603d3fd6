package id.simpul.core.internal.http;

import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Makes one attempt: signs, sends, reads. Thread-safe. */
final class AttemptRunner {
  private static final byte[] NOTHING = {};

  private final OkHttpClient http;
  private final boolean ownsPool;
  private final @Nullable ExchangeAuthenticator authenticator;
  private final AnswerReader reader;

  /**
   * Makes a runner.
   *
   * @param http what sends
   * @param ownsPool whether its connections serve nobody else, so that they may be given up
   * @param authenticator signs, or null
   * @param reader reads answers
   */
  AttemptRunner(
      OkHttpClient http,
      boolean ownsPool,
      @Nullable ExchangeAuthenticator authenticator,
      AnswerReader reader) {
    this.http = http;
    this.ownsPool = ownsPool;
    this.authenticator = authenticator;
    this.reader = reader;
  }

  /**
   * Makes an attempt.
   *
   * @param exchange what to send
   * @param nanos how long it may take from when it is signed, as signing may take time of its own
   * @return how it ended
   */
  <O> AttemptResult<O> run(Exchange<O> exchange, LongSupplier nanos) {
    AttemptMark mark = new AttemptMark(exchange.terms().connectMillis());
    EncodedRequest request = exchange.request();
    ExchangeAuthenticator.Attempt signed =
        authenticator == null ? null : authenticator.sign(signable(request));
    Call call =
        http.newCall(
            new Request.Builder()
                .url(request.url())
                .headers(signed == null ? request.headers() : with(request, signed.headers()))
                .method(request.method(), request.body())
                .tag(AttemptMark.class, mark)
                .build());
    // Zero would be no limit at all.
    call.timeout().timeout(Math.max(1, nanos.getAsLong()), TimeUnit.NANOSECONDS);
    exchange.handle().running(call);
    try (Response response = call.execute()) {
      mark.answered(AnswerHeaders.requestId(response.headers()));
      return read(exchange, call, response, signed);
    } catch (IOException e) {
      AttemptResult.Broken<O> broken = Failures.broken(e, mark, exchange.handle());
      if (ownsPool && Failures.hintsAtDeadConnections(e, broken.kind())) {
        // A node that was started again leaves every idle connection dead, and each would cost an
        // attempt: OkHttp looks at one closely only before it sends something other than a GET.
        http.connectionPool().evictAll();
      }
      return broken;
    }
  }

  private <O> AttemptResult<O> read(
      Exchange<O> exchange,
      Call call,
      Response response,
      ExchangeAuthenticator.@Nullable Attempt signed)
      throws IOException {
    try {
      return reader.read(exchange, response, signed);
    } catch (IOException e) {
      // Closing an answer that was not read to its end makes OkHttp read on for a while, in the
      // hope
      // of using the connection again: as much as a flood can send in that time.
      call.cancel();
      throw e;
    }
  }

  private static ExchangeAuthenticator.Request signable(EncodedRequest request) {
    OneShotBody body = request.body();
    try {
      return new ExchangeAuthenticator.Request(
          request.method(),
          URI.create(request.url().toString()),
          AnswerHeaders.of(request.headers()),
          body == null ? NOTHING : body.bytes());
    } catch (IOException e) {
      throw new IllegalStateException("Fields that were encoded hold no line break", e);
    }
  }

  private static okhttp3.Headers with(EncodedRequest request, Headers more) {
    okhttp3.Headers.Builder fields = request.headers().newBuilder();
    more.fields().forEach(f -> fields.add(f.name(), f.value()));
    return fields.build();
  }
}

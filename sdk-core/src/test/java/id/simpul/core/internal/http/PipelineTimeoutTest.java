package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.Timeouts;
import id.simpul.core.TransportException;
import id.simpul.core.operation.Headers;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.core.support.Notes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PipelineTimeoutTest {
  private static final Duration SHORT = Duration.ofMillis(500);

  private static final RequestOptions SHORT_ATTEMPTS =
      RequestOptions.NONE.withTimeouts(Timeouts.DEFAULT.withAttempt(SHORT));

  private static MockResponse.Builder stalled() {
    return Rig.ok().onResponseStart(SocketEffect.Stall.INSTANCE);
  }

  @Test
  @Timeout(60)
  void attempt_stalledAnswer_timesOutAndIsRepeated() {
    try (Rig rig = new Rig().warm().answer(stalled(), Rig.ok())) {
      // Long enough for the second attempt, which has to connect.
      RequestOptions options =
          RequestOptions.NONE.withTimeouts(Timeouts.DEFAULT.withAttempt(Duration.ofSeconds(2)));
      assertThat(rig.client.call(Notes.READ, "a1", options).body()).isEqualTo(Rig.NOTE);
      assertThat(rig.results()).containsExactly("core.transport.timeout", "200");
    }
  }

  @Test
  @Timeout(60)
  void attempt_stalledBody_timesOut() {
    MockResponse.Builder stalled =
        Rig.ok().setHeader("X-Request-Id", "r-7").onResponseBody(SocketEffect.Stall.INSTANCE);
    try (Rig rig = new Rig().warm().answer(stalled)) {
      TransportException e =
          catchThrowableOfType(
              TransportException.class,
              () -> rig.client.call(Notes.SUBMIT, Rig.NOTE, SHORT_ATTEMPTS));
      assertThat(e.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
      assertThat(e.outcomeUnknown()).isTrue();
      assertThat(e.elapsed()).isGreaterThanOrEqualTo(SHORT);
      assertThat(e.requestId()).contains("r-7");
    }
  }

  @Test
  @Timeout(10)
  void call_signingThatTakesTime_leavesTheAttemptTheRest() {
    AtomicReference<ScriptedPulse> time = new AtomicReference<>();
    ExchangeAuthenticator slow =
        request -> {
          time.get().advance(Timeouts.DEFAULT_CALL.minus(SHORT));
          return new ExchangeAuthenticator.Attempt() {
            @Override
            public Headers headers() {
              return Headers.EMPTY;
            }

            @Override
            public void verify(ExchangeAuthenticator.Response response) {}
          };
        };
    try (Rig rig = new Rig(config -> config.authenticator(slow).retry(RetryPolicy.NONE))) {
      time.set(rig.time);
      rig.answer(stalled());
      assertThatThrownBy(rig::read).isInstanceOf(TransportException.class);
    }
  }

  @Test
  @Timeout(60)
  void attempt_bodyThatTrickles_timesOut() {
    try (Rig rig = new Rig().warm().answer(Rig.ok().throttleBody(1, 100, TimeUnit.MILLISECONDS))) {
      TransportException e =
          catchThrowableOfType(
              TransportException.class,
              () -> rig.client.call(Notes.SUBMIT, Rig.NOTE, SHORT_ATTEMPTS));
      assertThat(e.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
    }
  }

  @Test
  @Timeout(60)
  void call_timeoutOfTheWhole_cutsTheAttemptShort() {
    try (Rig rig = new Rig().warm().answer(stalled())) {
      TransportException e =
          catchThrowableOfType(
              TransportException.class,
              () -> rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withTimeout(SHORT)));
      assertThat(e.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
      assertThat(e.attempts()).isOne();
      assertThat(e.elapsed()).isLessThan(Duration.ofSeconds(5));
    }
  }

  @Test
  void connect_timeout_reachesTheSocketWithoutAnotherClient() {
    RecordingSockets sockets = new RecordingSockets();
    Timeouts timeouts =
        new Timeouts(Duration.ofMillis(1234), Duration.ofSeconds(15), Duration.ofSeconds(45));
    try (Rig rig =
        new Rig(c ->
            c.timeouts(timeouts)
                .retry(RetryPolicy.NONE)
                .httpClient(new OkHttpClient.Builder().socketFactory(sockets).build()))) {
      TransportException e = catchThrowableOfType(TransportException.class, rig::submit);
      assertThat(e.kind()).isEqualTo(TransportException.Kind.CONNECT);
      assertThat(e.outcomeUnknown()).isFalse();
      Timeouts other =
          new Timeouts(Duration.ofMillis(77), Duration.ofSeconds(15), Duration.ofSeconds(45));
      assertThatThrownBy(
              () -> rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withTimeouts(other)))
          .isInstanceOf(TransportException.class);
      assertThat(sockets.timeouts).containsExactly(1234, 77);
    }
  }

  @Test
  void timeouts_thatOverflowANumber_areCut() {
    Duration forever = Duration.ofSeconds(Long.MAX_VALUE);
    try (Rig rig =
        new Rig(c -> c.timeouts(new Timeouts(forever, forever, forever))).answer(Rig.ok())) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
    }
    Duration instant = Duration.ofNanos(1);
    assertThat(Nanos.toMillis(instant)).isOne();
    assertThat(Nanos.toMillis(forever)).isPositive();
    assertThat(Nanos.of(forever)).isPositive();
  }

  /** Sockets that note the connect timeout and never connect. */
  private static final class RecordingSockets extends SocketFactory {
    private final List<Integer> timeouts = new CopyOnWriteArrayList<>();

    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
          timeouts.add(timeout);
          throw new SocketTimeoutException("connect timed out");
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}

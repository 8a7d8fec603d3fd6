package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.simpul.core.CallException;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.Timeouts;
import id.simpul.core.TransportException;
import id.simpul.core.support.Notes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way a connection can fail, at every point of an exchange, fresh and pooled. */
class PipelineFaultMatrixTest {
  private static final Duration ATTEMPT = Duration.ofMillis(400);

  enum Point {
    REQUEST_START,
    REQUEST_BODY,
    RESPONSE_START,
    RESPONSE_BODY,
    RESPONSE_END;

    MockResponse.Builder set(MockResponse.Builder answer, SocketEffect effect) {
      return switch (this) {
        case REQUEST_START -> answer.onRequestStart(effect);
        case REQUEST_BODY -> answer.onRequestBody(effect);
        case RESPONSE_START -> answer.onResponseStart(effect);
        case RESPONSE_BODY -> answer.onResponseBody(effect);
        case RESPONSE_END -> answer.onResponseEnd(effect);
      };
    }
  }

  enum Fault {
    CLOSE,
    HALF_CLOSE_IN,
    HALF_CLOSE_OUT,
    SHUTDOWN,
    STALL;

    SocketEffect effect() {
      return switch (this) {
        case CLOSE -> new SocketEffect.CloseSocket();
        case HALF_CLOSE_IN -> new SocketEffect.CloseSocket(false, true, false);
        case HALF_CLOSE_OUT -> new SocketEffect.CloseSocket(false, false, true);
        case SHUTDOWN -> SocketEffect.ShutdownConnection.INSTANCE;
        case STALL -> SocketEffect.Stall.INSTANCE;
      };
    }
  }

  record Case(Point point, Fault fault, boolean pooled, boolean submission) {
    @Override
    public String toString() {
      return (submission ? "POST " : "GET ")
          + (pooled ? "pooled " : "fresh ")
          + fault
          + " at "
          + point;
    }
  }

  /** Loads classes: an attempt is to have its time for itself. */
  @BeforeAll
  static void warm() {
    try (Rig rig = new Rig()) {
      rig.warm();
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Point point : Point.values()) {
      for (Fault fault : Fault.values()) {
        for (boolean pooled : new boolean[] {false, true}) {
          cases.add(new Case(point, fault, pooled, false));
          cases.add(new Case(point, fault, pooled, true));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void call_faultAtPoint_endsInTimeWithATypedErrorAndAtMostOneEffect(Case c) {
    try (Rig rig = new Rig()) {
      if (c.pooled) {
        rig.warm();
      }
      int before = rig.requests();
      String body = "{\"id\":\"a1\",\"text\":\"" + "x".repeat(200_000) + "\"}";
      rig.answer(c.point.set(Rig.json(200, body), c.fault.effect()));
      rig.answer(Rig.ok(), Rig.ok());
      long begun = System.nanoTime();
      RequestOptions options =
          RequestOptions.NONE
              .withTimeouts(Timeouts.DEFAULT.withAttempt(ATTEMPT))
              .withRetry(c.submission ? RetryPolicy.STANDARD : RetryPolicy.NONE);
      Throwable thrown =
          catchThrowable(() -> {
            if (c.submission) {
              rig.client.call(Notes.SUBMIT, Rig.NOTE, options);
            } else {
              rig.client.call(Notes.READ, "a1", options);
            }
          });
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
      assertThat(millis).isLessThan(ATTEMPT.toMillis() + 2_000);
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(CallException.class);
        if (thrown instanceof TransportException e && c.fault == Fault.STALL) {
          assertThat(e.kind()).isEqualTo(TransportException.Kind.TIMEOUT);
        }
      }
      assertThat(rig.requests() - before).as("requests the node read").isLessThanOrEqualTo(1);
    }
  }

  static Stream<Case> submissionsThatBreak() {
    return cases().filter(c -> c.submission && c.fault != Fault.STALL);
  }

  @ParameterizedTest
  @MethodSource("submissionsThatBreak")
  void call_keysHonoured_isRepeatedUnderOneKey(Case c) {
    try (Rig rig =
        new Rig(config ->
            config
                .nodeHonoursIdempotencyKeys(true)
                .timeouts(Timeouts.DEFAULT.withAttempt(Duration.ofSeconds(3))))) {
      if (c.pooled) {
        rig.warm();
      }
      int before = rig.requests();
      String body = "{\"id\":\"a1\",\"text\":\"" + "x".repeat(200_000) + "\"}";
      rig.answer(c.point.set(Rig.json(200, body), c.fault.effect()));
      rig.answer(Rig.ok(), Rig.ok(), Rig.ok());
      assertThat(rig.submit().id()).isEqualTo("a1");
      List<String> keys = new ArrayList<>();
      for (int i = rig.requests(); i > before; i--) {
        keys.add(rig.taken().getHeaders().get("Idempotency-Key"));
      }
      // A connection that ends before its request is counted without headers.
      assertThat(keys.stream().filter(Objects::nonNull).distinct()).hasSize(1);
    }
  }
}

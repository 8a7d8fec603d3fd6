package id.simpul.core.internal.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.ClientConfig;
import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.Timeouts;
import id.simpul.core.TransportException;
import id.simpul.core.support.Notes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineRetryTest {
  private static MockResponse.Builder broken() {
    return Rig.ok().onResponseStart(new SocketEffect.CloseSocket());
  }

  private static MockResponse.Builder unavailable(String retryAfter) {
    return Rig.status(503).setHeader("Retry-After", retryAfter);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 502, 503, 504})
  void call_safe_isRepeatedUntilItSucceeds(int status) {
    try (Rig rig = new Rig().answer(Rig.status(status), Rig.status(status), Rig.ok())) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
      assertThat(rig.requests()).isEqualTo(3);
      assertThat(rig.results())
          .containsExactly(Integer.toString(status), Integer.toString(status), "200");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 409, 418, 500, 501, 505})
  void call_safe_otherStatuses_areFinal(int status) {
    try (Rig rig = new Rig().answer(Rig.status(status), Rig.ok())) {
      assertThatThrownBy(rig::read).isInstanceOf(ApiException.class);
      assertThat(rig.requests()).isOne();
      assertThat(rig.time.waitsMillis()).isEmpty();
    }
  }

  @Test
  void call_idempotent_isRepeated() {
    try (Rig rig = new Rig().answer(Rig.status(504), broken(), Rig.ok())) {
      rig.client.call(Notes.REPLACE, Rig.NOTE, RequestOptions.NONE);
      assertThat(rig.requests()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 503})
  void call_keyed_isRepeatedWhenNothingWasCarriedOut(int status) {
    try (Rig rig = new Rig().answer(Rig.status(status), Rig.status(status), Rig.ok())) {
      assertThat(rig.submit()).isEqualTo(Rig.NOTE);
      String key = rig.taken().getHeaders().get("Idempotency-Key");
      assertThat(key).hasSize(36);
      assertThat(rig.taken().getHeaders().get("Idempotency-Key")).isEqualTo(key);
      assertThat(rig.taken().getHeaders().get("Idempotency-Key")).isEqualTo(key);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {502, 504})
  void call_keyed_unknownOutcome_isFinalUnlessKeysAreHonoured(int status) {
    try (Rig rig = new Rig().answer(Rig.status(status), Rig.ok())) {
      assertThatThrownBy(rig::submit).isInstanceOf(ApiException.class);
      assertThat(rig.requests()).isOne();
    }
    try (Rig rig =
        new Rig(c -> c.nodeHonoursIdempotencyKeys(true)).answer(Rig.status(status), Rig.ok())) {
      assertThat(rig.submit()).isEqualTo(Rig.NOTE);
      assertThat(rig.taken().getHeaders().get("Idempotency-Key"))
          .isEqualTo(rig.taken().getHeaders().get("Idempotency-Key"));
    }
  }

  @Test
  void call_keyed_brokenConnection_isFinalUnlessKeysAreHonoured() {
    try (Rig rig = new Rig().answer(broken(), Rig.ok())) {
      TransportException e = catchThrowableOfType(TransportException.class, rig::submit);
      assertThat(e.kind()).isEqualTo(TransportException.Kind.IO);
      assertThat(e.outcomeUnknown()).isTrue();
      assertThat(e.attempts()).isOne();
      assertThat(rig.requests()).isOne();
    }
    try (Rig rig = new Rig(c -> c.nodeHonoursIdempotencyKeys(true)).answer(broken(), Rig.ok())) {
      assertThat(rig.submit()).isEqualTo(Rig.NOTE);
      assertThat(rig.requests()).isEqualTo(2);
    }
  }

  @Test
  void call_serverThatHangsUpOnAWarmConnection_getsASubmissionOnce() {
    // OkHttp alone sends the second POST twice here and reports a clean success.
    try (Rig rig = new Rig().answer(Rig.ok(), broken(), Rig.ok())) {
      rig.submit();
      assertThatThrownBy(rig::submit).isInstanceOf(TransportException.class);
      assertThat(rig.requests()).isEqualTo(2);
    }
  }

  @Test
  void call_nobodyListens_isRepeatedAndCertainlyNotCarriedOut() {
    try (Rig rig = new Rig()) {
      rig.server.close();
      TransportException e = catchThrowableOfType(TransportException.class, rig::submit);
      assertThat(e.kind()).isEqualTo(TransportException.Kind.CONNECT);
      assertThat(e.outcomeUnknown()).isFalse();
      assertThat(e.attempts()).isEqualTo(3);
      assertThat(e.code()).isEqualTo("core.transport.connect");
      assertThat(rig.results()).containsOnly("core.transport.connect").hasSize(3);
      assertThat(rig.time.waitsMillis()).containsExactly(500L, 1000L);
    }
  }

  // A server that waits for a line end may find one in a handshake or not; this one speaks at once.
  @Test
  void call_serverWithoutTls_isFinalAndCertainlyNotCarriedOut() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        HttpOperationClient client =
            new HttpOperationClient(
                ClientConfig.builder(URI.create("https://127.0.0.1:" + plain.getLocalPort()))
                    .build())) {
      Thread server = new Thread(() -> speakPlainly(plain), "plain-server");
      server.setDaemon(true);
      server.start();
      TransportException e =
          catchThrowableOfType(
              TransportException.class, () -> client.call(Notes.READ, "a1", RequestOptions.NONE));
      assertThat(e.kind()).isEqualTo(TransportException.Kind.TLS);
      assertThat(e.outcomeUnknown()).isFalse();
      assertThat(e.attempts()).isOne();
    }
  }

  private static void speakPlainly(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      // The client hangs up on what is not TLS, as it should.
    }
  }

  @Test
  void call_retriesUsedUp_endsWithTheLastAnswer() {
    try (Rig rig = new Rig().answer(Rig.status(503), Rig.status(503), Rig.status(429))) {
      ApiException e = catchThrowableOfType(ApiException.class, rig::read);
      assertThat(e.status()).isEqualTo(429);
      assertThat(rig.requests()).isEqualTo(1 + RetryPolicy.MAX_RETRIES);
    }
  }

  @Test
  void call_policyOfOptions_winsOverTheClients() {
    try (Rig rig = new Rig().answer(Rig.status(503), Rig.ok())) {
      assertThatThrownBy(() ->
              rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withRetry(RetryPolicy.NONE)))
          .isInstanceOf(ApiException.class);
      assertThat(rig.requests()).isOne();
    }
  }

  @Test
  void wait_isDrawnFromZeroToTheDoublingBound() {
    RetryPolicy policy =
        new RetryPolicy(2, Duration.ofMillis(300), Duration.ofMillis(400), Duration.ofSeconds(30));
    try (Rig rig =
        new Rig(c -> c.retry(policy)).answer(Rig.status(503), Rig.status(503), Rig.ok())) {
      rig.read();
      assertThat(rig.time.waitsMillis()).containsExactly(300L, 400L);
    }
    try (Rig rig = new Rig().answer(Rig.status(503), Rig.status(503), Rig.ok())) {
      rig.time.jitter(bound -> bound / 4);
      rig.read();
      assertThat(rig.time.waitsMillis()).containsExactly(125L, 250L);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "7|7000",
        "30|30000",
        "Sat, 21 Nov 2026 00:00:07 GMT|7000",
        "Sat, 21 Nov 2026 00:00:00 GMT|0",
        "Fri, 20 Nov 2026 23:00:00 GMT|0",
        "Saturday, 21-Nov-26 00:00:07 GMT|7000",
        "Sat Nov 21 00:00:07 2026|7000"
      })
  void wait_retryAfter_isObeyedInEveryForm(String field, long millis) {
    InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-21T00:00:00Z"));
    try (Rig rig = new Rig(c -> c.clock(clock)).answer(unavailable(field), Rig.ok())) {
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
      assertThat(rig.time.waitsMillis()).containsExactly(millis);
      assertThat(rig.requests()).isEqualTo(2);
      assertThat(rig.attempts).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1.5", "", "Sat, 99 Nov 2026 00:00:07 GMT"})
  void wait_retryAfterOfNoForm_countsAsNone(String field) {
    try (Rig rig = new Rig().answer(unavailable(field), Rig.ok())) {
      rig.read();
      assertThat(rig.time.waitsMillis()).containsExactly(500L);
    }
  }

  @ParameterizedTest
  @CsvSource({"31,31", "3600,3600", "86401,86400", "99999999999999999999,86400"})
  void wait_retryAfterPastThePolicy_endsTheCallWithTheAnswer(String field, long reported) {
    try (Rig rig = new Rig().answer(unavailable(field), Rig.ok())) {
      ApiException e = catchThrowableOfType(ApiException.class, rig::submit);
      assertThat(e.status()).isEqualTo(503);
      assertThat(e.retryAfter()).contains(Duration.ofSeconds(reported));
      assertThat(e.headers().first("Retry-After")).contains(field);
      assertThat(rig.requests()).isOne();
      assertThat(rig.time.waitsMillis()).isEmpty();
    }
  }

  @Test
  void wait_zeroRetryAfter_isOursAloneToObey() {
    // OkHttp would send again by itself, unseen by observer and authenticator.
    try (Rig rig = new Rig().answer(unavailable("0"), unavailable("0"), unavailable("0"))) {
      assertThatThrownBy(rig::read).isInstanceOf(ApiException.class);
      assertThat(rig.requests()).isEqualTo(3);
      assertThat(rig.attempts).hasSize(3);
    }
  }

  @Test
  void wait_pastTheTimeoutOfTheCall_endsItAtOnce() {
    Timeouts timeouts = Timeouts.DEFAULT.withCall(Duration.ofSeconds(5));
    try (Rig rig = new Rig(c -> c.timeouts(timeouts)).answer(unavailable("6"), Rig.ok())) {
      assertThat(catchThrowableOfType(ApiException.class, rig::read).status()).isEqualTo(503);
      assertThat(rig.time.waitsMillis()).isEmpty();
    }
  }

  @Test
  void wait_interrupted_endsTheCallAndKeepsTheFlag() throws Exception {
    try (Rig rig = new Rig()) {
      rig.time.jitter(bound -> {
        Thread.currentThread().interrupt();
        return bound;
      });
      rig.answer(Rig.status(503), Rig.ok());
      boolean[] flag = new boolean[1];
      TransportException[] thrown = new TransportException[1];
      Thread thread =
          new Thread(() -> {
            thrown[0] = catchThrowableOfType(TransportException.class, rig::read);
            flag[0] = Thread.currentThread().isInterrupted();
          });
      thread.start();
      thread.join(5000);
      assertThat(Objects.requireNonNull(thrown[0]).kind())
          .isEqualTo(TransportException.Kind.INTERRUPTED);
      assertThat(flag[0]).isTrue();
      assertThat(rig.requests()).isOne();
    }
  }

  @Test
  void call_interruptedBefore_sendsNothing() {
    try (Rig rig = new Rig().answer(Rig.ok())) {
      Thread.currentThread().interrupt();
      TransportException e = catchThrowableOfType(TransportException.class, rig::read);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.kind()).isEqualTo(TransportException.Kind.INTERRUPTED);
      assertThat(e.attempts()).isZero();
      assertThat(e.outcomeUnknown()).isFalse();
      assertThat(rig.requests()).isZero();
    }
  }

  @Test
  void call_earlierAttemptUnsettled_endsWithThatFailure() {
    try (Rig rig =
        new Rig(c -> c.nodeHonoursIdempotencyKeys(true))
            .answer(broken(), Rig.status(503), Rig.status(503))) {
      TransportException e = catchThrowableOfType(TransportException.class, rig::submit);
      assertThat(e.kind()).isEqualTo(TransportException.Kind.IO);
      assertThat(e.outcomeUnknown()).isTrue();
      assertThat(e.attempts()).isEqualTo(3);
      assertThat(e.getSuppressed()).hasSize(1).hasOnlyElementsOfType(ApiException.class);
    }
  }

  @Test
  void call_earlierAttemptUnsettled_definiteAnswerSettlesIt() {
    try (Rig rig =
        new Rig(c -> c.nodeHonoursIdempotencyKeys(true)).answer(broken(), Rig.status(409))) {
      assertThat(catchThrowableOfType(ApiException.class, rig::submit).status()).isEqualTo(409);
    }
  }

  @Test
  void call_safe_endsWithTheLastFailureWhateverCameBefore() {
    try (Rig rig = new Rig().answer(broken(), broken(), Rig.status(503))) {
      assertThat(catchThrowableOfType(ApiException.class, rig::read).status()).isEqualTo(503);
    }
  }

  @Test
  void observer_learnsOfEveryAttempt() {
    try (Rig rig = new Rig().answer(Rig.status(503), Rig.ok())) {
      rig.read();
      assertThat(rig.attempts)
          .extracting(a -> List.of(a.operationId(), a.number(), a.result(), a.willRetry()))
          .containsExactly(
              List.of("test.notes.read", 1, "503", true),
              List.of("test.notes.read", 2, "200", false));
      assertThat(rig.attempts).allMatch(a -> !a.elapsed().isNegative());
    }
  }
}

package id.simpul.core.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.ClientConfig;
import id.simpul.core.Fault;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.spi.ExchangeAuthenticator;
import id.simpul.core.support.Notes;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipelineAsyncTest {
  private static MockResponse.Builder stalled() {
    return Rig.ok().onResponseStart(SocketEffect.Stall.INSTANCE);
  }

  private static CompletableFuture<ApiResponse<Notes.Note>> readAsync(Rig rig) {
    return rig.client.callAsync(Notes.READ, "a1", RequestOptions.NONE);
  }

  private static Throwable failure(CompletableFuture<?> future) throws Exception {
    try {
      Object value = future.get(10, TimeUnit.SECONDS);
      throw new AssertionError("Completed with " + value);
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }

  private static void await(BooleanSupplier condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void callAsync_success_completesOnADaemonThread() throws Exception {
    AsyncCalls async = new AsyncCalls(1, 2);
    CountDownLatch derivedFrom = new CountDownLatch(1);
    // What is derived from a future that is done would be run by this thread.
    async.run(() -> await(derivedFrom));
    try (Rig rig = new Rig(c -> c, async).answer(Rig.ok())) {
      AtomicReference<Thread> thread = new AtomicReference<>();
      CompletableFuture<ApiResponse<Notes.Note>> future = readAsync(rig);
      CompletableFuture<Notes.Note> derived =
          future.thenApply(answer -> {
            thread.set(Thread.currentThread());
            return answer.body();
          });
      derivedFrom.countDown();
      assertThat(derived.get(10, TimeUnit.SECONDS)).isEqualTo(Rig.NOTE);
      assertThat(thread.get()).isNotSameAs(Thread.currentThread()).matches(Thread::isDaemon);
      assertThat(rig.requests()).isOne();
    }
  }

  @Test
  void callAsync_retries_likeTheOtherView() throws Exception {
    try (Rig rig = new Rig().answer(Rig.status(503), Rig.ok())) {
      assertThat(readAsync(rig).get(10, TimeUnit.SECONDS).body()).isEqualTo(Rig.NOTE);
      assertThat(rig.time.waitsMillis()).containsExactly(500L);
    }
  }

  @Test
  void callAsync_failure_completesWithWhatCallThrows() throws Exception {
    try (Rig rig = new Rig().answer(Rig.status(404))) {
      assertThat(failure(readAsync(rig)))
          .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
  }

  @Test
  void callAsync_threads_areDaemons() throws Exception {
    try (Rig rig = new Rig().answer(stalled())) {
      CompletableFuture<?> future = readAsync(rig);
      rig.taken();
      assertThat(
              Thread.getAllStackTraces().keySet().stream()
                  .filter(t -> t.getName().startsWith("simpul-http-")))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
      future.cancel(true);
    }
  }

  @Test
  void call_endSignalled_closesTheSocketOfTheWaitingCall() throws Exception {
    CompletableFuture<Void> end = new CompletableFuture<>();
    try (Rig rig = new Rig().answer(stalled())) {
      CompletableFuture<ApiResponse<Notes.Note>> future =
          rig.client.callAsync(Notes.READ, "a1", RequestOptions.NONE.withEnd(end));
      rig.taken();
      end.complete(null);
      assertThat(failure(future))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.CANCELLED));
      rig.answer(Rig.ok());
      assertThatThrownBy(() -> rig.client.call(Notes.READ, "a1", RequestOptions.NONE.withEnd(end)))
          .as("ended before it began")
          .isInstanceOf(TransportException.class);
    }
  }

  @Test
  void cancel_future_closesTheSocketAndEndsTheAttempt() throws Exception {
    try (Rig rig = new Rig().answer(stalled())) {
      CompletableFuture<?> future = readAsync(rig);
      rig.taken();
      assertThat(future.cancel(true)).isTrue();
      assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
      await(() -> rig.results().equals(List.of("core.transport.cancelled")));
    }
  }

  @Test
  void cancel_derivedFuture_closesTheSocket() throws Exception {
    try (Rig rig = new Rig().answer(stalled())) {
      CompletableFuture<ApiResponse<Notes.Note>> root = readAsync(rig);
      CompletableFuture<Integer> derived =
          root.thenApply(ApiResponse::body)
              .thenCompose(n -> new CompletableFuture<>())
              .handle((v, e) -> 1);
      rig.taken();
      assertThat(derived.cancel(true)).isTrue();
      assertThat(failure(root))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.CANCELLED));
      assertThat(rig.results()).containsExactly("core.transport.cancelled");
    }
  }

  @Test
  void cancel_duringARetryWait_endsIt() throws Exception {
    AsyncCalls async = new AsyncCalls();
    try (Rig rig = new Rig();
        HttpOperationClient client =
            new HttpOperationClient(
                ClientConfig.builder(rig.base()).observer(rig.attempts::add).build(),
                Pulse.SYSTEM,
                async)) {
      rig.answer(Rig.status(503).setHeader("Retry-After", "25"), Rig.ok());
      CompletableFuture<ApiResponse<Notes.Note>> root =
          client.callAsync(Notes.READ, "a1", RequestOptions.NONE);
      CompletableFuture<Notes.Note> derived = root.thenApply(ApiResponse::body);
      await(() -> rig.results().equals(List.of("503")));
      derived.cancel(false);
      assertThat(failure(root)).isInstanceOf(TransportException.class);
      assertThat(rig.requests()).isOne();
    }
  }

  @Test
  void cancel_afterTheAnswer_changesNothing() throws Exception {
    try (Rig rig = new Rig().answer(Rig.ok(), Rig.ok())) {
      CompletableFuture<ApiResponse<Notes.Note>> root = readAsync(rig);
      root.get(10, TimeUnit.SECONDS);
      assertThat(root.cancel(true)).isFalse();
      assertThat(rig.read()).isEqualTo(Rig.NOTE);
    }
  }

  @Test
  void callAsync_queueAtLimit_acceptedAndOnePast_overloaded() throws Exception {
    try (Rig rig = new Rig(c -> c, new AsyncCalls(1, 2)).answer(stalled())) {
      List<CompletableFuture<?>> accepted = new ArrayList<>();
      accepted.add(readAsync(rig));
      rig.taken();
      accepted.add(readAsync(rig));
      accepted.add(readAsync(rig));
      assertThat(accepted).noneMatch(CompletableFuture::isDone);
      CompletableFuture<?> refused = readAsync(rig);
      assertThat(failure(refused))
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> {
                assertThat(e.kind()).isEqualTo(TransportException.Kind.OVERLOADED);
                assertThat(e.outcomeUnknown()).isFalse();
                assertThat(e.attempts()).isZero();
              });
      accepted.forEach(f -> f.cancel(true));
    }
  }

  @Test
  void limits_ofTheAsynchronousView_areNamed() {
    assertThat(AsyncCalls.MAX_RUNNING).isEqualTo(64);
    assertThat(AsyncCalls.MAX_WAITING).isEqualTo(1024);
    OkHttpClient http =
        HttpClients.create(ClientConfig.builder(URI.create("https://node.example")).build());
    assertThat(http.dispatcher().getMaxRequestsPerHost()).isEqualTo(AsyncCalls.MAX_RUNNING);
    assertThat(http.dispatcher().getMaxRequests()).isEqualTo(AsyncCalls.MAX_RUNNING);
  }

  @Test
  void close_endsCallsInFlightAndWaiting() throws Exception {
    try (Rig rig = new Rig(c -> c, new AsyncCalls(1, 2)).answer(stalled())) {
      CompletableFuture<?> running = readAsync(rig);
      rig.taken();
      CompletableFuture<?> waiting = readAsync(rig);
      rig.client.close();
      for (CompletableFuture<?> future : List.of(running, waiting)) {
        assertThat(failure(future))
            .isInstanceOfSatisfying(
                TransportException.class,
                e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.CANCELLED));
      }
      assertThat(rig.requests()).isOne();
    }
  }

  @Test
  void close_endsACallOnAnotherThread() throws Exception {
    try (Rig rig = new Rig().answer(stalled())) {
      AtomicReference<Throwable> thrown = new AtomicReference<>();
      Thread caller =
          new Thread(() -> thrown.set(catchThrowableOfType(TransportException.class, rig::read)));
      caller.start();
      rig.taken();
      rig.client.close();
      caller.join(10_000);
      assertThat(thrown.get())
          .isInstanceOfSatisfying(
              TransportException.class,
              e -> assertThat(e.kind()).isEqualTo(TransportException.Kind.CANCELLED));
    }
  }

  @Test
  void call_afterClose_isRefused() throws Exception {
    try (Rig rig = new Rig()) {
      rig.client.close();
      rig.client.close();
      TransportException e = catchThrowableOfType(TransportException.class, rig::read);
      assertThat(e.kind()).isEqualTo(TransportException.Kind.CLOSED);
      assertThat(e.attempts()).isZero();
      assertThat(failure(readAsync(rig)))
          .isInstanceOfSatisfying(
              TransportException.class,
              f -> assertThat(f.kind()).isEqualTo(TransportException.Kind.CLOSED));
      assertThat(rig.requests()).isZero();
    }
  }

  @Test
  void close_leavesACallersClientOpen() throws Exception {
    OkHttpClient own = new OkHttpClient();
    try (Rig rig = new Rig(c -> c.httpClient(own)).answer(Rig.ok(), Rig.ok())) {
      rig.read();
      assertThat(own.connectionPool().connectionCount()).isOne();
      rig.client.close();
      assertThat(own.connectionPool().connectionCount()).isOne();
      try (Response response =
          own.newCall(new Request.Builder().url(rig.server.url("/x")).build()).execute()) {
        assertThat(response.code()).isEqualTo(200);
      }
      assertThat(own.followRedirects()).isTrue();
      assertThat(own.retryOnConnectionFailure()).isTrue();
    } finally {
      own.connectionPool().evictAll();
    }
  }

  @Test
  void call_connectionBreaks_callersOtherConnectionsStay() throws Exception {
    OkHttpClient own = new OkHttpClient();
    try (Rig other = new Rig().answer(Rig.ok());
        Rig rig =
            new Rig(c -> c.httpClient(own))
                .answer(Rig.ok().onResponseStart(new SocketEffect.CloseSocket()))) {
      Request request = new Request.Builder().url(other.server.url("/x")).build();
      own.newCall(request).execute().close();
      assertThatThrownBy(rig::submit).isInstanceOf(TransportException.class);
      assertThat(rig.requests()).isOne();
      assertThat(own.connectionPool().connectionCount()).isOne();
    } finally {
      own.connectionPool().evictAll();
    }
  }

  @Test
  void create_givesAClientThatWorks() {
    try (Rig rig = new Rig().answer(Rig.ok());
        OperationClient client = OperationClient.create(ClientConfig.builder(rig.base()).build())) {
      assertThat(client.call(Notes.READ, "a1", RequestOptions.NONE).body()).isEqualTo(Rig.NOTE);
    }
  }

  @Test
  void callAsync_authenticatorThatFails_completesWithItsException() throws Exception {
    ExchangeAuthenticator failing =
        request -> {
          throw new Refusal();
        };
    try (Rig rig = new Rig(c -> c.authenticator(failing))) {
      assertThat(failure(readAsync(rig))).isInstanceOf(Refusal.class);
      assertThat(rig.requests()).isZero();
    }
  }

  private static final class Refusal extends SimpulException {
    private static final long serialVersionUID = 1L;

    Refusal() {
      super(new Fault("test.refused", "w", "x", "y", "z"), null);
    }
  }
}

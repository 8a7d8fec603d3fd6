package id.simpul.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.core.TransportException;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Asking about a token again and again, with time under the test's control. */
class TokenWaitTest {
  private static final URI BASE = URI.create("https://node.example/v2");
  private static final ReportToken TOKEN = new ReportToken("t");

  private final Deque<CompletableFuture<ApiResponse<?>>> answers = new ArrayDeque<>();
  private final List<CompletableFuture<Void>> pauses = new ArrayList<>();
  private final List<Duration> durations = new ArrayList<>();
  private boolean pausesEndAtOnce = true;
  private int asked;
  private boolean closed;

  /** Gives the answers prepared, in turn. */
  private final class Prepared implements OperationClient {
    @Override
    public <I, O> ApiResponse<O> call(Operation<I, O> operation, I input, RequestOptions options) {
      throw new AssertionError("waiting never blocks a call");
    }

    @Override
    @SuppressWarnings("unchecked") // the test prepares answers of the right type
    public <I, O> CompletableFuture<ApiResponse<O>> callAsync(
        Operation<I, O> operation, I input, RequestOptions options) {
      asked++;
      assertThat(operation.id()).isEqualTo("georeport.v2.tokens.get");
      return (CompletableFuture<ApiResponse<O>>) (CompletableFuture<?>) answers.remove();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private ReportingClient client() {
    return ReportingClient.builder(BASE)
        .operations(new Prepared())
        .delay(duration -> {
          durations.add(duration);
          CompletableFuture<Void> pause = new CompletableFuture<>();
          pauses.add(pause);
          if (pausesEndAtOnce) {
            pause.complete(null);
          }
          return pause;
        })
        .build();
  }

  private void answer(TokenAnswer answer) {
    answers.add(
        CompletableFuture.completedFuture(new ApiResponse<>(200, Headers.EMPTY, null, answer)));
  }

  private void pending(int times) {
    for (int i = 0; i < times; i++) {
      answer(TokenAnswer.pending(TOKEN));
    }
  }

  @Test
  void awaitReport_filedAtTheThirdTry_givesItsId() {
    pending(2);
    answer(TokenAnswer.filed(new ReportId("7")));

    assertThat(client().awaitReport(TOKEN)).contains(new ReportId("7"));
    assertThat(durations).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2));
  }

  @Test
  void awaitReport_neverFiled_givesUpAfterFiveTries() {
    pending(6);

    assertThat(client().awaitReport(TOKEN)).isEmpty();
    assertThat(asked).isEqualTo(5);
    assertThat(durations).hasSize(4);
  }

  @Test
  void awaitReport_refused_throwsTheRefusal() {
    pending(1);
    ApiException refusal =
        new ApiException(
            BASE, "georeport.v2.tokens.get", ErrorReport.of(404, "x"), Headers.EMPTY, null, null);
    answers.add(CompletableFuture.failedFuture(refusal));

    assertThatThrownBy(() -> client().awaitReport(TOKEN)).isSameAs(refusal);
  }

  @Test
  void awaitReport_interrupted_endsAndKeepsTheFlag() {
    answers.add(new CompletableFuture<>());
    Thread.currentThread().interrupt();

    TransportException e =
        catchThrowableOfType(TransportException.class, () -> client().awaitReport(TOKEN));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(e.kind()).isEqualTo(TransportException.Kind.INTERRUPTED);
  }

  @Test
  void cancel_duringTheCall_cancelsTheCall() {
    CompletableFuture<ApiResponse<?>> call = new CancelledThrough();
    answers.add(call);

    CompletableFuture<Optional<ReportId>> waiting = client().async().awaitReport(TOKEN);
    waiting.thenApply(id -> "derived").cancel(true);

    assertThat(call).isCancelled();
  }

  /** As the pipeline's futures do: cancelling a derived one cancels the first. */
  private static final class CancelledThrough extends CompletableFuture<ApiResponse<?>> {
    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
      CancelledThrough first = this;
      return new CompletableFuture<>() {
        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
          first.cancel(mayInterruptIfRunning);
          return super.cancel(mayInterruptIfRunning);
        }
      };
    }
  }

  @Test
  void cancel_duringAPause_asksNoMore() {
    pausesEndAtOnce = false;
    pending(2);

    CompletableFuture<Optional<ReportId>> waiting = client().async().awaitReport(TOKEN);
    assertThat(pauses).hasSize(1);
    waiting.cancel(true);

    assertThat(pauses.get(0)).isCancelled();
    assertThat(asked).isEqualTo(1);
    assertThatThrownBy(waiting::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void cancel_afterAPauseBegan_stopsTheNextStepToo() {
    ChainFuture<String> chain = new ChainFuture<>();
    CompletableFuture<String> late = new CompletableFuture<>();

    chain.cancel(true);
    chain.follow(late);

    assertThat(late).isCancelled();
  }

  @Test
  void close_ofAGivenClient_leavesItOpen() {
    client().close();

    assertThat(closed).isFalse();
  }

  @Test
  void delay_ofTheSystem_ends() {
    assertThat(Delay.SYSTEM.after(Duration.ofMillis(1)).join()).isNull();
  }
}

package id.simpul.reporting;

import id.simpul.core.TransportException;
import id.simpul.core.TransportException.Kind;
import id.simpul.reporting.wire.GeoReportV2;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Asks about a token again and again. */
record TokenWait(Calls calls, TokenPolling polling, Delay delay) {
  TokenWait {
    Objects.requireNonNull(calls, "calls");
    Objects.requireNonNull(polling, "polling");
    Objects.requireNonNull(delay, "delay");
  }

  TokenWait with(Calls other) {
    return new TokenWait(other, polling, delay);
  }

  Optional<ReportId> await(ReportToken token) {
    CompletableFuture<Optional<ReportId>> waiting = awaitAsync(token);
    try {
      return waiting.get();
    } catch (InterruptedException e) {
      waiting.cancel(true);
      Thread.currentThread().interrupt();
      throw failed(Kind.INTERRUPTED, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw failed(Kind.IO, e);
    }
  }

  private TransportException failed(Kind kind, Exception cause) {
    return new TransportException(
        calls.baseUrl(), GeoReportV2.GET_TOKEN.id(), kind, 0, Duration.ZERO, cause);
  }

  CompletableFuture<Optional<ReportId>> awaitAsync(ReportToken token) {
    ChainFuture<Optional<ReportId>> result = new ChainFuture<>();
    CompletableFuture<?> unused =
        ask(token, 1, result)
            .whenComplete((id, failure) -> {
              if (failure == null) {
                result.complete(id);
              } else {
                result.completeExceptionally(unwrapped(failure));
              }
            });
    return result;
  }

  private CompletableFuture<Optional<ReportId>> ask(
      ReportToken token, int attempt, ChainFuture<?> chain) {
    CompletableFuture<TokenAnswer> call = calls.callAsync(GeoReportV2.GET_TOKEN, token);
    chain.follow(call);
    return call.thenCompose(answer ->
        answer.reportId().isPresent() || attempt >= polling.tries()
            ? CompletableFuture.completedFuture(answer.reportId())
            : askLater(token, attempt + 1, chain));
  }

  private CompletableFuture<Optional<ReportId>> askLater(
      ReportToken token, int attempt, ChainFuture<?> chain) {
    CompletableFuture<?> pause = delay.after(polling.interval());
    chain.follow(pause);
    return pause.thenCompose(waited -> ask(token, attempt, chain));
  }

  /** What a derived future wraps. */
  static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }
}

package id.simpul.core.internal.http;

import id.simpul.core.ApiException;
import id.simpul.core.ApiResponse;
import id.simpul.core.RetryPolicy;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.operation.Effect;
import id.simpul.core.spi.CallObserver;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One call: attempts and the waits between them, within the time the whole may take. Made for one
 * call; not thread-safe.
 *
 * @param <O> what the operation yields
 */
final class CallLoop<O> {
  private final Pipeline pipeline;
  private final Exchange<O> exchange;
  private final CallTerms terms;
  private int attempts;
  private @Nullable AttemptResult<O> unsettled;

  CallLoop(Pipeline pipeline, Exchange<O> exchange, CallTerms terms) {
    this.pipeline = pipeline;
    this.exchange = exchange;
    this.terms = terms;
  }

  ApiResponse<O> run() {
    RetryRules rules =
        new RetryRules(terms.retry(), exchange.operation().effect(), pipeline.keysHonoured());
    while (true) {
      checkOpen(left());
      attempts++;
      long begun = pipeline.pulse().nanoTime().getAsLong();
      AttemptResult<O> result = attempt(() -> Math.min(terms.attemptNanos(), left()), begun);
      if (result instanceof AttemptResult.Answered<O> answered) {
        report(result.word(), result.requestId(), begun, false);
        return answered.response();
      }
      long wait = rules.waitAfter(result, attempts, pipeline.pulse().jitter());
      boolean again = wait != RetryRules.NEVER && wait < left();
      report(result.word(), result.requestId(), begun, again);
      if (!again) {
        throw failure(result);
      }
      note(result);
      pause(wait);
    }
  }

  private void note(AttemptResult<O> result) {
    // An answer that cannot be trusted tells less than the failure before it.
    boolean telling = unsettled == null || !(result instanceof AttemptResult.Untrusted<?>);
    if (result.outcomeUnknown() && telling) {
      unsettled = result;
    }
  }

  private AttemptResult<O> attempt(LongSupplier nanos, long begun) {
    try {
      return pipeline.attempts().run(exchange, nanos);
    } catch (SimpulException e) {
      report(e.code(), null, begun, false);
      throw e;
    }
  }

  private long left() {
    return terms.callNanos() - (pipeline.pulse().nanoTime().getAsLong() - terms.begun());
  }

  private void checkOpen(long left) {
    if (exchange.handle().isCancelled()) {
      throw broken(TransportException.Kind.CANCELLED, null);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw broken(TransportException.Kind.INTERRUPTED, null);
    }
    if (left <= 0) {
      throw broken(TransportException.Kind.TIMEOUT, null);
    }
  }

  private void pause(long nanos) {
    try {
      // The loop looks at the handle next, so how the wait ended does not matter.
      pipeline.pulse().waiter().await(exchange.handle().ended(), nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw broken(TransportException.Kind.INTERRUPTED, null);
    }
  }

  private void report(String result, @Nullable String requestId, long begun, boolean again) {
    AttemptReports reports = pipeline.reports();
    if (reports.wanted()) {
      Duration elapsed = Duration.ofNanos(pipeline.pulse().nanoTime().getAsLong() - begun);
      String operation = exchange.operation().id();
      reports.report(
          new CallObserver.Attempt(operation, attempts, result, elapsed, again), requestId);
    }
  }

  /**
   * The exception that ends the call. When an earlier attempt may have been carried out and the
   * last one only shows that it was not itself, the earlier failure is what the caller must know.
   */
  private SimpulException failure(AttemptResult<O> last) {
    AttemptResult<O> earlier = unsettled;
    if (earlier == null || exchange.operation().effect() == Effect.SAFE || settles(last)) {
      return exception(last);
    }
    SimpulException failure = exception(earlier);
    SimpulException later = exception(last);
    if (!later.equals(failure)) {
      failure.addSuppressed(later);
    }
    return failure;
  }

  private static boolean settles(AttemptResult<?> last) {
    return (last.outcomeUnknown() && !(last instanceof AttemptResult.Untrusted<?>))
        || (last instanceof AttemptResult.Refused<?> refused
            && !RetryPolicy.NOT_CARRIED_OUT.contains(refused.report().status()));
  }

  private SimpulException exception(AttemptResult<O> result) {
    if (result instanceof AttemptResult.Refused<O> refused) {
      return new ApiException(
          node(),
          exchange.operation().id(),
          refused.report(),
          refused.headers(),
          refused.requestId(),
          refused.retryAfter());
    }
    if (result instanceof AttemptResult.Untrusted<O> untrusted) {
      return untrusted.failure();
    }
    if (result instanceof AttemptResult.Broken<O> broken) {
      return broken(broken.kind(), broken.requestId(), broken.cause());
    }
    throw new IllegalStateException("A success is no failure");
  }

  private TransportException broken(TransportException.Kind kind, @Nullable IOException cause) {
    return broken(kind, null, cause);
  }

  private TransportException broken(
      TransportException.Kind kind, @Nullable String requestId, @Nullable IOException cause) {
    Duration elapsed = Duration.ofNanos(terms.callNanos() - left());
    return new TransportException(
        node(), exchange.operation().id(), kind, attempts, elapsed, requestId, cause);
  }

  private URI node() {
    return terms.node();
  }
}

package id.simpul.core.internal.http;

import id.simpul.core.spi.CallObserver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log and the observer of each attempt, by allow-list. */
final class AttemptReports {
  private static final Logger LOG = LoggerFactory.getLogger("id.simpul.core.http");

  private final CallObserver observer;

  AttemptReports(CallObserver observer) {
    this.observer = observer;
  }

  /** Whether anybody listens, so that nothing is put together for nobody. */
  boolean wanted() {
    return !observer.equals(CallObserver.NONE) || LOG.isDebugEnabled();
  }

  /**
   * Reports one attempt.
   *
   * @param attempt what is known of it
   * @param requestId the node's name for the exchange, or null
   */
  void report(CallObserver.Attempt attempt, @Nullable String requestId) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "operation={} attempt={} result={} elapsedMs={} requestId={} willRetry={}",
          attempt.operationId(),
          attempt.number(),
          attempt.result(),
          attempt.elapsed().toMillis(),
          requestId == null ? "-" : requestId,
          attempt.willRetry());
    }
    observer.attemptEnded(attempt);
  }
}

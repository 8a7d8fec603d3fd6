package id.simpul.core.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * Watches calls, for metrics and tracing. What it is told is an allow-list: no header, no URL, no
 * body ever reaches it. Called on the calling thread; must be thread-safe, quick, and must not
 * throw.
 */
@FunctionalInterface
public interface CallObserver {
  /** Watches nothing. */
  CallObserver NONE = attempt -> {};

  /**
   * An attempt has ended.
   *
   * @param attempt what is known of it
   */
  void attemptEnded(Attempt attempt);

  /**
   * One attempt of one call.
   *
   * @param operationId the operation
   * @param number 1 for the first attempt
   * @param result the HTTP status in digits, or the stable code of the failure
   * @param elapsed time this attempt took
   * @param willRetry whether another attempt follows
   */
  record Attempt(
      String operationId, int number, String result, Duration elapsed, boolean willRetry) {
    /** Checks that all members are given. */
    public Attempt {
      Objects.requireNonNull(operationId, "operationId");
      Objects.requireNonNull(result, "result");
      Objects.requireNonNull(elapsed, "elapsed");
    }
  }
}

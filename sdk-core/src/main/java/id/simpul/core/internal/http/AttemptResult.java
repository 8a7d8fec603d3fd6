package id.simpul.core.internal.http;

import id.simpul.core.ApiResponse;
import id.simpul.core.RetryPolicy;
import id.simpul.core.SimpulException;
import id.simpul.core.TransportException;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended.
 *
 * @param <O> what the operation yields
 */
sealed interface AttemptResult<O> {
  /** The status in digits, or the stable code of the failure. */
  String word();

  /** The node's name for the exchange, or null. */
  default @Nullable String requestId() {
    return null;
  }

  /** Whether the node may have carried the request out although its answer did not say so. */
  default boolean outcomeUnknown() {
    return false;
  }

  /**
   * The node did what was asked.
   *
   * @param response its answer
   * @param <O> what the operation yields
   */
  record Answered<O>(ApiResponse<O> response) implements AttemptResult<O> {
    @Override
    public String word() {
      return Integer.toString(response.status());
    }

    @Override
    public @Nullable String requestId() {
      return response.requestId().orElse(null);
    }
  }

  /**
   * The node answered with a status that is not a success.
   *
   * @param report the status and the node's words
   * @param headers all fields
   * @param requestId the node's name for the exchange, or null
   * @param retryAfter the wait it asked for, or null
   * @param <O> what the operation would have yielded
   */
  record Refused<O>(
      ErrorReport report,
      Headers headers,
      @Nullable String requestId,
      @Nullable Duration retryAfter)
      implements AttemptResult<O> {
    @Override
    public String word() {
      return Integer.toString(report.status());
    }

    @Override
    public boolean outcomeUnknown() {
      return RetryPolicy.OUTCOME_UNKNOWN.contains(report.status());
    }
  }

  /**
   * An answer came that the authenticator refused, with a status of {@link
   * RetryPolicy#NOT_CARRIED_OUT} or {@link RetryPolicy#OUTCOME_UNKNOWN}: a gateway or a busy node
   * may not be able to sign. It may lead to a repetition, and proves nothing.
   *
   * @param status the status
   * @param retryAfter the wait it asked for, or null
   * @param failure what the authenticator threw
   * @param <O> what the operation would have yielded
   */
  record Untrusted<O>(int status, @Nullable Duration retryAfter, SimpulException failure)
      implements AttemptResult<O> {
    /** Whether an answer may end an attempt this way. */
    static boolean fits(int status) {
      return RetryPolicy.NOT_CARRIED_OUT.contains(status)
          || RetryPolicy.OUTCOME_UNKNOWN.contains(status);
    }

    @Override
    public String word() {
      return failure.code();
    }

    @Override
    public boolean outcomeUnknown() {
      return true;
    }
  }

  /**
   * No complete answer came.
   *
   * @param kind what kept it away
   * @param requestId the node's name for the exchange, if its answer had begun, or null
   * @param cause the transport's exception, without anything that was sent or received
   * @param <O> what the operation would have yielded
   */
  record Broken<O>(TransportException.Kind kind, @Nullable String requestId, IOException cause)
      implements AttemptResult<O> {
    @Override
    public String word() {
      return kind.code();
    }

    @Override
    public boolean outcomeUnknown() {
      return kind.mayHaveArrived();
    }
  }
}

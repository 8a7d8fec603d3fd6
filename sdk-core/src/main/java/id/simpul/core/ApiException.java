package id.simpul.core;

import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Problem;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The node answered with an error status. {@link #problems()} holds what it said, one entry per
 * complaint; it is empty when the body was not in the operation's error format.
 */
public final class ApiException extends CallException {
  private static final long serialVersionUID = 1L;

  /** The HTTP status. */
  private final int status;

  private final transient ErrorReport report;
  private final transient Headers headers;

  private final transient @Nullable Duration retryAfter;

  /**
   * Creates the exception for one refused call.
   *
   * @param node base URL of the node that answered
   * @param operationId the operation called
   * @param report the status and the node's own words
   * @param headers the answer's headers
   * @param requestId the node's request id, or null when it gave none
   * @param retryAfter the wait the node asked for, or null
   */
  public ApiException(
      URI node,
      String operationId,
      ErrorReport report,
      Headers headers,
      @Nullable String requestId,
      @Nullable Duration retryAfter) {
    super(fault(node, operationId, report, requestId), requestId, null);
    this.status = report.status();
    this.report = report;
    this.headers = Objects.requireNonNull(headers, "headers");
    this.retryAfter = retryAfter;
  }

  private static Fault fault(
      URI node, String operationId, ErrorReport report, @Nullable String requestId) {
    // The node's words may quote what the citizen typed, so the message carries codes alone.
    String what = "answered " + report.status();
    if (!report.problems().isEmpty()) {
      what += " with " + report.problems().size() + " problem(s)";
    }
    String where = operationId + (requestId == null ? "" : " (request " + requestId + ")");
    return new Fault("core.api." + report.status(), node.toString(), what, where, advice(report));
  }

  private static String advice(ErrorReport report) {
    return switch (report.status()) {
      case 400, 422 -> "Correct the fields named in problems() and send again";
      case 401, 403 -> "Check the API key or the signature this node expects";
      case 404 -> "Check the identifier and the jurisdiction";
      case 409 -> "Read the current state and decide again";
      case 429, 503 -> "Wait as retryAfter() says, then send again";
      default -> "Ask the node's operator, naming the request id";
    };
  }

  /**
   * The HTTP status.
   *
   * @return 400 to 599 (or another status that is not a success)
   */
  public int status() {
    return status;
  }

  /**
   * What the node complained about, in its order. Descriptions are for the person who sent the
   * request; do not log them, they may quote what was typed.
   *
   * @return an unmodifiable list, empty when the body could not be read
   */
  public List<Problem> problems() {
    return report.problems();
  }

  /**
   * All headers of the answer.
   *
   * @return the headers
   */
  public Headers headers() {
    return headers;
  }

  /**
   * The wait the node asked for ({@code Retry-After}), in seconds or until a date. It may be longer
   * than the retry policy obeys.
   *
   * @return zero to one day, or empty
   */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}

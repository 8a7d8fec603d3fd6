package id.simpul.core;

import id.simpul.core.internal.http.RetryAfter;
import id.simpul.core.operation.Headers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An answer with all that came around it: the raw view of a call.
 *
 * @param <T> what the operation yields
 */
public final class ApiResponse<T> {
  private final int status;
  private final Headers headers;
  private final @Nullable String requestId;
  private final T body;

  /**
   * Puts an answer together.
   *
   * @param status the HTTP status
   * @param headers all header fields
   * @param requestId the node's request id, or null
   * @param body the value
   */
  public ApiResponse(int status, Headers headers, @Nullable String requestId, T body) {
    this.status = status;
    this.headers = Objects.requireNonNull(headers, "headers");
    this.requestId = requestId;
    this.body = Objects.requireNonNull(body, "body");
  }

  /**
   * The HTTP status.
   *
   * @return 200 to 299
   */
  public int status() {
    return status;
  }

  /**
   * All header fields.
   *
   * @return the headers
   */
  public Headers headers() {
    return headers;
  }

  /**
   * The node's name for this exchange ({@code X-Request-Id}).
   *
   * @return the id, or empty
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(requestId);
  }

  /**
   * The wait the node asked for ({@code Retry-After}), in seconds or until a date.
   *
   * @param clock the clock a date is compared with
   * @return zero to one day, or empty when it asked for none
   */
  public Optional<Duration> retryAfter(InstantSource clock) {
    return Optional.ofNullable(RetryAfter.read(headers, clock));
  }

  /**
   * The value.
   *
   * @return what the operation yields
   */
  public T body() {
    return body;
  }
}

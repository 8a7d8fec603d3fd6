package id.simpul.health.internal.bulk;

import id.simpul.core.ApiResponse;
import id.simpul.core.operation.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Reads dates of HTTP by the reader of {@code Retry-After}, which has the same form. */
final class HttpTime {
  private HttpTime() {}

  /**
   * Reads a date.
   *
   * @param text the field
   * @param clock the clock it is compared with
   * @return the time, at most a day ahead and never in the past, or empty when it is no date
   */
  static Optional<Instant> read(String text, InstantSource clock) {
    if (text.isBlank() || Character.isDigit(text.strip().charAt(0))) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Duration> ahead =
        new ApiResponse<>(200, Headers.EMPTY.with("Retry-After", text), null, "")
            .retryAfter(() -> now);
    return ahead.map(now::plus);
  }
}

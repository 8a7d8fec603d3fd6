package id.simpul.core.internal.http;

import id.simpul.core.operation.Headers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} in both its forms (RFC 9110, section 10.2.3). */
public final class RetryAfter {
  /** The longest wait reported; a longer one is cut to it. */
  public static final Duration MAX = Duration.ofDays(1);

  /** Digits a number of seconds may have; more are past {@link #MAX} anyhow. */
  private static final int MAX_DIGITS = 9;

  private RetryAfter() {}

  /**
   * The wait a node asked for.
   *
   * @param headers its answer's fields
   * @param clock the clock a date is compared with
   * @return zero to {@link #MAX}, or null when the field is missing or of neither form
   */
  public static @Nullable Duration read(Headers headers, InstantSource clock) {
    Optional<String> field = headers.first(SendMarker.RETRY_AFTER);
    if (field.isEmpty()) {
      return null;
    }
    String value = field.get().strip();
    if (allDigits(value)) {
      return value.length() > MAX_DIGITS ? MAX : cut(Duration.ofSeconds(Integer.parseInt(value)));
    }
    Instant now = clock.instant();
    return HttpDates.parse(value, now).map(date -> cut(Duration.between(now, date))).orElse(null);
  }

  private static Duration cut(Duration wait) {
    if (wait.isNegative()) {
      return Duration.ZERO;
    }
    return wait.compareTo(MAX) > 0 ? MAX : wait;
  }

  private static boolean allDigits(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return !value.isEmpty();
  }
}

package id.simpul.core.internal.http;

import java.time.Duration;

/** Durations as numbers, cut where a number would overflow. */
final class Nanos {
  private static final Duration LONGEST = Duration.ofDays(10_000);

  private Nanos() {}

  static long of(Duration duration) {
    return duration.compareTo(LONGEST) > 0 ? LONGEST.toNanos() : duration.toNanos();
  }

  /** Whole milliseconds from 1 to what an {@code int} holds, for OkHttp. */
  static int toMillis(Duration duration) {
    long millis = of(duration) / 1_000_000;
    return (int) Math.max(1, Math.min(Integer.MAX_VALUE, millis));
  }
}

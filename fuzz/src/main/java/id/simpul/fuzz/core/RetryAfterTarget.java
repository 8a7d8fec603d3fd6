package id.simpul.fuzz.core;

import static id.simpul.fuzz.Invariant.require;

import id.simpul.core.internal.http.RetryAfter;
import id.simpul.core.operation.Headers;
import id.simpul.fuzz.FuzzTarget;
import id.simpul.fuzz.Input;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** {@code Retry-After} in both its forms, dates in all three of theirs: a day at most. */
public final class RetryAfterTarget implements FuzzTarget {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));

  /** Makes the target. */
  public RetryAfterTarget() {}

  @Override
  public void run(byte[] input) {
    Headers headers;
    try {
      headers = Headers.EMPTY.with("Retry-After", Input.text(input));
    } catch (IllegalArgumentException e) {
      return;
    }
    @Nullable Duration wait = RetryAfter.read(headers, CLOCK);
    require(
        wait == null || !(wait.isNegative() || wait.compareTo(Duration.ofDays(1)) > 0),
        "asks for a wait out of bounds");
  }
}

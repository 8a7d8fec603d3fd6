package id.simpul.reporting;

import java.time.Duration;

/**
 * How often a token is asked about.
 *
 * @param interval the wait before each try but the first, positive
 * @param tries how often at most, 1 to {@link #MAX_TRIES}
 */
public record TokenPolling(Duration interval, int tries) {
  /** The most tries. */
  public static final int MAX_TRIES = 100;

  /** Every two seconds, five times: what FixMyStreet does. */
  public static final TokenPolling STANDARD = new TokenPolling(Duration.ofSeconds(2), 5);

  /** Checks the ranges. */
  public TokenPolling {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("The interval must be positive");
    }
    if (tries < 1 || tries > MAX_TRIES) {
      throw new IllegalArgumentException("Tries lie between 1 and " + MAX_TRIES);
    }
  }
}

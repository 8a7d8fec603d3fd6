package id.simpul.core;

import java.time.Duration;

/**
 * The three timeouts of a call, all on.
 *
 * @param connect for one connection, TLS included
 * @param attempt for one attempt, from its start to the last byte of its answer
 * @param call for the whole call: all attempts and the waits between them
 */
public record Timeouts(Duration connect, Duration attempt, Duration call) {
  /** The default for {@link #connect()}. */
  public static final Duration DEFAULT_CONNECT = Duration.ofSeconds(5);

  /** The default for {@link #attempt()}. */
  public static final Duration DEFAULT_ATTEMPT = Duration.ofSeconds(15);

  /** The default for {@link #call()}. */
  public static final Duration DEFAULT_CALL = Duration.ofSeconds(45);

  /** The defaults. */
  public static final Timeouts DEFAULT =
      new Timeouts(DEFAULT_CONNECT, DEFAULT_ATTEMPT, DEFAULT_CALL);

  /** Checks that all three are positive; there is no way to switch one off. */
  public Timeouts {
    requirePositive(connect, "connect");
    requirePositive(attempt, "attempt");
    requirePositive(call, "call");
  }

  private static void requirePositive(Duration timeout, String name) {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("The " + name + " timeout must be positive");
    }
  }

  /**
   * These timeouts with another limit for the whole call.
   *
   * @param limit the new {@link #call()}
   * @return a copy
   */
  public Timeouts withCall(Duration limit) {
    return new Timeouts(connect, attempt, limit);
  }

  /**
   * These timeouts with another limit for one attempt.
   *
   * @param limit the new {@link #attempt()}
   * @return a copy
   */
  public Timeouts withAttempt(Duration limit) {
    return new Timeouts(connect, limit, call);
  }
}

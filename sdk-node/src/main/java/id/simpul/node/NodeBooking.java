package id.simpul.node;

import java.time.Duration;

/**
 * How a node that serves health books vaccinations.
 *
 * @param holdTime how long a place is held for whoever is about to register, {@link #MIN_HOLD_TIME}
 *     to {@link #MAX_HOLD_TIME}
 * @param retention how long after the end of its slot a registration is kept that is of no more
 *     use, {@link #MIN_RETENTION} to {@link #MAX_RETENTION}; then name, numbers and pseudonym are
 *     erased
 * @param holdsPerCaller how many places an application may hold at once, 1 to {@link
 *     #MAX_HOLDS_PER_CALLER}; one that is given back counts to the end of its time
 */
public record NodeBooking(Duration holdTime, Duration retention, int holdsPerCaller) {
  /** The shortest time for which a place is held. */
  public static final Duration MIN_HOLD_TIME = Duration.ofMinutes(1);

  /** The longest time for which a place is held. */
  public static final Duration MAX_HOLD_TIME = Duration.ofHours(1);

  /** The shortest time for which a registration is kept. */
  public static final Duration MIN_RETENTION = Duration.ofDays(1);

  /** The longest time for which a registration is kept. */
  public static final Duration MAX_RETENTION = Duration.ofDays(3650);

  /** The most places an application may hold at once. */
  public static final int MAX_HOLDS_PER_CALLER = 100_000;

  /** Ten minutes for a hold, ninety days for a registration, 500 holds at once. */
  public static final NodeBooking STANDARD =
      new NodeBooking(Duration.ofMinutes(10), Duration.ofDays(90), 500);

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException when a value is beyond one
   */
  public NodeBooking {
    if (holdTime.compareTo(MIN_HOLD_TIME) < 0 || holdTime.compareTo(MAX_HOLD_TIME) > 0) {
      throw new IllegalArgumentException("A place is held for 1 to 60 minutes");
    }
    if (retention.compareTo(MIN_RETENTION) < 0 || retention.compareTo(MAX_RETENTION) > 0) {
      throw new IllegalArgumentException("A registration is kept for 1 to 3650 days");
    }
    if (holdsPerCaller < 1 || holdsPerCaller > MAX_HOLDS_PER_CALLER) {
      throw new IllegalArgumentException("An application holds 1 to 100000 places");
    }
  }

  /**
   * The same with another time for which a place is held.
   *
   * @param value the time
   * @return a copy
   * @throws IllegalArgumentException when it is beyond its limits
   */
  public NodeBooking withHoldTime(Duration value) {
    return new NodeBooking(value, retention, holdsPerCaller);
  }

  /**
   * The same with another time for which registrations are kept.
   *
   * @param value the time
   * @return a copy
   * @throws IllegalArgumentException when it is beyond its limits
   */
  public NodeBooking withRetention(Duration value) {
    return new NodeBooking(holdTime, value, holdsPerCaller);
  }

  /**
   * The same with another number of places an application may hold.
   *
   * @param value the number
   * @return a copy
   * @throws IllegalArgumentException when it is beyond its limits
   */
  public NodeBooking withHoldsPerCaller(int value) {
    return new NodeBooking(holdTime, retention, value);
  }
}

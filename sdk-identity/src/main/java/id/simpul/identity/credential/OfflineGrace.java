package id.simpul.identity.credential;

import java.time.Duration;

/**
 * How long an older list may still answer when its host cannot be reached or has no newer one. It
 * never outlives the list's own {@code exp}, and every answer it gives is marked as stale. A longer
 * grace keeps counters open when the network is down; it also gives a credential that was just
 * taken back that much more time, to whoever can cut the verifier off.
 *
 * @param duration from when the list should have been fetched anew, zero to {@link #MAX}
 */
public record OfflineGrace(Duration duration) {
  /** The longest grace: a week of holidays. */
  public static final Duration MAX = Duration.ofDays(7);

  /** No grace, the default: without a fresh list there is no answer. */
  public static final OfflineGrace NONE = new OfflineGrace(Duration.ZERO);

  /** Checks the range. */
  public OfflineGrace {
    if (duration.isNegative() || duration.compareTo(MAX) > 0) {
      throw new IllegalArgumentException("An offline grace lies between 0 and " + MAX);
    }
  }
}

package id.simpul.identity.federation;

import java.time.Duration;

/**
 * How much one fetch may take: what is left of a resolution's budget, or the limit of one fetch
 * when that is less.
 *
 * @param timeout from the first packet to the last byte, positive
 * @param maxBytes of the body, at least one
 */
public record FetchLimits(Duration timeout, int maxBytes) {
  /** Checks that something is left. */
  public FetchLimits {
    if (timeout.isNegative() || timeout.isZero() || maxBytes < 1) {
      throw new IllegalArgumentException("A fetch needs time and bytes");
    }
  }
}

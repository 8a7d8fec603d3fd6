package id.simpul.health.subscription;

/**
 * Events that follow one another, by their numbers.
 *
 * @param from the first, from 1
 * @param to the last, the same or later
 */
public record EventRange(long from, long to) {
  /** Checks the order. */
  public EventRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("Events are counted from 1, the first before the last");
    }
  }
}

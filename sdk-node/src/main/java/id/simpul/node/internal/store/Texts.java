package id.simpul.node.internal.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Checks on the small texts and instants that reach the database. */
final class Texts {
  private Texts() {}

  /** Refuses an empty text and one longer than the limit; never quotes it. */
  static String bounded(String name, String value, int max) {
    int length = Objects.requireNonNull(value, name).length();
    if (length == 0 || length > max) {
      throw new IllegalArgumentException(
          name + " must have 1 to " + max + " characters, not " + length);
    }
    return value;
  }

  /**
   * Cuts to microseconds, the finest that every supported database keeps, so that what was digested
   * and what is read back are the same.
   */
  static Instant stored(String name, Instant instant) {
    return Objects.requireNonNull(instant, name).truncatedTo(ChronoUnit.MICROS);
  }
}

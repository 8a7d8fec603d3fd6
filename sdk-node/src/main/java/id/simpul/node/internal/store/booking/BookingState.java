package id.simpul.node.internal.store.booking;

import id.simpul.health.vaccination.BookingStatus;
import java.util.Locale;

/** Where a booking stands. */
public enum BookingState {
  /** A place is held. */
  HELD,
  /** The place is a person's. */
  CONFIRMED,
  /** The person was vaccinated. */
  FULFILLED,
  /** The slot is over, and no dose was recorded. */
  MISSED,
  /** The place was given back. */
  CANCELLED,
  /** The hold came to its end. */
  EXPIRED;

  /**
   * The word in the database and on the wire.
   *
   * @return lower case
   */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The state of a word.
   *
   * @param word as {@link #word} gives it
   * @return the state
   */
  public static BookingState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /**
   * The same as others know it.
   *
   * @return the status
   */
  public BookingStatus status() {
    return new BookingStatus(word());
  }
}

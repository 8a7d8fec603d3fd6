package id.simpul.health.vaccination;

import java.util.Objects;

/**
 * Where a booking stands. An open list: a later node may know more.
 *
 * @param code the word on the wire
 */
public record BookingStatus(String code) {
  /** A place is held for a while, for whoever is about to register. */
  public static final BookingStatus HELD = new BookingStatus("held");

  /** The place belongs to the person who registered. */
  public static final BookingStatus CONFIRMED = new BookingStatus("confirmed");

  /** The person was vaccinated. */
  public static final BookingStatus FULFILLED = new BookingStatus("fulfilled");

  /** The slot is over, and no dose was recorded; it still can be. The person can book again. */
  public static final BookingStatus MISSED = new BookingStatus("missed");

  /** The place was given back. */
  public static final BookingStatus CANCELLED = new BookingStatus("cancelled");

  /** Nobody registered in time, and the place went back. */
  public static final BookingStatus EXPIRED = new BookingStatus("expired");

  /** Checks that there is a word. */
  public BookingStatus {
    Objects.requireNonNull(code, "code");
  }

  @Override
  public String toString() {
    return code;
  }
}

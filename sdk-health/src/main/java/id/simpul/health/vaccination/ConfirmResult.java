package id.simpul.health.vaccination;

import java.util.Objects;

/** What became of a registration. Only the first of these takes a place. */
public sealed interface ConfirmResult {
  /**
   * The place belongs to the person. Where the same was asked before under the same key, it is that
   * booking as it stands now.
   *
   * @param booking the booking
   */
  record Confirmed(Booking booking) implements ConfirmResult {
    /** Checks that there is a booking. */
    public Confirmed {
      Objects.requireNonNull(booking, "booking");
    }
  }

  /** The person has a booking in this campaign, made here or elsewhere. The hold goes on. */
  record AlreadyBooked() implements ConfirmResult {}

  /** It was too late: the place went back. */
  record Expired() implements ConfirmResult {}

  /** The place was given back, or is another person's. */
  record NotHeld() implements ConfirmResult {}

  /** There is no such hold, or another application made it. */
  record NoSuchHold() implements ConfirmResult {}
}

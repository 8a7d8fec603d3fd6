package id.simpul.health.vaccination;

import java.util.Objects;

/** What became of the word that a person was vaccinated. */
public sealed interface FulfilResult {
  /**
   * The booking points at the record of the dose.
   *
   * @param booking the booking
   */
  record Fulfilled(Booking booking) implements FulfilResult {
    /** Checks that there is a booking. */
    public Fulfilled {
      Objects.requireNonNull(booking, "booking");
    }
  }

  /** It was never confirmed, or cancelled since, or points at another record. */
  record NotConfirmed() implements FulfilResult {}

  /** Another booking points at the record: each dose has its own. */
  record RecordTaken() implements FulfilResult {}

  /** There is no such booking. */
  record NoSuchBooking() implements FulfilResult {}
}

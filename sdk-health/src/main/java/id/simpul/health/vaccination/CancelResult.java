package id.simpul.health.vaccination;

import java.util.Objects;

/** What became of the wish to give a place back. */
public sealed interface CancelResult {
  /**
   * The place is free again, now or since before.
   *
   * @param booking the booking; {@link BookingStatus#EXPIRED} when it was a hold that ended by
   *     itself, {@link BookingStatus#MISSED} when its slot is over
   */
  record Cancelled(Booking booking) implements CancelResult {
    /** Checks that there is a booking. */
    public Cancelled {
      Objects.requireNonNull(booking, "booking");
    }
  }

  /** The person was vaccinated; there is nothing to give back. */
  record Fulfilled() implements CancelResult {}

  /** There is no such booking, or another application made it. */
  record NoSuchBooking() implements CancelResult {}
}

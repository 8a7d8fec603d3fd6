package id.simpul.node.internal.store.booking;

import java.util.Objects;

/** What became of a command about a booking. */
public sealed interface BookingOutcome {
  /**
   * It was done, now or before.
   *
   * @param booking the booking as it stands
   */
  record Done(StoredBooking booking) implements BookingOutcome {
    /** Checks that there is a booking. */
    public Done {
      Objects.requireNonNull(booking, "booking");
    }
  }

  /** Nothing was done. */
  enum Refused implements BookingOutcome {
    /** No place is free. */
    FULL,
    /** The slot has begun. */
    CLOSED,
    /** The caller holds as many places as it may. */
    TOO_MANY_HOLDS,
    /** There is no such slot. */
    UNKNOWN_SLOT,
    /** There is no such booking, or it is another caller's. */
    UNKNOWN_BOOKING,
    /** The person has an active booking in the campaign. */
    ALREADY_BOOKED,
    /** The hold came to its end. */
    EXPIRED,
    /** The place was given back, is another person's, or theirs with other details. */
    NOT_HELD,
    /** The person was vaccinated. */
    FULFILLED,
    /** It is not confirmed, or points at another record. */
    NOT_CONFIRMED,
    /** Another booking points at the record. */
    RECORD_TAKEN,
    /** Something else was asked under the same key. */
    KEY_CONFLICT
  }
}

package id.simpul.health.vaccination;

import java.util.Objects;

/** What became of the wish to hold a place. */
public sealed interface HoldResult {
  /**
   * A place is held until {@link Booking#expiresAt()}. Where the same was asked before under the
   * same key, it is that place as it stands now, which may be confirmed, cancelled or expired
   * since.
   *
   * @param booking the place
   */
  record Held(Booking booking) implements HoldResult {
    /** Checks that there is a booking. */
    public Held {
      Objects.requireNonNull(booking, "booking");
    }
  }

  /** No place is free. One may be again, when a hold expires or a booking is cancelled. */
  record Full() implements HoldResult {}

  /** The slot has begun, or is over. */
  record Closed() implements HoldResult {}

  /**
   * This application holds, or held in vain, as many places as the node lets it have at once. One
   * counts from its holding to the end of its time, unless somebody registers.
   */
  record TooMany() implements HoldResult {}

  /** There is no such slot. */
  record NoSuchSlot() implements HoldResult {}
}

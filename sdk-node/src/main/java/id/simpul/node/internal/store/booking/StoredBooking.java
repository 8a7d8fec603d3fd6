package id.simpul.node.internal.store.booking;

import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.node.internal.store.StreamId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A booking as it is kept, without the person.
 *
 * @param id its stream
 * @param slot its slot
 * @param placeName the place of the slot, for people
 * @param owner the caller who made it
 * @param terms where it stands
 */
public record StoredBooking(
    StreamId id, AgendaSlot slot, String placeName, String owner, Terms terms) {
  /** Checks that all members are given. */
  public StoredBooking {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(slot, "slot");
    Objects.requireNonNull(placeName, "placeName");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(terms, "terms");
  }

  /**
   * Where a booking stands.
   *
   * @param state where
   * @param updatedAt since when
   * @param expiresAt when the hold it began as ends, or ended
   * @param dose which dose it is for, or null while it is held
   * @param immunization the record of the dose, or null
   */
  public record Terms(
      BookingState state,
      Instant updatedAt,
      Instant expiresAt,
      @Nullable Integer dose,
      @Nullable String immunization) {
    /** Checks what must be given. */
    public Terms {
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(updatedAt, "updatedAt");
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * Whether this is a hold whose end has come, which nobody noted yet.
   *
   * @param now the time
   * @return true when it is to be ended
   */
  public boolean isOverAt(Instant now) {
    return terms.state() == BookingState.HELD && !now.isBefore(terms.expiresAt());
  }

  /**
   * Whether a caller may know of it.
   *
   * @param caller the caller, or empty for those who may know of all
   * @return true when they may
   */
  public boolean belongsTo(Optional<String> caller) {
    return caller.isEmpty() || caller.get().equals(owner);
  }
}

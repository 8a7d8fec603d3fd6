package id.simpul.node.internal.store.booking;

import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.StreamId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller wants done about a booking. Personal values are in no {@code toString}. */
public sealed interface BookingCommand {
  /**
   * Hold a place.
   *
   * @param id the new booking's stream
   * @param slotId the slot
   * @param allowance how long, and how many
   * @param by who makes it, and who may know of it from then on
   */
  record Hold(StreamId id, String slotId, Allowance allowance, By by) implements BookingCommand {
    /** Checks that all members are given. */
    public Hold {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(slotId, "slotId");
      Objects.requireNonNull(allowance, "allowance");
      Objects.requireNonNull(by, "by");
    }
  }

  /**
   * What a caller may hold.
   *
   * @param lasting how long a place is held
   * @param most how many holds may not have come to their end, of those nobody registered for; what
   *     was given back counts as long, so that holding for nothing has a pace
   */
  record Allowance(Duration lasting, int most) {
    /** Checks the members. */
    public Allowance {
      Objects.requireNonNull(lasting, "lasting");
      if (most < 1) {
        throw new IllegalArgumentException("A caller may hold one place at least");
      }
    }
  }

  /**
   * Register a person.
   *
   * @param id the booking
   * @param person a keyed pseudonym of the person
   * @param dose which dose
   * @param registration the person in plain bytes, encrypted on the way
   * @param by who asks
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, compared by nobody
  record Confirm(StreamId id, String person, int dose, byte[] registration, By by)
      implements BookingCommand {
    /** Checks what must be given. */
    public Confirm {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(person, "person");
      Objects.requireNonNull(registration, "registration");
      Objects.requireNonNull(by, "by");
    }

    /** The booking alone. */
    @Override
    public String toString() {
      return "Confirm[" + id + "]";
    }
  }

  /**
   * Who asks.
   *
   * @param actor the caller, for the log
   * @param owner whose bookings they may know of; empty for those of all
   * @param once what makes it count once, or null
   */
  record By(String actor, Optional<String> owner, @Nullable Idempotency once) {
    /** Checks what must be given. */
    public By {
      Objects.requireNonNull(actor, "actor");
      Objects.requireNonNull(owner, "owner");
    }
  }
}

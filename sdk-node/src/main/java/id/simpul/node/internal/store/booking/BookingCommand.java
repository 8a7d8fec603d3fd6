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
   * @param lasting how long the place is held
   * @param caller who makes it, and who may know of it from then on
   * @param once what makes it count once, or null
   */
  record Hold(
      StreamId id, String slotId, Duration lasting, String caller, @Nullable Idempotency once)
      implements BookingCommand {
    /** Checks what must be given. */
    public Hold {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(slotId, "slotId");
      Objects.requireNonNull(lasting, "lasting");
      Objects.requireNonNull(caller, "caller");
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

package id.simpul.health.vaccination.wire;

import id.simpul.health.vaccination.AgendaSlot;
import java.util.Objects;

/**
 * How much of a slot is taken.
 *
 * @param slot the slot
 * @param taken places held or booked
 */
public record SlotUse(AgendaSlot slot, int taken) {
  /** Checks that there is a slot. */
  public SlotUse {
    Objects.requireNonNull(slot, "slot");
  }

  /**
   * The places that are free.
   *
   * @return 0 or more
   */
  public int free() {
    return slot.capacity() - taken;
  }
}

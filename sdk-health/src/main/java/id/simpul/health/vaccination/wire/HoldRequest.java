package id.simpul.health.vaccination.wire;

import java.util.Objects;

/**
 * The wish to hold a place.
 *
 * @param slotId the slot
 */
public record HoldRequest(String slotId) {
  /** Checks that a slot is named. */
  public HoldRequest {
    Objects.requireNonNull(slotId, "slotId");
  }
}

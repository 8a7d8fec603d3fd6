package id.simpul.health.vaccination.wire;

import id.simpul.health.vaccination.BookingId;
import id.simpul.health.vaccination.Registration;
import java.util.Objects;

/**
 * A registration for a place that is held. Shows nothing personal.
 *
 * @param hold the place
 * @param registration the person
 */
public record Confirmation(BookingId hold, Registration registration) {
  /** Checks that both are given. */
  public Confirmation {
    Objects.requireNonNull(hold, "hold");
    Objects.requireNonNull(registration, "registration");
  }
}

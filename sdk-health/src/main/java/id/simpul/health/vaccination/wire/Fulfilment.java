package id.simpul.health.vaccination.wire;

import id.simpul.health.vaccination.BookingId;
import java.util.Objects;

/**
 * The word that a person was vaccinated.
 *
 * @param booking their booking
 * @param immunization the record of the dose: {@code Immunization/} and its id
 */
public record Fulfilment(BookingId booking, String immunization) {
  /** Checks that both are given. */
  public Fulfilment {
    Objects.requireNonNull(booking, "booking");
    Objects.requireNonNull(immunization, "immunization");
  }
}

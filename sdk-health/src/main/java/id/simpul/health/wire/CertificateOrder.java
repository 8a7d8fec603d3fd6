package id.simpul.health.wire;

import java.util.Objects;

/**
 * An order for a health certificate of a dose that is on record. The codes are those of the EU's
 * value sets; an order that contradicts the record is refused. {@code toString} shows nothing.
 *
 * @param immunization the id of the record of the dose
 * @param prophylaxis {@code vp}, the kind of vaccine
 * @param product {@code mp}, the vaccine
 * @param manufacturer {@code ma}, who makes it
 * @param doses {@code sd}, how many doses the series has, from 1; the record's where it says so
 */
public record CertificateOrder(
    String immunization, String prophylaxis, String product, String manufacturer, int doses) {
  /** Checks that all are there. */
  public CertificateOrder {
    Objects.requireNonNull(immunization, "immunization");
    Objects.requireNonNull(prophylaxis, "prophylaxis");
    Objects.requireNonNull(product, "product");
    Objects.requireNonNull(manufacturer, "manufacturer");
  }

  @Override
  public String toString() {
    return "order for a health certificate";
  }
}

package id.simpul.health.wire;

import java.util.Objects;

/**
 * An order to take a health certificate back, in every text it was issued in. {@code toString}
 * shows nothing.
 *
 * @param number its number, as it says it
 */
public record CertificateRevocationOrder(String number) {
  /** Checks that there is one. */
  public CertificateRevocationOrder {
    Objects.requireNonNull(number, "number");
  }

  @Override
  public String toString() {
    return "order to take a health certificate back";
  }
}

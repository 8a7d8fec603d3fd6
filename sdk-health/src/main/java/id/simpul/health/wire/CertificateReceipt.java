package id.simpul.health.wire;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A health certificate that was issued. {@code toString} shows nothing of it.
 *
 * @param number its number, the same for each certificate of one dose
 * @param certificate its text, for a QR code
 * @param validUntil when it ends
 * @param page draws a page of it for people, as HTML, when one is asked for; an empty one where it
 *     was read as JSON
 */
public record CertificateReceipt(
    String number, String certificate, Instant validUntil, Supplier<String> page) {
  /** Checks that all are there. */
  public CertificateReceipt {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(certificate, "certificate");
    Objects.requireNonNull(validUntil, "validUntil");
    Objects.requireNonNull(page, "page");
  }

  @Override
  public String toString() {
    return "health certificate";
  }
}

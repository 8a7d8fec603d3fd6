package id.simpul.health.wire;

import java.time.Instant;
import java.util.Objects;

/**
 * A health certificate that was issued. {@code toString} shows nothing of it.
 *
 * @param number its number, the same for each certificate of one dose
 * @param certificate its text, for a QR code
 * @param validUntil when it ends
 * @param page a page of it for people, as HTML; empty where it was read as JSON
 */
public record CertificateReceipt(
    String number, String certificate, Instant validUntil, String page) {
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

package id.simpul.health.wire;

import java.time.Instant;
import java.util.Objects;

/**
 * A health certificate that was taken back. {@code toString} shows nothing of it.
 *
 * @param number its number
 * @param revokedAt when it was taken back, the first time
 */
public record CertificateRevocationReceipt(String number, Instant revokedAt) {
  /** Checks that both are there. */
  public CertificateRevocationReceipt {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(revokedAt, "revokedAt");
  }

  @Override
  public String toString() {
    return "health certificate that was taken back";
  }
}

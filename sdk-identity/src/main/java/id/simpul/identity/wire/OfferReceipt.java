package id.simpul.identity.wire;

import id.simpul.core.value.Secret;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an officer hands over. Immutable; {@code toString} shows neither link nor digits.
 *
 * @param reference the node's name for the case, by which the credential is revoked
 * @param link for the wallet, as a QR code for example
 * @param digits the transaction code, to be sent another way than the link, or null
 * @param expiresAt until when the link is good
 */
public record OfferReceipt(String reference, URI link, @Nullable Secret digits, Instant expiresAt) {
  /** Checks that what must be there is. */
  public OfferReceipt {
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(link, "link");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /**
   * The digits.
   *
   * @return the transaction code, or empty
   */
  public Optional<Secret> txCode() {
    return Optional.ofNullable(digits);
  }

  @Override
  public String toString() {
    return "offer " + reference;
  }
}

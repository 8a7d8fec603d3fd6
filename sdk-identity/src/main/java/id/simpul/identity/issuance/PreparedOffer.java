package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An offer with what its issuer needs to hand it over. Immutable.
 *
 * @param id names the offer where it is fetched by its URL; as secret as the offer itself
 * @param offer the offer
 * @param transactionCode the digits for the holder, to be sent another way than the offer; null
 *     when none is asked for
 * @param expiresAt until when it can be redeemed
 */
public record PreparedOffer(
    Secret id, CredentialOffer offer, @Nullable Secret transactionCode, Instant expiresAt) {
  /** Checks that what must be there is. */
  public PreparedOffer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(offer, "offer");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  /**
   * The digits for the holder.
   *
   * @return the transaction code, or empty
   */
  public Optional<Secret> txCode() {
    return Optional.ofNullable(transactionCode);
  }
}

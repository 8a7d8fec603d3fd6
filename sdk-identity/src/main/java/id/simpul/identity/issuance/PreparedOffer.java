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
 * @param stored what is kept of it
 */
public record PreparedOffer(
    Secret id, CredentialOffer offer, @Nullable Secret transactionCode, StoredOffer stored) {
  /** Checks that what must be there is. */
  public PreparedOffer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(offer, "offer");
    Objects.requireNonNull(stored, "stored");
  }

  /**
   * Until when it can be redeemed.
   *
   * @return the end of the offer
   */
  public Instant expiresAt() {
    return stored.expiresAt();
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

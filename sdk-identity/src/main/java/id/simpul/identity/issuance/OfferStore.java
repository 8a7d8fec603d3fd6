package id.simpul.identity.issuance;

import id.simpul.identity.TrustException;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps offers until they are redeemed, tried too often or too old; then nothing of them is left.
 * Implementations are thread-safe; one that several processes share decides in the shared place.
 */
public interface OfferStore {
  /**
   * Keeps an offer.
   *
   * @param offer the offer
   * @throws TrustException {@code BUDGET_EXCEEDED} when there is no room
   */
  void add(StoredOffer offer);

  /**
   * Whether an offer can still be redeemed.
   *
   * @param code digest of its pre-authorised code
   * @param now the time
   * @return true when it is there and not too old
   */
  boolean isOpen(String code, Instant now);

  /**
   * Redeems an offer as {@link StoredOffer#decide} says and keeps a token in its place, in one: an
   * offer that is gone has left a token. Of any number of calls with one code, in any threads and
   * processes, at most one gets {@link Redemption.Redeemed}, and no more than {@link
   * IssuanceLimits#MAX_TX_CODE_TRIES} have their transaction code looked at.
   *
   * @param code digest of the pre-authorised code
   * @param txCode digest of the transaction code that was given, or null
   * @param token makes the token for what the offer is good for; called when it is redeemed
   * @param now the time
   * @return what came of it
   * @throws TrustException {@code BUDGET_EXCEEDED} when there is no room for the token; the offer
   *     stays
   */
  Redemption redeem(
      String code,
      @Nullable String txCode,
      Function<IssuanceGrant, StoredToken> token,
      Instant now);
}

package id.simpul.identity.issuance;

import id.simpul.identity.internal.issuance.Codes;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an offer: digests instead of its codes. Immutable.
 *
 * @param code digest of the pre-authorised code, by which it is found
 * @param txCode digest of the transaction code, or null when none is asked for
 * @param triesLeft how often a transaction code may still be tried, at least once
 * @param expiresAt until when it can be redeemed
 * @param grant what it is good for
 */
public record StoredOffer(
    String code, @Nullable String txCode, int triesLeft, Instant expiresAt, IssuanceGrant grant) {
  /** Checks that there is a try left. */
  public StoredOffer {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(grant, "grant");
    if (triesLeft < 1) {
      throw new IllegalArgumentException("An offer without tries is not kept");
    }
  }

  /**
   * Decides on one attempt to redeem it. A store carries the decision out in the same transaction
   * in which it read the offer.
   *
   * @param attempt digest of the transaction code that was given, or null
   * @param now the time
   * @return what to answer, and what is left of the offer
   */
  public Decision decide(@Nullable String attempt, Instant now) {
    if (!now.isBefore(expiresAt)) {
      return new Decision(Redemption.UNKNOWN, null);
    }
    if (txCode == null) {
      return attempt == null
          ? new Decision(new Redemption.Redeemed(grant), null)
          : new Decision(Redemption.CODE_NOT_EXPECTED, this);
    }
    if (attempt == null) {
      return new Decision(Redemption.CODE_MISSING, this);
    }
    if (Codes.same(txCode, attempt)) {
      return new Decision(new Redemption.Redeemed(grant), null);
    }
    StoredOffer rest =
        triesLeft == 1 ? null : new StoredOffer(code, txCode, triesLeft - 1, expiresAt, grant);
    return new Decision(Redemption.CODE_WRONG, rest);
  }

  /**
   * A decision.
   *
   * @param answer what the wallet is told
   * @param rest what to keep in place of the offer, or null to erase it
   */
  public record Decision(Redemption answer, @Nullable StoredOffer rest) {
    /** Checks that there is an answer. */
    public Decision {
      Objects.requireNonNull(answer, "answer");
    }
  }

  /** The grant, and no digest. */
  @Override
  public String toString() {
    return "offer of " + grant;
  }
}

package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import id.simpul.identity.EntityId;
import id.simpul.identity.internal.issuance.Codes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes offers and shows them to the wallets they are for. Of an offer's codes only digests are
 * kept. Thread-safe.
 */
public final class OfferDesk {
  private static final String CODE = "simpul offer code";
  static final String TX_CODE = "simpul transaction code";
  private static final int DIGITS = 10;

  private final EntityId issuer;
  private final OfferStore store;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * The desk of one issuer.
   *
   * @param issuer its identifier
   * @param store keeps what is needed of offers
   * @param random a strong source
   * @param clock says what time it is
   */
  public OfferDesk(EntityId issuer, OfferStore store, SecureRandom random, InstantSource clock) {
    this.issuer = Objects.requireNonNull(issuer, "issuer");
    this.store = Objects.requireNonNull(store, "store");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Offers one credential to a holder who gets a transaction code another way.
   *
   * @param grant what may be issued, and of what
   * @param txCode what the holder is asked for
   * @param lifetime a second to {@link IssuanceLimits#MAX_OFFER_LIFETIME}
   * @return the offer and what goes with it
   * @throws id.simpul.identity.TrustException {@code BUDGET_EXCEEDED} when there is no room for it
   */
  public PreparedOffer offer(IssuanceGrant grant, TxCodeTerms txCode, Duration lifetime) {
    return kept(prepare(grant, txCode, lifetime));
  }

  /**
   * Offers one credential to whoever sees the offer first: a photograph of a QR code is enough. For
   * a wallet that stands before the issuer, on a screen nobody else sees.
   *
   * @param grant what may be issued, and of what
   * @param lifetime a second to {@link IssuanceLimits#MAX_OFFER_LIFETIME}
   * @return the offer and what goes with it
   * @throws id.simpul.identity.TrustException {@code BUDGET_EXCEEDED} when there is no room for it
   */
  public PreparedOffer offerWithoutTransactionCode(IssuanceGrant grant, Duration lifetime) {
    return kept(prepareWithoutTransactionCode(grant, lifetime));
  }

  /**
   * Makes an offer as {@link #offer} does and keeps nothing: for an issuer that keeps {@link
   * PreparedOffer#stored} itself, together with more. Until then nobody can redeem it.
   *
   * @param grant what may be issued, and of what
   * @param txCode what the holder is asked for
   * @param lifetime a second to {@link IssuanceLimits#MAX_OFFER_LIFETIME}
   * @return the offer and what goes with it
   */
  public PreparedOffer prepare(IssuanceGrant grant, TxCodeTerms txCode, Duration lifetime) {
    return draw(grant, Objects.requireNonNull(txCode, "txCode"), lifetime);
  }

  /**
   * Makes an offer as {@link #offerWithoutTransactionCode} does and keeps nothing.
   *
   * @param grant what may be issued, and of what
   * @param lifetime a second to {@link IssuanceLimits#MAX_OFFER_LIFETIME}
   * @return the offer and what goes with it
   */
  public PreparedOffer prepareWithoutTransactionCode(IssuanceGrant grant, Duration lifetime) {
    return draw(grant, null, lifetime);
  }

  private PreparedOffer kept(PreparedOffer offer) {
    store.add(offer.stored());
    return offer;
  }

  private PreparedOffer draw(IssuanceGrant grant, @Nullable TxCodeTerms txCode, Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(IssuanceLimits.MAX_OFFER_LIFETIME) > 0) {
      throw new IllegalArgumentException(
          "An offer is good for a second to " + IssuanceLimits.MAX_OFFER_LIFETIME);
    }
    Secret id = Secret.of(Codes.fresh(random));
    Secret code = code(id);
    Secret digits = txCode == null ? null : digits(txCode.length());
    StoredOffer stored =
        new StoredOffer(
            Codes.digest(code.reveal()),
            digits == null ? null : Codes.keyed(code.reveal(), TX_CODE, digits.reveal()),
            IssuanceLimits.MAX_TX_CODE_TRIES,
            clock.instant().plus(lifetime),
            grant);
    CredentialOffer offer =
        new CredentialOffer(issuer, List.of(grant.configurationId()), code, txCode);
    return new PreparedOffer(id, offer, digits, stored);
  }

  /**
   * The code of an offer, for the wallet that knows its id (OpenID4VCI 1.0, section 4.1.3). It
   * follows from the id, so that no code need be kept.
   *
   * @param id what the wallet knows
   * @return the code, or empty when there is no such offer, or no longer
   */
  public Optional<Secret> find(Secret id) {
    Secret code = code(id);
    return store.isOpen(Codes.digest(code.reveal()), clock.instant())
        ? Optional.of(code)
        : Optional.empty();
  }

  private static Secret code(Secret id) {
    return Secret.of(Codes.keyed(id.reveal(), CODE, ""));
  }

  private Secret digits(int length) {
    StringBuilder digits = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      digits.append((char) ('0' + random.nextInt(DIGITS)));
    }
    return Secret.of(digits.toString());
  }

  @Override
  public String toString() {
    return "offers of " + issuer;
  }
}

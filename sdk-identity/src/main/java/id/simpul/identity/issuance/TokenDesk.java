package id.simpul.identity.issuance;

import id.simpul.core.value.Secret;
import id.simpul.identity.internal.issuance.Codes;
import id.simpul.identity.issuance.IssuanceException.Reason;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

/**
 * The token endpoint (OpenID4VCI 1.0, section 6): redeems a pre-authorised code, once, for an
 * access token. Tokens are opaque; of a token only its digest is kept. Thread-safe.
 */
public final class TokenDesk {
  private final OfferStore offers;
  private final SecureRandom random;
  private final InstantSource clock;

  /**
   * A desk.
   *
   * @param offers where offers are kept, and tokens in their place
   * @param random a strong source
   * @param clock says what time it is
   */
  public TokenDesk(OfferStore offers, SecureRandom random, InstantSource clock) {
    this.offers = Objects.requireNonNull(offers, "offers");
    this.random = Objects.requireNonNull(random, "random");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Redeems a code.
   *
   * @param request what the wallet sent
   * @return a token good for {@link IssuanceLimits#MAX_TOKEN_LIFETIME} and one credential
   * @throws IssuanceException {@code UNSUPPORTED_GRANT_TYPE} for another flow; {@code
   *     INVALID_REQUEST} when a code is missing or not expected; {@code INVALID_GRANT} when one is
   *     wrong, used up or too old
   */
  public AccessToken redeem(TokenRequest request) {
    if (!request.grantType().equals(TokenRequest.PRE_AUTHORIZED_CODE)) {
      throw new IssuanceException(
          Reason.UNSUPPORTED_GRANT_TYPE, "is not served here", "grant_type");
    }
    Secret code = request.code();
    if (code == null) {
      throw new IssuanceException(Reason.INVALID_REQUEST, "is missing", "pre-authorized_code");
    }
    String attempt =
        request
            .transactionCode()
            .map(digits -> Codes.keyed(code.reveal(), OfferDesk.TX_CODE, digits.reveal()))
            .orElse(null);
    Instant now = clock.instant();
    Secret token = Secret.of(Codes.fresh(random));
    String digest = Codes.digest(token.reveal());
    Instant end = now.plus(IssuanceLimits.MAX_TOKEN_LIFETIME);
    Redemption redemption =
        offers.redeem(
            Codes.digest(code.reveal()),
            attempt,
            grant -> new StoredToken(digest, request.clientId(), end, grant),
            now);
    if (redemption instanceof Redemption.Redeemed) {
      return new AccessToken(token, IssuanceLimits.MAX_TOKEN_LIFETIME);
    }
    throw refusal(redemption);
  }

  private static IssuanceException refusal(Redemption redemption) {
    if (redemption.equals(Redemption.CODE_MISSING)) {
      return new IssuanceException(Reason.INVALID_REQUEST, "is missing", "tx_code");
    }
    if (redemption.equals(Redemption.CODE_NOT_EXPECTED)) {
      return new IssuanceException(Reason.INVALID_REQUEST, "is not expected", "tx_code");
    }
    if (redemption.equals(Redemption.CODE_WRONG)) {
      return new IssuanceException(Reason.INVALID_GRANT, "is not the right one", "tx_code");
    }
    return new IssuanceException(
        Reason.INVALID_GRANT, "is wrong, used up or too old", "pre-authorized_code");
  }

  @Override
  public String toString() {
    return "token desk";
  }
}

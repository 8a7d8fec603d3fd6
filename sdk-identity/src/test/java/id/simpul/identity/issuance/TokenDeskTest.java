package id.simpul.identity.issuance;

import static id.simpul.identity.issuance.Counter.refusal;
import static id.simpul.identity.issuance.Counter.right;
import static id.simpul.identity.issuance.Counter.wrong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException;
import id.simpul.identity.issuance.IssuanceException.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TokenDeskTest {
  private final Counter counter = new Counter();

  @Test
  void redeem_rightCodes_givesATokenForFiveMinutes() {
    AccessToken token = counter.tokens.redeem(right(counter.offer()));

    assertThat(token.expiresIn()).isEqualTo(Duration.ofMinutes(5));
    assertThat(token.value().reveal()).hasSize(43);
    assertThat(token.toString()).doesNotContain(token.value().reveal());
  }

  @Test
  void redeem_secondTime_isRefused() {
    PreparedOffer offer = counter.offer();
    counter.tokens.redeem(right(offer));

    refusal(Reason.INVALID_GRANT, () -> counter.tokens.redeem(right(offer)));
  }

  @Test
  void redeem_unknownCode_isRefused() {
    refusal(
        Reason.INVALID_GRANT,
        () -> counter.tokens.redeem(TokenRequest.preAuthorized(Secret.of("guess"), null)));
  }

  @Test
  void redeem_lastInstantAndOnePast_isTakenAndRefused() {
    PreparedOffer inTime = counter.offer();
    PreparedOffer late = counter.offer();
    counter.clock.advance(IssuanceLimits.MAX_OFFER_LIFETIME.minusMillis(1));
    assertThat(counter.tokens.redeem(right(inTime))).isNotNull();

    counter.clock.advance(Duration.ofMillis(1));
    refusal(Reason.INVALID_GRANT, () -> counter.tokens.redeem(right(late)));
  }

  @Test
  void redeem_rightTransactionCodeAtTheFifthTry_isTaken() {
    PreparedOffer offer = counter.offer();
    for (int i = 1; i < IssuanceLimits.MAX_TX_CODE_TRIES; i++) {
      refusal(Reason.INVALID_GRANT, () -> counter.tokens.redeem(wrong(offer)));
    }

    assertThat(counter.tokens.redeem(right(offer))).isNotNull();
  }

  @Test
  void redeem_rightTransactionCodeAfterFiveWrongOnes_isRefused() {
    PreparedOffer offer = counter.offer();
    for (int i = 1; i <= IssuanceLimits.MAX_TX_CODE_TRIES; i++) {
      refusal(Reason.INVALID_GRANT, () -> counter.tokens.redeem(wrong(offer)));
    }

    refusal(Reason.INVALID_GRANT, () -> counter.tokens.redeem(right(offer)));
    assertThat(counter.offers.find(offer.id())).isEmpty();
  }

  @Test
  void redeem_missingOrUnexpectedTransactionCode_isNoTry() {
    PreparedOffer offer = counter.offer();
    for (int i = 0; i <= IssuanceLimits.MAX_TX_CODE_TRIES; i++) {
      refusal(
          Reason.INVALID_REQUEST,
          () -> counter.tokens.redeem(TokenRequest.preAuthorized(offer.offer().code(), null)));
    }
    PreparedOffer plain =
        counter.offers.offerWithoutTransactionCode(
            Counter.grant(), IssuanceLimits.MAX_OFFER_LIFETIME);
    refusal(
        Reason.INVALID_REQUEST,
        () ->
            counter.tokens.redeem(
                TokenRequest.preAuthorized(plain.offer().code(), Secret.of("123456"))));

    assertThat(counter.tokens.redeem(right(offer))).isNotNull();
    assertThat(counter.tokens.redeem(right(plain))).isNotNull();
  }

  @Test
  void redeem_noRoomForTheToken_leavesTheOffer() {
    InMemoryIssuanceStore one = new InMemoryIssuanceStore(1, counter.clock);
    OfferDesk offers = new OfferDesk(Counter.ISSUER, one, counter.random, counter.clock);
    TokenDesk tokens = new TokenDesk(one, counter.random, counter.clock);
    PreparedOffer first =
        offers.offer(Counter.grant(), Counter.DIGITS, IssuanceLimits.MAX_OFFER_LIFETIME);
    tokens.redeem(right(first));
    PreparedOffer second =
        offers.offer(Counter.grant(), Counter.DIGITS, IssuanceLimits.MAX_OFFER_LIFETIME);

    assertThatThrownBy(() -> tokens.redeem(right(second))).isInstanceOf(TrustException.class);
    counter.clock.advance(IssuanceLimits.MAX_TOKEN_LIFETIME);
    assertThat(tokens.redeem(right(second))).isNotNull();
  }

  @Test
  void redeem_otherFlowOrNoCode_isRefused() {
    TokenRequest other = new TokenRequest("authorization_code", null, null, null);
    TokenRequest empty = new TokenRequest(TokenRequest.PRE_AUTHORIZED_CODE, null, null, null);

    refusal(Reason.UNSUPPORTED_GRANT_TYPE, () -> counter.tokens.redeem(other));
    refusal(Reason.INVALID_REQUEST, () -> counter.tokens.redeem(empty));
  }
}

package id.simpul.identity.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.Secret;
import id.simpul.identity.TrustException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OfferDeskTest {
  private final Counter counter = new Counter();

  @Test
  void offer_withTransactionCode_keepsNothingOfEitherCode() {
    PreparedOffer offer = counter.offer();

    assertThat(offer.txCode().orElseThrow().reveal()).matches("[0-9]{6}");
    assertThat(offer.offer().code().reveal()).hasSize(43);
    assertThat(offer.toString())
        .doesNotContain(offer.offer().code().reveal())
        .doesNotContain(offer.id().reveal())
        .doesNotContain(offer.txCode().orElseThrow().reveal());
  }

  @Test
  void offer_lifetimeAtTheLimitAndPastIt_isTakenAndRefused() {
    Duration longest = IssuanceLimits.MAX_OFFER_LIFETIME;
    PreparedOffer offer = counter.offers.offer(Counter.grant(), Counter.DIGITS, longest);

    assertThat(offer.expiresAt()).isEqualTo(counter.clock.instant().plus(Duration.ofMinutes(10)));
    assertThat(counter.offers.offer(Counter.grant(), Counter.DIGITS, Duration.ofSeconds(1)))
        .isNotNull();
    assertThatThrownBy(
            () -> counter.offers.offer(Counter.grant(), Counter.DIGITS, longest.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> counter.offers.offer(Counter.grant(), Counter.DIGITS, Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void prepare_offer_canBeRedeemedOnlyWhenItIsKept() {
    PreparedOffer offer =
        counter.offers.prepare(Counter.grant(), Counter.DIGITS, IssuanceLimits.MAX_OFFER_LIFETIME);
    assertThat(counter.offers.find(offer.id())).isEmpty();

    counter.store.add(offer.stored());
    assertThat(counter.tokens.redeem(Counter.right(offer))).isNotNull();
  }

  @Test
  void offerWithoutTransactionCode_offer_asksForNothing() {
    PreparedOffer offer =
        counter.offers.offerWithoutTransactionCode(
            Counter.grant(), IssuanceLimits.MAX_OFFER_LIFETIME);

    assertThat(offer.txCode()).isEmpty();
    assertThat(offer.offer().asksFor()).isEmpty();
  }

  @Test
  void offer_withTransactionCode_asksForItsDigits() {
    assertThat(counter.offer().offer().asksFor())
        .contains(new TxCodePrompt(true, 6, "Kode dari loket"));
  }

  @Test
  void terms_digitsAtTheLimitsAndPastThem_areTakenAndRefused() {
    assertThat(new TxCodeTerms(6, "").length()).isEqualTo(6);
    assertThat(new TxCodeTerms(12, "").length()).isEqualTo(12);
    assertThat(new TxCodeTerms(6, "x".repeat(300)).description()).hasSize(300);
    assertThatThrownBy(() -> new TxCodeTerms(5, "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TxCodeTerms(13, "")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TxCodeTerms(6, "x".repeat(301)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void find_openOffer_givesItsCode() {
    PreparedOffer offer = counter.offer();

    assertThat(counter.offers.find(offer.id())).contains(offer.offer().code());
    assertThat(counter.offers.find(Secret.of("another"))).isEmpty();
  }

  @Test
  void find_redeemedOrOldOffer_givesNothing() {
    PreparedOffer redeemed = counter.offer();
    counter.tokens.redeem(Counter.right(redeemed));
    PreparedOffer old = counter.offer();
    counter.clock.advance(IssuanceLimits.MAX_OFFER_LIFETIME);

    assertThat(counter.offers.find(redeemed.id())).isEmpty();
    assertThat(counter.offers.find(old.id())).isEmpty();
  }

  @Test
  void offer_fullStore_isRefusedUntilOneIsTooOld() {
    InMemoryIssuanceStore one = new InMemoryIssuanceStore(1, counter.clock);
    OfferDesk desk = new OfferDesk(Counter.ISSUER, one, counter.random, counter.clock);
    desk.offerWithoutTransactionCode(Counter.grant(), Duration.ofMinutes(1));

    assertThatThrownBy(
            () -> desk.offerWithoutTransactionCode(Counter.grant(), Duration.ofMinutes(1)))
        .isInstanceOfSatisfying(
            TrustException.class,
            e -> assertThat(e.reason()).isEqualTo(TrustException.Reason.BUDGET_EXCEEDED));
    counter.clock.advance(Duration.ofMinutes(1));
    assertThat(desk.offerWithoutTransactionCode(Counter.grant(), Duration.ofMinutes(1)))
        .isNotNull();
  }
}

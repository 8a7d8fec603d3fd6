package id.simpul.identity.http;

import static id.simpul.identity.http.Cities.NOW;
import static id.simpul.identity.http.Cities.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class InMemoryNonceStoreTest {
  private final SettableClock clock = new SettableClock(NOW);

  @Test
  void consume_twice_isTrueOnce() {
    InMemoryNonceStore store = new InMemoryNonceStore(clock);
    assertThat(store.consume("a#1", "n", NOW.plusSeconds(1))).isTrue();
    assertThat(store.consume("a#1", "n", NOW.plusSeconds(9))).isFalse();
    assertThat(store.consume("a#1", "m", NOW.plusSeconds(1))).isTrue();
    assertThat(store.consume("a#2", "n", NOW.plusSeconds(1))).isTrue();
  }

  @Test
  void consume_untilItsTime_isRememberedAndForgottenAfter() {
    InMemoryNonceStore store = new InMemoryNonceStore(clock);
    store.consume("a#1", "n", NOW.plusSeconds(5));
    clock.advance(Duration.ofSeconds(5));
    assertThat(store.consume("a#1", "n", NOW.plusSeconds(9))).isFalse();
    clock.advance(Duration.ofNanos(1));
    assertThat(store.consume("a#1", "n", NOW.plusSeconds(9))).isTrue();
  }

  @Test
  void consume_oneOfTwoForgotten_remembersTheOther() {
    InMemoryNonceStore store = new InMemoryNonceStore(clock);
    store.consume("a#1", "short", NOW.plusSeconds(1));
    store.consume("a#1", "long", NOW.plusSeconds(9));
    clock.advance(Duration.ofSeconds(2));
    assertThat(store.consume("a#1", "long", NOW.plusSeconds(9))).isFalse();
    assertThat(store.consume("a#1", "short", NOW.plusSeconds(9))).isTrue();
  }

  @Test
  void consume_timeAlreadyPast_isFalse() {
    InMemoryNonceStore store = new InMemoryNonceStore(clock);
    assertThat(store.consume("a#1", "n", NOW.minusNanos(1))).isFalse();
    assertThat(store.consume("a#1", "n", NOW)).isTrue();
  }

  @Test
  void consume_atCapacity_isAcceptedAndOnePastIsRefused() {
    InMemoryNonceStore store = new InMemoryNonceStore(2, clock);
    assertThat(store.consume("a#1", "1", NOW.plusSeconds(9))).isTrue();
    assertThat(store.consume("b#1", "1", NOW.plusSeconds(5))).isTrue();
    refused(Reason.BUDGET_EXCEEDED, () -> store.consume("a#1", "2", NOW.plusSeconds(9)));
    assertThat(store.consume("a#1", "1", NOW.plusSeconds(9))).isFalse();
    clock.advance(Duration.ofSeconds(6));
    assertThat(store.consume("a#1", "2", NOW.plusSeconds(9))).isTrue();
    refused(Reason.BUDGET_EXCEEDED, () -> store.consume("a#1", "3", NOW.plusSeconds(9)));
  }

  @Test
  void new_withoutCapacity_isRefused() {
    assertThatThrownBy(() -> new InMemoryNonceStore(0, clock))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

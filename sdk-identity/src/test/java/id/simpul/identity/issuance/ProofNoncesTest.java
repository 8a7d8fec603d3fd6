package id.simpul.identity.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.Secret;
import id.simpul.identity.http.InMemoryNonceStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class ProofNoncesTest {
  private final Counter counter = new Counter();

  private ProofNonces sealedWith(String key) {
    return new ProofNonces(
        Secret.of(key), new InMemoryNonceStore(counter.clock), counter.random, counter.clock);
  }

  @Test
  void consume_ownNonce_isTakenOnce() {
    String nonce = counter.nonces.next();

    assertThat(counter.nonces.consume(nonce)).isTrue();
    assertThat(counter.nonces.consume(nonce)).isFalse();
  }

  @Test
  void consume_lastInstantAndOnePast_isTakenAndRefused() {
    String inTime = counter.nonces.next();
    String late = counter.nonces.next();
    counter.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(counter.nonces.consume(inTime)).isTrue();

    counter.clock.advance(Duration.ofMillis(1));
    assertThat(counter.nonces.consume(late)).isFalse();
  }

  @Test
  void consume_everyChangedCharacter_isRefused() {
    String nonce = counter.nonces.next();
    for (int i = 0; i < nonce.length(); i++) {
      char other = nonce.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(counter.nonces.consume(nonce.substring(0, i) + other + nonce.substring(i + 1)))
          .isFalse();
    }
    assertThat(counter.nonces.consume(nonce)).isTrue();
  }

  @Test
  void consume_nonceOfAnotherIssuer_isRefused() {
    assertThat(counter.nonces.consume(sealedWith("f".repeat(32)).next())).isFalse();
    assertThat(counter.nonces.consume("")).isFalse();
    assertThat(counter.nonces.consume("not base64url!")).isFalse();
  }

  @Test
  void key_atTheLimitAndShorter_isTakenAndRefused() {
    assertThat(sealedWith("k".repeat(32)).next()).hasSize(54);
    assertThatThrownBy(() -> sealedWith("k".repeat(31)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

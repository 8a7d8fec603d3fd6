package id.simpul.node.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.Secret;
import id.simpul.node.ApiKey;
import id.simpul.node.internal.store.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTokensTest {
  private static final Secret KEY = Secret.of("kunci-rsud");
  private static final ApiKey RSUD = ApiKey.of("rsud", ApiKey.Role.HEALTH, KEY);
  private static final ApiKey OFFICER =
      ApiKey.of("petugas", ApiKey.Role.OFFICER, Secret.of("kunci-petugas"));
  private static final Caller CALLER = new Caller(Caller.Kind.HEALTH, "rsud");

  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T02:00:00Z"));

  private HealthTokens tokens(ApiKey... keys) {
    return new HealthTokens(List.of(keys), new byte[32], clock);
  }

  private Secret issued() {
    return tokens(RSUD).issue("rsud", KEY).orElseThrow();
  }

  @Test
  void identify_tokenThatWasGiven_isItsHolderAtEveryProcess() {
    assertThat(tokens(OFFICER, RSUD).identify(issued())).isEqualTo(Optional.of(CALLER));
  }

  @Test
  void identify_untilItsLastSecond_andNoLonger() {
    Secret token = issued();
    clock.advance(HealthTokens.LIFETIME.minusNanos(1));
    assertThat(tokens(RSUD).identify(token)).isPresent();
    clock.advance(Duration.ofNanos(1));
    assertThat(tokens(RSUD).identify(token)).isEmpty();
  }

  @Test
  void identify_anyCharacterChanged_isNobody() {
    String token = issued().reveal();
    for (int i = 0; i < token.length() - 1; i++) {
      char other = token.charAt(i) == '1' ? '2' : '1';
      String changed = token.substring(0, i) + other + token.substring(i + 1);
      assertThat(tokens(RSUD).identify(Secret.of(changed))).as("character %d", i).isEmpty();
    }
  }

  @Test
  void identify_keyReplacedOrGone_endsItsTokens() {
    Secret token = issued();

    assertThat(tokens(ApiKey.of("rsud", ApiKey.Role.HEALTH, Secret.of("baru"))).identify(token))
        .isEmpty();
    assertThat(tokens(ApiKey.of("rsud", ApiKey.Role.OFFICER, KEY)).identify(token)).isEmpty();
    assertThat(tokens().identify(token)).isEmpty();
    assertThat(new HealthTokens(List.of(RSUD), new byte[] {1}, clock).identify(token)).isEmpty();
  }

  @Test
  void issue_wrongNameKeyOrRole_givesNone() {
    assertThat(tokens(RSUD).issue("lain", KEY)).isEmpty();
    assertThat(tokens(RSUD).issue("rsud", Secret.of("salah"))).isEmpty();
    assertThat(tokens(OFFICER).issue("petugas", Secret.of("kunci-petugas"))).isEmpty();
  }
}

package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.federation.ExpiryAlarm.State;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryAlarmTest {
  private static final Instant NOW = FederationFixture.NOW;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @ParameterizedTest
  @CsvSource({"7, 72", "14, 72", "8, 72"})
  void of_aWeekAndMore_warnsThreeDaysBefore(int days, int hours) {
    Instant end = NOW.plus(Duration.ofDays(days));
    ExpiryAlarm alarm = ExpiryAlarm.of("x", NOW, end);
    assertThat(alarm.warnBefore()).isEqualTo(Duration.ofHours(hours));
    assertThat(alarm.state(end.minusSeconds(hours * 3600L + 1))).isEqualTo(State.QUIET);
    assertThat(alarm.state(end.minusSeconds(hours * 3600L))).isEqualTo(State.WARNING);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 14})
  void of_anyLifeANodeMaySet_neverWarnsWhileItIsRenewedDaily(int days) {
    ExpiryAlarm alarm = ExpiryAlarm.of("x", NOW, NOW.plus(Duration.ofDays(days)));
    assertThat(alarm.state(NOW)).isEqualTo(State.QUIET);
    assertThat(alarm.state(NOW.plus(Duration.ofDays(1)).plusSeconds(3600))).isEqualTo(State.QUIET);
    assertThat(alarm.state(alarm.expiresAt().minus(SECOND))).isEqualTo(State.WARNING);
  }

  @Test
  void of_resolvedEntity_warnsAsTheStatementThatRunsOutFirst() {
    FederationFixture federation = new FederationFixture();
    Member anchor = federation.add("https://federasi.example");
    Member city = federation.add("https://jambikota.example", anchor);
    anchor.about(city).lifetime(Duration.ofDays(2));
    ExpiryAlarm alarm = ExpiryAlarm.of(federation.resolver(anchor).build().resolve(city.id()));
    assertThat(alarm.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(2)));
    assertThat(alarm.state(NOW)).isEqualTo(State.QUIET);
    assertThat(alarm.warnBefore()).isLessThan(Duration.ofDays(1));
  }
}

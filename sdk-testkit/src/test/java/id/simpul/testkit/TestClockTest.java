package id.simpul.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestClockTest {
  @Test
  void instant_untouchedClock_standsStill() {
    TestClock clock = TestClock.create();

    assertThat(clock.instant()).isEqualTo(TestClock.START).isEqualTo(clock.instant());
  }

  @Test
  void advance_forwardAndBack_movesByTheDuration() {
    TestClock clock = TestClock.at(Instant.EPOCH);

    clock.advance(Duration.ofHours(2));
    clock.advance(Duration.ofMinutes(-30));

    assertThat(clock.instant()).isEqualTo(Instant.EPOCH.plusSeconds(90 * 60));
  }

  @Test
  void set_earlierInstant_movesThere() {
    TestClock clock = TestClock.create();

    clock.set(Instant.EPOCH);

    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }
}

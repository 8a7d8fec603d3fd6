package id.simpul.benchmarks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTest {
  private static final int OPERATIONS = 10;

  private final List<Round> rounds = new ArrayList<>();

  private void round(String contender, double micros, long bytes) {
    long nanos = Math.round(micros * 1000 * OPERATIONS);
    rounds.add(new Round(contender, new Reading(OPERATIONS, nanos, bytes * OPERATIONS)));
  }

  @Test
  void verdict_speed_isOfTheSameRoundsAndTheBestOfTheOthers() {
    round("a", 10, 100);
    round("b", 20, 100);
    round("c", 90, 100);
    // Twice as slow a machine changes no ratio.
    round("a", 20, 100);
    round("b", 40, 100);
    round("c", 180, 100);
    Measured measured = new Measured(rounds);

    assertThat(new Target.Speed("a", List.of("c", "b"), 2).verdict(measured))
        .isEqualTo("a against the best, b: 2.00 [2.00 to 2.00], target 2.00: met");
    assertThat(new Target.Speed("a", "c", 9.1).verdict(measured))
        .isEqualTo("a against c: 9.00 [9.00 to 9.00], target 9.10: MISSED");
  }

  @Test
  void verdict_allocationAndTime_areMetAtTheTargetAndMissedPastIt() {
    round("a", 50, 6144);
    Measured measured = new Measured(rounds);

    assertThat(new Target.Allocation("a", 6144).verdict(measured)).endsWith(": met");
    assertThat(new Target.Allocation("a", 6143).verdict(measured)).endsWith(": MISSED");
    assertThat(new Target.Time("a", 50).verdict(measured)).endsWith(": met");
    assertThat(new Target.Time("a", 49.9).verdict(measured)).endsWith(": MISSED");
  }

  @Test
  void measure_work_isCountedWithWhatItAllocates() {
    Reading reading = new ThreadClock(() -> new byte[1000]).measure(5);

    assertThat(reading.operations()).isPositive();
    assertThat(reading.cpuNanos()).isPositive();
    assertThat(reading.bytesEach()).isBetween(1000.0, 1500.0);
    assertThat(Reading.read(reading.line())).isEqualTo(reading);
  }
}

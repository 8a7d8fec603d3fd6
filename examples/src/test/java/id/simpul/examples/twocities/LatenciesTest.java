package id.simpul.examples.twocities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void percentile_hundredMeasurements_isNearestRank() {
    List<Duration> measured =
        IntStream.rangeClosed(1, 100).mapToObj(Duration::ofMillis).collect(Collectors.toList());
    Collections.reverse(measured);
    Latencies latencies = new Latencies(measured);

    assertThat(latencies.percentile(50)).hasMillis(50);
    assertThat(latencies.percentile(99)).hasMillis(99);
    assertThat(latencies.percentile(100)).hasMillis(100);
  }

  @Test
  void percentile_threeMeasurements_isOneOfThem() {
    Latencies latencies =
        new Latencies(List.of(Duration.ofMillis(7), Duration.ofMillis(2), Duration.ofMillis(4)));

    assertThat(latencies.percentile(50)).hasMillis(4);
    assertThat(latencies.percentile(99)).hasMillis(7);
    assertThat(latencies.percentile(1)).hasMillis(2);
  }

  @Test
  void percentile_nothingMeasured_isZero() {
    assertThat(new Latencies(List.of()).percentile(50)).isZero();
  }

  @Test
  void percentile_outOfRange_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Latencies(List.of()).percentile(101));
    assertThatIllegalArgumentException().isThrownBy(() -> new Latencies(List.of()).percentile(0));
  }
}

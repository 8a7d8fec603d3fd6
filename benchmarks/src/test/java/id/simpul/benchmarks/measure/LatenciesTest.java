package id.simpul.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class LatenciesTest {

  @Test
  void millis_hundredValues_takesTheNearestRank() {
    Latencies latencies = new Latencies();
    for (int i = 100; i >= 1; i--) {
      latencies.add(i * 1_000_000L);
    }

    assertThat(latencies.millis(0.5)).isEqualTo(50);
    assertThat(latencies.millis(0.99)).isEqualTo(99);
    assertThat(latencies.millis(1)).isEqualTo(100);
    assertThat(latencies.millis(0)).isEqualTo(1);
  }

  @Test
  void add_afterAShareWasAsked_isCounted() {
    Latencies latencies = new Latencies();
    latencies.add(2_000_000);
    assertThat(latencies.millis(1)).isEqualTo(2);

    latencies.add(1_000_000);

    assertThat(latencies.count()).isEqualTo(2);
    assertThat(latencies.millis(0.5)).isEqualTo(1);
  }

  @Test
  void add_moreThanTheFirstArrayHolds_keepsAll() {
    Latencies latencies = new Latencies();
    for (int i = 1; i <= 20_000; i++) {
      latencies.add(i);
    }

    assertThat(latencies.count()).isEqualTo(20_000);
    assertThat(latencies.millis(1)).isEqualTo(0.02);
  }

  @Test
  void millis_nothing_isZero() {
    assertThat(new Latencies().millis(0.99)).isZero();
  }

  @Test
  void millis_shareOutsideItsRange_isRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Latencies().millis(1.01));
  }
}

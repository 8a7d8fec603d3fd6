package id.simpul.examples.twocities;

import java.time.Duration;
import java.util.List;

/**
 * How long things took. Immutable.
 *
 * @param sorted the measurements, shortest first
 */
public record Latencies(List<Duration> sorted) {
  /** Sorts a copy of the measurements. */
  public Latencies {
    sorted = sorted.stream().sorted().toList();
  }

  /**
   * A percentile by nearest rank: the shortest time that the given share did not exceed.
   *
   * @param percent 1 to 100
   * @return one of the measurements, or zero when there is none
   */
  public Duration percentile(int percent) {
    if (percent < 1 || percent > 100) {
      throw new IllegalArgumentException("A percentile lies between 1 and 100");
    }
    if (sorted.isEmpty()) {
      return Duration.ZERO;
    }
    int rank = (percent * sorted.size() + 99) / 100;
    return sorted.get(rank - 1);
  }
}

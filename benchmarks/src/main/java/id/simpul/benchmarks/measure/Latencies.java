package id.simpul.benchmarks.measure;

import java.util.Arrays;

/** Every single latency of a round, kept whole. Not thread-safe. */
public final class Latencies {
  private long[] nanos = new long[1 << 14];
  private int count;

  /** Holds none yet. */
  public Latencies() {}

  /**
   * Notes one.
   *
   * @param value nanoseconds
   */
  public void add(long value) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = value;
  }

  /**
   * How many there are.
   *
   * @return a count
   */
  public int count() {
    return count;
  }

  /**
   * The latency that a share of all does not pass (nearest rank).
   *
   * @param share from 0 to 1, for example 0.99
   * @return milliseconds; zero when there are none
   */
  public double millis(double share) {
    if (share < 0 || share > 1) {
      throw new IllegalArgumentException("A share lies between 0 and 1");
    }
    if (count == 0) {
      return 0;
    }
    Arrays.sort(nanos, 0, count);
    int rank = Math.max(1, (int) Math.ceil(share * count));
    return nanos[rank - 1] / 1e6;
  }
}

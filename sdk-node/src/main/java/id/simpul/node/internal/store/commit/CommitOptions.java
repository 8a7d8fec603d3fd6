package id.simpul.node.internal.store.commit;

import java.time.Duration;

/**
 * How the writer gathers, bounds and drains.
 *
 * @param maxBatch the most commands in one commit; 1 commits each by itself
 * @param maxQueued the most commands that may wait
 * @param maxQueuedBytes the most bytes that may wait
 * @param drain how long closing commits what waits
 * @param tidyEvery how often what is past its time is forgotten
 * @param probeEvery how often a store that could not write tries again by itself
 */
public record CommitOptions(
    int maxBatch,
    int maxQueued,
    long maxQueuedBytes,
    Duration drain,
    Duration tidyEvery,
    Duration probeEvery) {

  /** Checks that everything is positive. */
  public CommitOptions {
    if (maxBatch < 1 || maxQueued < 1 || maxQueuedBytes < 1) {
      throw new IllegalArgumentException("Batch and queue hold at least 1");
    }
    if (drain.isNegative() || !isPositive(tidyEvery) || !isPositive(probeEvery)) {
      throw new IllegalArgumentException("Intervals are longer than nothing");
    }
  }

  private static boolean isPositive(Duration interval) {
    return !interval.isNegative() && !interval.isZero();
  }
}

package id.simpul.examples.twocities;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something, never for ever. */
final class Poll {
  private Poll() {}

  /**
   * Waits until something is so.
   *
   * @param interval between two looks
   * @param limit the longest wait
   * @param condition what to wait for
   * @param late what to throw when the limit has passed, or the thread was interrupted
   */
  static void until(
      Duration interval, Duration limit, BooleanSupplier condition, Supplier<StoryException> late) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > limit.toNanos() || Thread.currentThread().isInterrupted()) {
        throw late.get();
      }
      LockSupport.parkNanos(interval.toNanos());
    }
  }
}

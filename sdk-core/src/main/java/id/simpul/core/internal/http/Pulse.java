package id.simpul.core.internal.http;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;

/**
 * Elapsed time, chance and waiting, so that tests take no wall time.
 *
 * @param nanoTime a monotonic reading in nanoseconds
 * @param jitter draws evenly from zero to the bound given, both included
 * @param waiter how to wait
 */
record Pulse(LongSupplier nanoTime, LongUnaryOperator jitter, Waiter waiter) {
  /** The machine's own. */
  static final Pulse SYSTEM =
      new Pulse(
          System::nanoTime,
          bound -> ThreadLocalRandom.current().nextLong(bound + 1),
          (ended, nanos) -> ended.await(nanos, TimeUnit.NANOSECONDS));

  /** A wait that can be cut short. */
  @FunctionalInterface
  interface Waiter {
    /**
     * Waits.
     *
     * @param ended opens when the call is cancelled
     * @param nanos how long to wait at most
     * @return true when the call was cancelled meanwhile
     * @throws InterruptedException when the thread was interrupted
     */
    boolean await(CountDownLatch ended, long nanos) throws InterruptedException;
  }
}

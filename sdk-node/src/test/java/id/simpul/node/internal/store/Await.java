package id.simpul.node.internal.store;

import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
public final class Await {
  private Await() {}

  /**
   * Waits until something is so, or until the test's {@code @Timeout} interrupts it: a loop that
   * does not look for that would run for ever.
   *
   * @param condition what to wait for
   * @throws InterruptedException when the time of the test is over
   */
  public static void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("Waited in vain");
      }
      Thread.onSpinWait();
    }
  }
}

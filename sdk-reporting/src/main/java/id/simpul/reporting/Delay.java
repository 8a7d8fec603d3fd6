package id.simpul.reporting;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits without holding a thread. Must be thread-safe. */
@FunctionalInterface
interface Delay {
  /** The clock on the wall. */
  Delay SYSTEM =
      duration ->
          CompletableFuture.runAsync(
              () -> {},
              CompletableFuture.delayedExecutor(duration.toNanos(), TimeUnit.NANOSECONDS));

  CompletableFuture<?> after(Duration duration);
}

package id.simpul.core.internal.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/** Time that passes only while something waits, and chance that always draws the same. */
final class ScriptedPulse {
  private final List<Long> waits = new CopyOnWriteArrayList<>();
  private final AtomicLong skipped = new AtomicLong();
  private volatile LongUnaryOperator jitter = bound -> bound;

  Pulse pulse() {
    return new Pulse(
        () -> System.nanoTime() + skipped.get(),
        bound -> jitter.applyAsLong(bound),
        (ended, nanos) -> {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          waits.add(nanos);
          skipped.addAndGet(nanos);
          return ended.getCount() == 0;
        });
  }

  void advance(Duration time) {
    skipped.addAndGet(time.toNanos());
  }

  void jitter(LongUnaryOperator drawn) {
    this.jitter = drawn;
  }

  /** The waits asked for, in whole milliseconds. */
  List<Long> waitsMillis() {
    return waits.stream().map(n -> n / 1_000_000).toList();
  }
}

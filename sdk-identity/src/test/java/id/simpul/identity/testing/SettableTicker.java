package id.simpul.identity.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A monotonic reading that stands until it is moved. */
public final class SettableTicker implements LongSupplier {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1); // about to overflow

  @Override
  public long getAsLong() {
    return nanos.get();
  }

  /** Moves it. */
  public void advance(Duration by) {
    nanos.addAndGet(by.toNanos());
  }
}

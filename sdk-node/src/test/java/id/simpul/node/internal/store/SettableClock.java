package id.simpul.node.internal.store;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when it is told to. */
public final class SettableClock implements InstantSource {
  private volatile Instant now;

  /** A clock that stands at an instant. */
  public SettableClock(Instant now) {
    this.now = now;
  }

  /** Moves the clock on. */
  public void advance(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }
}

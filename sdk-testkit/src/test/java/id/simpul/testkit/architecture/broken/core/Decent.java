package id.simpul.testkit.architecture.broken.core;

import id.simpul.testkit.architecture.broken.core.internal.Hidden;
import java.time.InstantSource;
import java.util.List;

/** Breaks no rule, though it comes close. */
public final class Decent {
  static final List<String> NAMES = List.of("a", "b");
  private static final int[] NUMBERS = {1, 2};

  private final InstantSource clock;
  private final Hidden hidden;

  /** Takes what it needs. */
  public Decent(InstantSource clock) {
    this.clock = clock;
    this.hidden = new Hidden();
  }

  Hidden hidden() {
    return hidden;
  }

  /** Tells the time it was given. */
  public long now() {
    return clock.millis() + NUMBERS[0];
  }
}

package id.simpul.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until the test moves it. Thread-safe. */
public final class TestClock implements InstantSource {
  /** Where {@link #create()} starts: a Monday morning in Jambi. */
  public static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

  private final AtomicReference<Instant> now;

  private TestClock(Instant now) {
    this.now = new AtomicReference<>(Objects.requireNonNull(now, "now"));
  }

  /**
   * A clock that stands at {@link #START}.
   *
   * @return the clock
   */
  public static TestClock create() {
    return new TestClock(START);
  }

  /**
   * A clock that stands at an instant.
   *
   * @param now the instant
   * @return the clock
   */
  public static TestClock at(Instant now) {
    return new TestClock(now);
  }

  /**
   * The instant the clock stands at.
   *
   * @return the same until the clock is moved
   */
  @Override
  public Instant instant() {
    return now.get();
  }

  /**
   * Moves the clock to an instant, forward or back.
   *
   * @param instant where it stands from now on
   */
  public void set(Instant instant) {
    now.set(Objects.requireNonNull(instant, "instant"));
  }

  /**
   * Moves the clock by a duration.
   *
   * @param by how far; a negative one moves it back
   */
  public void advance(Duration by) {
    Objects.requireNonNull(by, "by");
    now.updateAndGet(instant -> instant.plus(by));
  }

  @Override
  public String toString() {
    return "TestClock[" + now.get() + "]";
  }
}

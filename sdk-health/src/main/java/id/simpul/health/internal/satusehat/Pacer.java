package id.simpul.health.internal.satusehat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Holds attempts back as the {@link Pace} says, those of all who share it. Thread-safe. */
public final class Pacer {
  private final Pace pace;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** How a wait for room ended. */
  public enum Admission {
    /** The attempt may begin, and must be ended with {@link Pacer#leave}. */
    ENTERED,
    /** There is no room in time. */
    NO_ROOM,
    /** Whoever waited has been given up. */
    CLOSED
  }

  /**
   * Makes a pacer.
   *
   * @param pace what says how many and when
   * @param nanoTime a clock that only goes forward
   */
  public Pacer(Pace pace, LongSupplier nanoTime) {
    this.pace = Objects.requireNonNull(pace, "pace");
    this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
  }

  /**
   * Waits until an attempt may begin.
   *
   * @param patience the longest wait in nanoseconds
   * @param closed tells whether the wait is in vain; looked at again at each {@link #wake}
   * @return whether it may
   * @throws InterruptedException when the thread is interrupted meanwhile
   */
  public Admission enter(long patience, BooleanSupplier closed) throws InterruptedException {
    long left = patience;
    lock.lockInterruptibly();
    try {
      while (!closed.getAsBoolean()) {
        long wait = pace.admit(nanoTime.getAsLong());
        if (wait == 0) {
          return Admission.ENTERED;
        }
        if (left <= 0 || wait > left) {
          return Admission.NO_ROOM;
        }
        long slice = wait == Pace.FULL ? left : wait;
        left -= slice - changed.awaitNanos(slice);
      }
      return Admission.CLOSED;
    } finally {
      lock.unlock();
    }
  }

  /** Lets all who wait look whether they wait in vain. */
  public void wake() {
    locked(() -> {});
  }

  /** An attempt that may begin has ended. */
  public void leave() {
    locked(pace::ended);
  }

  /**
   * The server asked for a wait.
   *
   * @param wait how long
   */
  public void asked(Duration wait) {
    locked(() -> pace.asked(nanoTime.getAsLong(), wait));
  }

  /**
   * The server said that it was too much.
   *
   * @param elapsed how long the attempt that was told so took
   */
  public void tooMuch(Duration elapsed) {
    locked(() -> pace.tooMuch(nanoTime.getAsLong(), nanoTime.getAsLong() - elapsed.toNanos()));
  }

  /** The server did what was asked, or refused it for another reason than too much. */
  public void wentWell() {
    locked(pace::wentWell);
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

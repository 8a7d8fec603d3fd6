package id.simpul.health.internal.satusehat;

import id.simpul.core.spi.CallObserver;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Holds calls back as the {@link Pace} says. As an observer it learns from every attempt, those the
 * pipeline repeats too. Thread-safe.
 */
public final class Pacer implements CallObserver {
  private static final String TOO_MANY_REQUESTS = "429";
  private static final String UNAVAILABLE = "503";
  private static final char SERVER_ERROR = '5';

  private final Pace pace;
  private final CallObserver next;
  private final LongSupplier nanoTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /**
   * Makes a pacer.
   *
   * @param pace what says how many and when
   * @param next who else watches
   * @param nanoTime a clock that only goes forward
   */
  public Pacer(Pace pace, CallObserver next, LongSupplier nanoTime) {
    this.pace = Objects.requireNonNull(pace, "pace");
    this.next = Objects.requireNonNull(next, "next");
    this.nanoTime = Objects.requireNonNull(nanoTime, "nanoTime");
  }

  /**
   * Waits until a call may begin.
   *
   * @param patience the longest wait
   * @return whether it may; if not, nothing need be ended
   * @throws InterruptedException when the thread is interrupted meanwhile
   */
  public boolean enter(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      long wait = pace.admit(nanoTime.getAsLong());
      while (wait != 0) {
        if (left <= 0 || wait > left) {
          return false;
        }
        long slice = wait == Pace.FULL ? left : wait;
        left -= slice - changed.awaitNanos(slice);
        wait = pace.admit(nanoTime.getAsLong());
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** A call that may begin has ended. */
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

  /** The gateway said that it was too much, with a status that does not. */
  public void tooMuch() {
    locked(() -> pace.tooMuch(nanoTime.getAsLong(), nanoTime.getAsLong()));
  }

  @Override
  public void attemptEnded(Attempt attempt) {
    String result = attempt.result();
    locked(() -> {
      long now = nanoTime.getAsLong();
      if (result.equals(TOO_MANY_REQUESTS) || result.equals(UNAVAILABLE)) {
        pace.tooMuch(now, now - attempt.elapsed().toNanos());
      } else if (isGood(result)) {
        pace.wentWell();
      }
    });
    next.attemptEnded(attempt);
  }

  // A failure of the gateway may be its word of too much, which its body alone tells.
  private static boolean isGood(String result) {
    char family = result.charAt(0);
    return family >= '1' && family < SERVER_ERROR;
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

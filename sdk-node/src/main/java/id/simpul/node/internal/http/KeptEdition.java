package id.simpul.node.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what anybody may read, and writes it anew at most every few seconds and by one thread,
 * however many ask. Thread-safe.
 *
 * @param <E> what is read, immutable
 */
public final class KeptEdition<E> {
  /** How far what is published may be behind. */
  public static final Duration LAG = Duration.ofSeconds(5);

  /**
   * Writes editions, one at a time.
   *
   * @param <E> what is written
   */
  @FunctionalInterface
  public interface Writer<E> {
    /**
     * Writes the next edition.
     *
     * @param before the one before, or null when there is none
     * @param now the time
     * @return the next, or the same when nothing has changed
     */
    E next(@Nullable E before, Instant now);
  }

  private final Writer<E> writer;
  private final InstantSource clock;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile @Nullable Kept<E> kept;

  /**
   * Keeps nothing at first.
   *
   * @param writer writes editions
   * @param clock says how old one is
   */
  public KeptEdition(Writer<E> writer, InstantSource clock) {
    this.writer = writer;
    this.clock = clock;
  }

  private record Kept<E>(E edition, Instant checkedAt) {
    // A clock that was set back makes nothing young for long.
    boolean isFreshAt(Instant now) {
      return !now.isBefore(checkedAt) && now.isBefore(checkedAt.plus(LAG));
    }
  }

  /**
   * What is read now.
   *
   * @return an edition at most {@link #LAG} old, or while the next is written, the one before
   */
  public E current() {
    Kept<E> before = kept;
    if (before != null && before.isFreshAt(clock.instant())) {
      return before.edition();
    }
    if (before == null) {
      writing.lock();
    } else if (!writing.tryLock()) {
      return before.edition();
    }
    try {
      return checked(clock.instant());
    } finally {
      writing.unlock();
    }
  }

  private E checked(Instant now) {
    Kept<E> before = kept;
    if (before != null && before.isFreshAt(now)) {
      return before.edition();
    }
    E edition = writer.next(before == null ? null : before.edition(), now);
    kept = new Kept<>(edition, now);
    return edition;
  }
}

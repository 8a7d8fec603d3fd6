package id.simpul.identity.credential;

import id.simpul.identity.TrustException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The place of one list, filled by one thread at a time. */
final class StatusListSlot {
  /** How long a failed attempt counts for all who ask, so that a dead host is left alone. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(10);

  private final Lock fetching = new ReentrantLock();
  private volatile StatusListSnapshot snapshot = StatusListSnapshot.EMPTY;

  StatusListSnapshot snapshot() {
    return snapshot;
  }

  /** A snapshot that is fresh, or that an attempt was made for not long ago. */
  StatusListSnapshot refresh(
      StatusListSource source,
      Function<StatusListSource, VerifiedStatusList> fetch,
      InstantSource clock) {
    fetching.lock();
    try {
      // Whoever waited here finds what the one before has brought.
      StatusListSnapshot current = snapshot;
      boolean recentlyFailed =
          current.failure() != null && clock.instant().isBefore(current.retryAt());
      if (current.fresh(source, clock.instant()) != null || recentlyFailed) {
        return current;
      }
      snapshot = attempt(current, source, fetch, clock);
      return snapshot;
    } finally {
      fetching.unlock();
    }
  }

  private static StatusListSnapshot attempt(
      StatusListSnapshot current,
      StatusListSource source,
      Function<StatusListSource, VerifiedStatusList> fetch,
      InstantSource clock) {
    try {
      return current.fetched(fetch.apply(source), source, clock.instant());
    } catch (TrustException e) {
      return current.failed(e, clock.instant().plus(RETRY_AFTER));
    }
  }
}

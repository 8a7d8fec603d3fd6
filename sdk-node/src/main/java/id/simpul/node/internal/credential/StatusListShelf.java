package id.simpul.node.internal.credential;

import id.simpul.identity.credential.StatusListPublisher;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps the signed status list for a while, because signing reads all of it. Thread-safe. */
final class StatusListShelf {
  /** How long a revocation at another process of the node may take to be seen here. */
  static final Duration KEPT = Duration.ofMinutes(1);

  private final StatusListPublisher list;
  private final InstantSource clock;
  private final Lock lock = new ReentrantLock();
  private @Nullable String token;
  private Instant signedAt = Instant.MIN;

  StatusListShelf(StatusListPublisher list, InstantSource clock) {
    this.list = list;
    this.clock = clock;
  }

  String token() {
    lock.lock();
    try {
      Instant now = clock.instant();
      String kept = token;
      if (kept == null || now.isBefore(signedAt) || !now.isBefore(signedAt.plus(KEPT))) {
        kept = list.sign();
        token = kept;
        signedAt = now;
      }
      return kept;
    } finally {
      lock.unlock();
    }
  }

  /** Has the next token say what was just changed. */
  void changed() {
    lock.lock();
    try {
      token = null;
    } finally {
      lock.unlock();
    }
  }
}

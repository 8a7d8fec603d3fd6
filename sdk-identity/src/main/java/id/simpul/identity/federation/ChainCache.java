package id.simpul.identity.federation;

import id.simpul.identity.federation.ChainReport.Problem;
import id.simpul.identity.internal.federation.BoundedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * What was resolved, and what could not be. The two are kept apart, so that names somebody invents
 * push no entity out that is trusted. Thread-safe.
 */
final class ChainCache {
  /** How long a failure is remembered, and how soon after one a refresh is tried again. */
  static final Duration RETRY_AFTER = Duration.ofSeconds(60);

  /**
   * The most bytes all chains that are kept may take. That is some thousand chains as they are, and
   * hundreds as an authority gone bad would make them.
   */
  static final long MAX_BYTES = 128L * 1024 * 1024;

  /**
   * Bytes that a character of a statement takes with all that was read from it: 15.5 were measured
   * for a statement of 6,300 members of a few characters.
   */
  static final int BYTES_PER_CHARACTER = 16;

  private final Duration refreshAfter;
  private final Lock lock = new ReentrantLock();
  private final BoundedMap<CacheKey, Kept> resolved;
  private final BoundedMap<CacheKey, Failed> failed;

  private record Kept(ResolvedEntity entity, Instant refreshAt) {
    long bytes() {
      return BYTES_PER_CHARACTER * characters();
    }

    private long characters() {
      return entity.chain().stream()
          .flatMap(chain -> chain.tokens().stream())
          .mapToLong(String::length)
          .sum();
    }
  }

  private record Failed(Problem problem, Instant until) {}

  ChainCache(int maxEntries, Duration refreshAfter) {
    this.refreshAfter = refreshAfter;
    resolved = new BoundedMap<>(maxEntries, MAX_BYTES, Kept::bytes);
    failed = new BoundedMap<>(maxEntries, Long.MAX_VALUE, f -> 1);
  }

  /** What was resolved and still holds. */
  Optional<ResolvedEntity> find(CacheKey key, Instant now) {
    return locked(() -> resolved.get(key).map(Kept::entity).filter(e -> holds(e, now)));
  }

  /** Why it could not be resolved a short while ago. */
  Optional<Problem> problem(CacheKey key, Instant now) {
    return locked(() -> failed.get(key).filter(f -> now.isBefore(f.until())).map(Failed::problem));
  }

  /** Whether it is time to resolve it again; true for one caller, and for the next one later. */
  boolean claimRefresh(CacheKey key, Instant now) {
    return locked(() -> {
      Optional<Kept> due = resolved.get(key).filter(kept -> !now.isBefore(kept.refreshAt()));
      due.ifPresent(kept -> resolved.put(key, new Kept(kept.entity(), now.plus(RETRY_AFTER))));
      return due.isPresent();
    });
  }

  /** Forgets what was resolved. */
  void drop(CacheKey key) {
    locked(() -> {
      resolved.remove(key);
      return key;
    });
  }

  /**
   * Keeps what came of a resolution. A failure takes nothing away that still holds, unless those
   * above the entity say that they do not stand for it any more.
   */
  void keep(CacheKey key, Outcome outcome, Instant now) {
    ResolvedEntity entity = outcome.entity();
    locked(() -> {
      if (entity != null) {
        keep(key, entity, outcome.report().unsureMarks(), now);
        failed.remove(key);
      } else {
        if (outcome.isWithdrawn()) {
          resolved.remove(key);
        }
        outcome
            .report()
            .problem()
            .ifPresent(p -> failed.put(key, new Failed(p, now.plus(RETRY_AFTER))));
      }
      return entity;
    });
  }

  // Marks nothing is known of now stay as they were, and are soon asked for again.
  private void keep(CacheKey key, ResolvedEntity entity, Set<String> unsureMarks, Instant now) {
    Duration next = untilRefresh(entity, now);
    if (unsureMarks.isEmpty()) {
      resolved.put(key, new Kept(entity, now.plus(next)));
      return;
    }
    ResolvedEntity whole =
        resolved
            .get(key)
            .map(Kept::entity)
            .filter(before -> holds(before, now))
            .map(before -> entity.withMarksOf(before, unsureMarks, now))
            .orElse(entity);
    resolved.put(key, new Kept(whole, now.plus(shorter(next, RETRY_AFTER))));
  }

  /** In time before it runs out, however short it lives. */
  private Duration untilRefresh(ResolvedEntity entity, Instant now) {
    Duration half = Duration.between(now, entity.expiresAt()).dividedBy(2);
    return shorter(half, refreshAfter);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static boolean holds(ResolvedEntity entity, Instant now) {
    return now.isBefore(entity.expiresAt());
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}

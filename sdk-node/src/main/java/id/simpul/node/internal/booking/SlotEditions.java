package id.simpul.node.internal.booking;

import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.booking.BookingStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the edition of the slots that readers get, and writes a new one when something changed, at
 * most every few seconds and by one thread, however many ask. Thread-safe.
 */
final class SlotEditions {
  /** How far what is published may be behind. */
  static final Duration LAG = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(SlotEditions.class);

  private final String base;
  private final Store store;
  private final BookingStore bookings;
  private final Answers answers;
  private final InstantSource clock;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile @Nullable Kept kept;

  /**
   * Keeps nothing at first.
   *
   * @param base the URL of the endpoint
   * @param store where the slots are
   * @param answers writes times
   * @param clock says how old an edition is
   */
  SlotEditions(String base, Store store, Answers answers, InstantSource clock) {
    this.base = base;
    this.store = store;
    this.bookings = store.bookings();
    this.answers = answers;
    this.clock = clock;
  }

  /** What an edition was made of. */
  private record Version(long sequence, Instant changedAt) {}

  private record Kept(SlotEdition edition, Version version, Instant checkedAt) {
    // A clock that was set back makes nothing young for long.
    boolean isFreshAt(Instant now) {
      return !now.isBefore(checkedAt) && now.isBefore(checkedAt.plus(LAG));
    }
  }

  /** The edition: at most {@link #LAG} old, or while the next is written, the one before. */
  SlotEdition current() {
    Kept before = kept;
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

  private SlotEdition checked(Instant now) {
    Kept before = kept;
    if (before != null && before.isFreshAt(now)) {
      return before.edition();
    }
    // Looked at first: what changes meanwhile is found by the next.
    Version version = new Version(store.head().sequence(), bookings.changedAt(now));
    SlotEdition edition =
        before != null && before.version().equals(version)
            ? before.edition()
            : written(version, now);
    kept = new Kept(edition, version, now);
    return edition;
  }

  private SlotEdition written(Version version, Instant now) {
    List<SlotUse> slots = bookings.slots(now).stream().map(use -> seen(use, now)).toList();
    SlotEdition edition =
        SlotEdition.of(base, answers.time(version.changedAt()), slots, bookings.places(now));
    if (edition.left() > 0) {
      LOG.warn("{} of {} slots are not published yet: too many", edition.left(), slots.size());
    }
    return edition;
  }

  // A slot that has begun takes nobody more, so none of its places is free.
  private static SlotUse seen(SlotUse use, Instant now) {
    boolean begun = !now.isBefore(use.slot().start().toInstant());
    return begun ? new SlotUse(use.slot(), use.slot().capacity()) : use;
  }
}

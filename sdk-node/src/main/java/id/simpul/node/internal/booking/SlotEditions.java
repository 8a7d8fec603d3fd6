package id.simpul.node.internal.booking;

import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.internal.http.KeptEdition;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.booking.BookingStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The edition of the slots that readers get, written anew when something changed. Thread-safe. */
final class SlotEditions {
  private static final Logger LOG = LoggerFactory.getLogger(SlotEditions.class);

  private final String base;
  private final Store store;
  private final BookingStore bookings;
  private final Answers answers;
  private final KeptEdition<Versioned> kept;

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
    this.kept = new KeptEdition<>(this::next, clock);
  }

  /** What an edition was made of. */
  private record Version(long sequence, Instant changedAt) {}

  private record Versioned(SlotEdition edition, Version version) {}

  /** The edition: at most {@link KeptEdition#LAG} old, or while the next is written, the last. */
  SlotEdition current() {
    return kept.current().edition();
  }

  private Versioned next(@Nullable Versioned before, Instant now) {
    // Looked at first: what changes meanwhile is found by the next.
    Version version = new Version(store.head().sequence(), bookings.changedAt(now));
    return before != null && before.version().equals(version)
        ? before
        : new Versioned(written(version, now), version);
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

package id.simpul.node.internal.store.sqlite;

import static id.simpul.node.internal.store.sqlite.Bookings.by;
import static id.simpul.node.internal.store.sqlite.Bookings.confirm;
import static id.simpul.node.internal.store.sqlite.Bookings.hold;
import static id.simpul.node.internal.store.sqlite.Bookings.once;
import static id.simpul.node.internal.store.sqlite.Bookings.word;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainVerifier;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.booking.AgendaOutcome;
import id.simpul.node.internal.store.booking.BookingEvents;
import id.simpul.node.internal.store.booking.BookingStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random slots, holds, registrations, cancellations, doses, repetitions and ends, over days, in two
 * stores on one file, against a model of one page. A failure names its seed.
 */
final class BookingModelTest {
  private static final int STEPS = 600;
  private static final int SLOTS = 3;
  private static final int PEOPLE = 6;
  private static final int KEYS = 12;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Bookings.START);
  private final BookingModel model = new BookingModel();
  private int offered;
  private int changes;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void randomCommands_twoStores_doWhatTheModelDoes(long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    try (Store one = store();
        Store other = store();
        RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      offer(one);
      for (int step = 0; step < STEPS; step++) {
        Store store = random.nextBoolean() ? one : other;
        step(step, random, store);
        check(raw, one.bookings(), "seed " + seed + ", step " + step);
      }
      clock.advance(Bookings.HOLD);
      sweep(one);
      sweep(other);
      checkEvents(one);
      assertThat(new ChainVerifier(one).verify()).isInstanceOf(ChainReport.Intact.class);
    }
  }

  private Store store() {
    // Tidied by the steps of this test alone.
    return SqliteStore.open(
        SqliteOptions.builder(folder.resolve("node.db"))
            .tidyEvery(Duration.ofDays(1))
            .registrationRetention(BookingModel.RETENTION)
            .build(),
        Samples.vault(),
        clock);
  }

  /** Offers the slots of the next day. */
  private void offer(Store store) {
    for (int i = 1; i <= SLOTS; i++) {
      offered++;
      offer(store, "s-" + offered, i, clock.instant().plus(Duration.ofDays(1)));
    }
  }

  private void offer(Store store, String slot, int capacity, Instant begin) {
    String stream = "agenda-" + clock.instant() + "-" + slot + "-" + capacity + "-" + changes++;
    assertThat(
            Bookings.offer(store.bookings(), stream, slot, capacity, begin)
                instanceof AgendaOutcome.Taken)
        .as("%s with %s places", slot, capacity)
        .isEqualTo(model.offer(slot, capacity, begin, clock.instant()));
  }

  private void sweep(Store store) {
    store.sweep().join();
    model.sweep(clock.instant());
  }

  private void step(int step, SplittableRandom random, Store store) {
    BookingStore bookings = store.bookings();
    String id = id(random);
    String person = "person-" + random.nextInt(PEOPLE);
    @Nullable String key = random.nextInt(3) == 0 ? "key-" + random.nextInt(KEYS) : null;
    switch (random.nextInt(10)) {
      case 0, 1, 2, 3 -> {
        String slot = "s-" + (random.nextInt(20) == 0 ? 999 : slot(random));
        String fresh = "b-" + step;
        assertThat(
                word(
                    bookings.hold(
                        hold(
                            fresh,
                            slot,
                            BookingModel.MOST_HELD,
                            key == null ? null : once(key, "hold " + slot)))))
            .as("step %s: hold", step)
            .isEqualTo(model.hold(fresh, slot, key, clock.instant()));
      }
      case 4, 5, 6 -> {
        String content = "confirm " + id + " " + person;
        assertThat(
                word(
                    bookings.confirm(confirm(id, person, key == null ? null : once(key, content)))))
            .as("step %s: confirm", step)
            .isEqualTo(model.confirm(id, person, key, clock.instant()));
      }
      case 7 ->
          assertThat(word(bookings.cancel(new StreamId(id), by(null))))
              .as("step %s: cancel", step)
              .isEqualTo(model.cancel(id, clock.instant()));
      case 8 -> {
        String record = "Immunization/" + random.nextInt(2 + step / 20);
        assertThat(word(bookings.fulfil(new StreamId(id), record, by(null))))
            .as("step %s: fulfil", step)
            .isEqualTo(model.fulfil(id, record, clock.instant()));
      }
      default -> {
        clock.advance(Duration.ofSeconds(random.nextInt(300)));
        switch (random.nextInt(12)) {
          case 0, 1, 2 -> sweep(store);
          case 3 -> {
            clock.advance(Duration.ofHours(random.nextInt(36)));
            offer(store);
          }
          case 4, 5 -> {
            int changed = slot(random);
            offer(store, "s-" + changed, random.nextInt(4), model.start("s-" + changed));
          }
          default -> {} // time alone
        }
      }
    }
  }

  /** One of the slots of late, or rarely any. */
  private int slot(SplittableRandom random) {
    int latest = random.nextInt(10) == 0 ? offered : Math.min(offered, 2 * SLOTS);
    return offered - random.nextInt(latest);
  }

  private String id(SplittableRandom random) {
    var ids = model.ids();
    return ids.isEmpty() || random.nextInt(20) == 0
        ? "nobody"
        : ids.get(random.nextInt(ids.size()));
  }

  private void check(RawDatabase raw, BookingStore bookings, String where) throws Exception {
    for (SlotUse use : bookings.slots(clock.instant())) {
      assertThat(use.taken())
          .as(where)
          .isEqualTo(model.taken(use.slot().id(), clock.instant()))
          .isBetween(0, use.slot().capacity());
      assertThat(raw.text("SELECT booked FROM vaccination_slot WHERE id = ?", use.slot().id()))
          .as(where)
          .isEqualTo(Integer.toString(model.booked(use.slot().id(), clock.instant())));
    }
    assertThat(
            raw.text(
                "SELECT count(*) FROM vaccination_slot s WHERE s.held <> (SELECT count(*) FROM"
                    + " booking b WHERE b.slot = s.number AND b.state = 'held') OR"
                    + " s.held + s.booked > s.capacity"))
        .as(where)
        .isEqualTo("0");
  }

  /** Each booking was held once, and ended once at most, as its state says. */
  private void checkEvents(Store store) {
    Map<String, Integer> held = new HashMap<>();
    Map<String, Integer> ended = new HashMap<>();
    Map<String, Integer> missed = new HashMap<>();
    Map<String, Integer> erased = new HashMap<>();
    List<Event> events = store.eventsAfter(0, Store.MAX_PAGE);
    assertThat(events).as("all there are").hasSize((int) store.head().sequence());
    for (Event event : events) {
      String id = event.stream().value();
      if (event.type().equals(BookingEvents.HELD)) {
        held.merge(id, 1, Integer::sum);
      } else if (event.type().equals(BookingEvents.ERASED)) {
        erased.merge(id, 1, Integer::sum);
      } else if (event.type().equals(BookingEvents.MISSED)) {
        missed.merge(id, 1, Integer::sum);
      } else if (!event.type().equals(BookingEvents.CONFIRMED)
          && !event.type().equals(BookingEvents.AGENDA_UPDATED)) {
        ended.merge(id, 1, Integer::sum);
      }
    }
    for (String id : model.ids()) {
      assertThat(held).as(id).containsEntry(id, 1);
      boolean open = List.of("confirmed", "missed").contains(model.state(id, clock.instant()));
      int ends = open ? 0 : 1;
      assertThat(erased.getOrDefault(id, 0)).as(id).isEqualTo(model.wasErased(id) ? 1 : 0);
      assertThat(missed.getOrDefault(id, 0)).as(id).isEqualTo(model.wasMissed(id) ? 1 : 0);
      assertThat(ended.getOrDefault(id, 0)).as(id).isEqualTo(ends);
    }
  }
}

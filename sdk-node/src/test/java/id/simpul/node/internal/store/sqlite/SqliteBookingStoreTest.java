package id.simpul.node.internal.store.sqlite;

import static id.simpul.node.internal.store.sqlite.Bookings.BEGIN;
import static id.simpul.node.internal.store.sqlite.Bookings.HOLD;
import static id.simpul.node.internal.store.sqlite.Bookings.START;
import static id.simpul.node.internal.store.sqlite.Bookings.agenda;
import static id.simpul.node.internal.store.sqlite.Bookings.by;
import static id.simpul.node.internal.store.sqlite.Bookings.confirm;
import static id.simpul.node.internal.store.sqlite.Bookings.hold;
import static id.simpul.node.internal.store.sqlite.Bookings.once;
import static id.simpul.node.internal.store.sqlite.Bookings.slot;
import static id.simpul.node.internal.store.sqlite.Bookings.word;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Violation;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.wire.AgendaForm;
import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainVerifier;
import id.simpul.node.internal.store.Envelope;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.EventType;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.booking.AgendaOutcome;
import id.simpul.node.internal.store.booking.BookingCommand;
import id.simpul.node.internal.store.booking.BookingEvents;
import id.simpul.node.internal.store.booking.BookingState;
import id.simpul.node.internal.store.booking.BookingStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bookings, in two stores that share one file. */
final class SqliteBookingStoreTest {
  private static final int THREADS = 64;
  private static final String SOMEBODY = "Bakalo Mirasi";
  private static final Duration RETENTION = Duration.ofDays(30);
  private static final Instant MISSED_AT =
      BEGIN.plus(Bookings.LENGTH).plus(BookingStore.MISSED_AFTER);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(START);
  private Store one;
  private Store other;

  @BeforeEach
  void open() {
    one = store();
    other = store();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private Store store() {
    return SqliteStore.open(
        SqliteOptions.builder(folder.resolve("node.db")).registrationRetention(RETENTION).build(),
        Samples.vault(),
        clock);
  }

  /** What one call gives, called by many threads, half of them at each store. */
  @FunctionalInterface
  private interface Call {
    String at(BookingStore bookings, int thread);
  }

  private List<String> atOnce(Call call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<String>> calls = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        int thread = i;
        Store store = i % 2 == 0 ? one : other;
        calls.add(
            threads.submit(() -> {
              start.await();
              return call.at(store.bookings(), thread);
            }));
      }
      start.countDown();
      List<String> words = new ArrayList<>();
      for (Future<String> each : calls) {
        words.add(each.get());
      }
      return words;
    } finally {
      threads.shutdownNow();
    }
  }

  private String counters(String slot) throws SQLException {
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      return raw.text(
          "SELECT held || ' held, ' || booked || ' booked' FROM vaccination_slot WHERE id = ?",
          slot);
    }
  }

  private List<EventType> events(String stream) {
    return one.events(new StreamId(stream)).stream().map(Event::type).toList();
  }

  private long count(EventType type) {
    return one.eventsAfter(0, 1000).stream().filter(e -> e.type().equals(type)).count();
  }

  private String database() throws Exception {
    StringBuilder content = new StringBuilder();
    for (String file : List.of("node.db", "node.db-wal")) {
      content.append(Files.readString(folder.resolve(file), StandardCharsets.ISO_8859_1));
    }
    return content.toString();
  }

  @Test
  void hold_moreThanThereIsRoomFor_fillsTheSlotAndNoMore() throws Exception {
    Bookings.with(one.bookings(), "s-1", 40);

    List<String> outcomes =
        atOnce((bookings, i) -> word(bookings.hold(hold("b-" + i, "s-1", null))));

    assertThat(Collections.frequency(outcomes, "held")).isEqualTo(40);
    assertThat(Collections.frequency(outcomes, "FULL")).isEqualTo(THREADS - 40);
    assertThat(counters("s-1")).isEqualTo("40 held, 0 booked");
    assertThat(count(BookingEvents.HELD)).isEqualTo(40);
  }

  @Test
  void hold_sameKeyFromManyThreads_hasOneEffect() throws Exception {
    Bookings.with(one.bookings(), "s-1", 5);

    List<String> ids =
        atOnce((bookings, i) ->
            Bookings.done(bookings.hold(hold("b-" + i, "s-1", once("k", "s-1")))).id().value());

    assertThat(ids).hasSize(THREADS).containsOnly(ids.get(0));
    assertThat(counters("s-1")).isEqualTo("1 held, 0 booked");
  }

  @Test
  void hold_sameKeyWithAnotherContent_isRefused() {
    Bookings.with(one.bookings(), "s-1", 5);
    one.bookings().hold(hold("b-1", "s-1", once("k", "s-1")));

    assertThat(word(other.bookings().hold(hold("b-2", "s-1", once("k", "s-2")))))
        .isEqualTo("KEY_CONFLICT");
    assertThat(other.bookings().find(new StreamId("b-2"))).isEmpty();
  }

  @Test
  void hold_slotThatBeganOrIsNone_isRefused() {
    Bookings.with(one.bookings(), "s-1", 5);

    assertThat(word(one.bookings().hold(hold("b-1", "s-9", null)))).isEqualTo("UNKNOWN_SLOT");
    clock.advance(Duration.ofDays(1).minusNanos(1000));
    assertThat(word(one.bookings().hold(hold("b-2", "s-1", null)))).isEqualTo("held");
    clock.advance(Duration.ofNanos(1000));
    assertThat(word(one.bookings().hold(hold("b-3", "s-1", null)))).isEqualTo("CLOSED");
  }

  @Test
  void hold_slotBeginsBeforeItsTimeIsOver_endsWithTheStart() {
    Bookings.with(one.bookings(), "s-1", 5);
    clock.advance(Duration.ofDays(1).minusNanos(2000));
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().hold(hold("b-2", "s-1", null));
    clock.advance(Duration.ofNanos(1000));
    assertThat(word(one.bookings().confirm(confirm("b-1", "a", null)))).isEqualTo("confirmed");
    clock.advance(Duration.ofNanos(1000));

    assertThat(word(one.bookings().confirm(confirm("b-2", "b", null)))).isEqualTo("EXPIRED");
    assertThat(one.bookings().find(new StreamId("b-2")).orElseThrow().terms().expiresAt())
        .isEqualTo(START.plus(Duration.ofDays(1)));
  }

  @Test
  void hold_asManyAsTheCallerMay_isRefusedToThemAlone() throws Exception {
    Bookings.with(one.bookings(), "s-1", 100);

    List<String> outcomes =
        atOnce((bookings, i) -> word(bookings.hold(hold("b-" + i, "s-1", 20, null))));

    assertThat(Collections.frequency(outcomes, "held")).isEqualTo(20);
    assertThat(Collections.frequency(outcomes, "TOO_MANY_HOLDS")).isEqualTo(THREADS - 20);
    assertThat(word(one.bookings().hold(hold("c", "s-1", 21, null)))).isEqualTo("held");
    BookingCommand.By worker = new BookingCommand.By(Bookings.WORKER, Optional.empty(), null);
    assertThat(
            word(
                one.bookings()
                    .hold(
                        new BookingCommand.Hold(
                            new StreamId("w"),
                            "s-1",
                            new BookingCommand.Allowance(HOLD, 1),
                            worker))))
        .isEqualTo("held");
  }

  @Test
  void hold_thatCameToNothing_countsToItsEnd() {
    Bookings.with(one.bookings(), "s-1", 100);
    one.bookings().hold(hold("b-1", "s-1", 2, once("k", "x")));
    one.bookings().hold(hold("b-2", "s-1", 2, null));
    assertThat(word(one.bookings().hold(hold("b-3", "s-1", 2, null)))).isEqualTo("TOO_MANY_HOLDS");
    assertThat(word(one.bookings().hold(hold("b-1", "s-1", 2, once("k", "x"))))).isEqualTo("held");
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));
    assertThat(word(one.bookings().hold(hold("b-4", "s-1", 2, null)))).isEqualTo("held");
    one.bookings().cancel(new StreamId("b-2"), by(null));

    assertThat(word(one.bookings().hold(hold("b-5", "s-1", 2, null)))).isEqualTo("TOO_MANY_HOLDS");
    clock.advance(HOLD);
    assertThat(word(one.bookings().hold(hold("b-6", "s-1", 2, null)))).isEqualTo("held");
  }

  @Test
  void sweep_holdsThatCameToNothing_areForgottenAndTheLogHasThem() throws Exception {
    Bookings.with(one.bookings(), "s-1", 100);
    for (String id : List.of("expired", "cancelled", "confirmed", "given back")) {
      one.bookings().hold(hold(id.replace(' ', '-'), "s-1", null));
    }
    one.bookings().cancel(new StreamId("cancelled"), by(null));
    for (String id : List.of("confirmed", "given-back")) {
      one.bookings().confirm(confirm(id, id, null));
    }
    one.bookings().cancel(new StreamId("given-back"), by(null));
    clock.advance(HOLD.plus(BookingStore.UNUSED_KEPT).minusNanos(1000));
    one.sweep().join();
    one.sweep().join();
    assertThat(one.bookings().find(new StreamId("expired"))).isPresent();
    clock.advance(Duration.ofNanos(1000));

    one.sweep().join();

    assertThat(one.bookings().find(new StreamId("expired"))).isEmpty();
    assertThat(one.bookings().find(new StreamId("cancelled"))).isEmpty();
    assertThat(one.bookings().find(new StreamId("confirmed"))).isPresent();
    assertThat(one.bookings().find(new StreamId("given-back"))).isPresent();
    assertThat(events("expired")).containsExactly(BookingEvents.HELD, BookingEvents.EXPIRED);
    assertThat(word(one.bookings().cancel(new StreamId("expired"), by(null))))
        .isEqualTo("UNKNOWN_BOOKING");
    assertThat(counters("s-1")).isEqualTo("0 held, 1 booked");
  }

  @Test
  void hold_itsTimeIsOver_givesItsPlaceBackOnce() throws Exception {
    Bookings.with(one.bookings(), "s-1", 1);
    one.bookings().hold(hold("b-0", "s-1", null));
    clock.advance(HOLD.minusNanos(1000));
    assertThat(word(one.bookings().hold(hold("b-1", "s-1", null)))).isEqualTo("FULL");
    clock.advance(Duration.ofNanos(1000));

    List<String> outcomes =
        atOnce((bookings, i) -> word(bookings.hold(hold("c-" + i, "s-1", null))));

    assertThat(Collections.frequency(outcomes, "held")).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, "FULL")).isEqualTo(THREADS - 1);
    assertThat(counters("s-1")).isEqualTo("1 held, 0 booked");
    assertThat(events("b-0")).containsExactly(BookingEvents.HELD, BookingEvents.EXPIRED);
    assertThat(one.events(new StreamId("b-0")).get(1).envelope().occurredAt())
        .isEqualTo(START.plus(HOLD));
  }

  @Test
  void sweep_holdsThatAreOver_endsEachOnce() throws Exception {
    Bookings.with(one.bookings(), "s-1", 50);
    atOnce((bookings, i) -> word(bookings.hold(hold("b-" + i, "s-1", null))));
    clock.advance(HOLD);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    Future<Integer> mine = threads.submit(() -> one.sweep().join());
    Future<Integer> theirs = threads.submit(() -> other.sweep().join());

    assertThat(mine.get() + theirs.get()).isEqualTo(50);
    threads.shutdownNow();
    assertThat(count(BookingEvents.EXPIRED)).isEqualTo(50);
    assertThat(counters("s-1")).isEqualTo("0 held, 0 booked");
    assertThat(new ChainVerifier(one).verify()).isInstanceOf(ChainReport.Intact.class);
  }

  @Test
  void confirm_manyHoldsForOnePerson_areOneBooking() throws Exception {
    Bookings.with(one.bookings(), "s-1", THREADS);
    atOnce((bookings, i) -> word(bookings.hold(hold("b-" + i, "s-1", null))));

    List<String> outcomes =
        atOnce((bookings, i) -> word(bookings.confirm(confirm("b-" + i, SOMEBODY, null))));

    assertThat(Collections.frequency(outcomes, "confirmed")).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, "ALREADY_BOOKED")).isEqualTo(THREADS - 1);
    assertThat(counters("s-1")).isEqualTo((THREADS - 1) + " held, 1 booked");
  }

  @Test
  void confirm_sameHoldManyTimes_isOneBookingOfOneOfThem() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));

    List<String> outcomes =
        atOnce((bookings, i) ->
            word(bookings.confirm(confirm("b-1", "person-" + i % 2, once("k" + i, "x")))));

    assertThat(Collections.frequency(outcomes, "confirmed")).isEqualTo(THREADS / 2);
    assertThat(Collections.frequency(outcomes, "NOT_HELD")).isEqualTo(THREADS / 2);
    assertThat(counters("s-1")).isEqualTo("0 held, 1 booked");
    assertThat(events("b-1")).containsExactly(BookingEvents.HELD, BookingEvents.CONFIRMED);
  }

  @Test
  void confirm_sameKeyAgain_isAnsweredTheSameAndWithAnotherContentRefused() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, once("k", "x")));
    clock.advance(HOLD);

    assertThat(word(other.bookings().confirm(confirm("b-1", SOMEBODY, once("k", "x")))))
        .isEqualTo("confirmed");
    assertThat(word(other.bookings().confirm(confirm("b-1", SOMEBODY, once("k", "y")))))
        .isEqualTo("KEY_CONFLICT");
    assertThat(events("b-1")).hasSize(2);
  }

  @Test
  void confirm_samePersonAgainUnderAnotherKey_keepsThatKeyToo() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().hold(hold("b-2", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, once("k-1", "x")));

    assertThat(word(other.bookings().confirm(confirm("b-1", SOMEBODY, once("k-2", "x")))))
        .isEqualTo("confirmed");
    assertThat(word(one.bookings().confirm(confirm("b-2", "somebody else", once("k-2", "y")))))
        .isEqualTo("KEY_CONFLICT");
    assertThat(counters("s-1")).isEqualTo("1 held, 1 booked");
  }

  @Test
  void confirm_samePersonWithOtherDetails_isRefusedAndChangesNothing() {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    BookingCommand.Confirm first = confirm("b-1", SOMEBODY, null);
    one.bookings().confirm(first);

    for (BookingCommand.Confirm changed :
        List.of(
            new BookingCommand.Confirm(
                first.id(), first.person(), 2, first.registration(), by(once("k-1", "x"))),
            new BookingCommand.Confirm(
                first.id(), first.person(), 1, new byte[] {1}, by(once("k-2", "x"))))) {
      assertThat(word(other.bookings().confirm(changed))).isEqualTo("NOT_HELD");
    }
    assertThat(one.identity(first.id())).contains(first.registration());
    assertThat(one.bookings().find(first.id()).orElseThrow().terms().dose()).isEqualTo(1);
    assertThat(word(one.bookings().confirm(confirm("b-1", SOMEBODY, once("k-1", "x")))))
        .isEqualTo("confirmed");
  }

  @Test
  void confirm_thatFails_takesNothingAndKeepsNoKey() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));
    one.bookings().hold(hold("b-2", "s-1", null));

    assertThat(word(one.bookings().confirm(confirm("b-2", SOMEBODY, once("k", "x")))))
        .isEqualTo("ALREADY_BOOKED");
    assertThat(counters("s-1")).isEqualTo("1 held, 1 booked");
    assertThat(one.identity(new StreamId("b-2"))).isEmpty();
    one.bookings().cancel(new StreamId("b-1"), by(null));
    assertThat(word(one.bookings().confirm(confirm("b-2", SOMEBODY, once("k", "x")))))
        .isEqualTo("confirmed");
  }

  @Test
  void confirm_peopleWhoAreBookedAlready_endTheHoldWithTheLastOfThem() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));
    one.bookings().hold(hold("b-2", "s-1", null));

    for (int i = 1; i <= BookingStore.MAX_REFUSALS; i++) {
      assertThat(counters("s-1")).as("before refusal " + i).isEqualTo("1 held, 1 booked");
      assertThat(word(other.bookings().confirm(confirm("b-2", SOMEBODY, null))))
          .isEqualTo("ALREADY_BOOKED");
    }

    assertThat(counters("s-1")).isEqualTo("0 held, 1 booked");
    assertThat(word(one.bookings().confirm(confirm("b-2", SOMEBODY, null)))).isEqualTo("NOT_HELD");
    assertThat(word(one.bookings().confirm(confirm("b-2", "else", null)))).isEqualTo("NOT_HELD");
    assertThat(events("b-2")).containsExactly(BookingEvents.HELD, BookingEvents.CANCELLED);
  }

  @Test
  void confirm_atTheEndOfTheHold_isTooLate() {
    Bookings.with(one.bookings(), "s-1", 2);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().hold(hold("b-2", "s-1", null));
    clock.advance(HOLD.minusNanos(1000));
    assertThat(word(one.bookings().confirm(confirm("b-1", "a", null)))).isEqualTo("confirmed");
    clock.advance(Duration.ofNanos(1000));

    assertThat(word(one.bookings().confirm(confirm("b-2", "b", null)))).isEqualTo("EXPIRED");
    assertThat(word(one.bookings().confirm(confirm("b-9", "b", null))))
        .isEqualTo("UNKNOWN_BOOKING");
  }

  @Test
  void holdSaidToBeOver_clockGoesBack_staysOver() throws Exception {
    Bookings.with(one.bookings(), "s-1", 4);
    for (String id : List.of("b-1", "b-2", "b-3", "b-4")) {
      one.bookings().hold(hold(id, "s-1", once(id, id)));
    }
    clock.advance(HOLD);
    assertThat(word(one.bookings().confirm(confirm("b-1", "a", null)))).isEqualTo("EXPIRED");
    assertThat(word(one.bookings().cancel(new StreamId("b-2"), by(null)))).isEqualTo("expired");
    assertThat(one.bookings().find(new StreamId("b-3")).orElseThrow().terms().state().word())
        .isEqualTo("expired");
    assertThat(word(one.bookings().hold(hold("c", "s-1", once("b-4", "b-4")))))
        .isEqualTo("expired");
    clock.advance(HOLD.negated());

    for (String id : List.of("b-1", "b-2", "b-3", "b-4")) {
      assertThat(word(other.bookings().confirm(confirm(id, id, null)))).isEqualTo("EXPIRED");
      assertThat(events(id)).containsExactly(BookingEvents.HELD, BookingEvents.EXPIRED);
    }
    assertThat(counters("s-1")).isEqualTo("0 held, 0 booked");
  }

  @Test
  void confirm_inAnotherCampaignOrAfterTheDose_isAnotherBooking() {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings()
        .update(new StreamId("agenda"), agenda(slot("s-2", "influenza").capacity(3).build()), "x");
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().hold(hold("b-2", "s-2", null));
    one.bookings().hold(hold("b-3", "s-1", null));

    assertThat(word(one.bookings().confirm(confirm("b-1", SOMEBODY, null)))).isEqualTo("confirmed");
    assertThat(word(one.bookings().confirm(confirm("b-2", SOMEBODY, null)))).isEqualTo("confirmed");
    assertThat(word(one.bookings().fulfil(new StreamId("b-1"), "Immunization/1", by(null))))
        .isEqualTo("fulfilled");
    assertThat(word(one.bookings().confirm(confirm("b-3", SOMEBODY, null)))).isEqualTo("confirmed");
  }

  @Test
  void cancel_manyTimes_givesOnePlaceBackAndErasesThePerson() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));
    StreamId id = new StreamId("b-1");
    assertThat(one.identity(id)).isPresent();

    List<String> outcomes = atOnce((bookings, i) -> word(bookings.cancel(id, by(null))));

    assertThat(outcomes).containsOnly("cancelled");
    assertThat(counters("s-1")).isEqualTo("0 held, 0 booked");
    assertThat(events("b-1")).hasSize(3);
    assertThat(one.identity(id)).isEmpty();
    assertThat(one.bookings().findActive("covid-19", List.of("pseudonym-of-" + SOMEBODY)))
        .isEmpty();
  }

  @Test
  void cancel_hold_givesItsPlaceBack() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().hold(hold("b-2", "s-1", null));

    assertThat(word(one.bookings().cancel(new StreamId("b-1"), by(null)))).isEqualTo("cancelled");
    clock.advance(HOLD);
    assertThat(word(one.bookings().cancel(new StreamId("b-2"), by(null)))).isEqualTo("expired");
    one.sweep().join();
    assertThat(counters("s-1")).isEqualTo("0 held, 0 booked");
    assertThat(events("b-1")).containsExactly(BookingEvents.HELD, BookingEvents.CANCELLED);
    assertThat(events("b-2")).containsExactly(BookingEvents.HELD, BookingEvents.EXPIRED);
  }

  @Test
  void anotherCaller_knowsOfNoBooking() {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    BookingCommand.By stranger =
        new BookingCommand.By("reporter:other", Optional.of("reporter:other"), null);
    BookingCommand.By worker = new BookingCommand.By(Bookings.WORKER, Optional.empty(), null);
    StreamId id = new StreamId("b-1");

    assertThat(word(one.bookings().cancel(id, stranger))).isEqualTo("UNKNOWN_BOOKING");
    assertThat(word(one.bookings().fulfil(id, "Immunization/1", stranger)))
        .isEqualTo("UNKNOWN_BOOKING");
    assertThat(
            word(
                one.bookings()
                    .confirm(new BookingCommand.Confirm(id, "p", 1, new byte[] {1}, stranger))))
        .isEqualTo("UNKNOWN_BOOKING");
    assertThat(word(one.bookings().cancel(id, worker))).isEqualTo("cancelled");
  }

  @Test
  void fulfil_confirmedBooking_pointsAtOneRecord() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    StreamId id = new StreamId("b-1");
    one.bookings().hold(hold("b-1", "s-1", null));
    assertThat(word(one.bookings().fulfil(id, "Immunization/1", by(null))))
        .isEqualTo("NOT_CONFIRMED");
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));

    assertThat(word(one.bookings().fulfil(id, "Immunization/1", by(null)))).isEqualTo("fulfilled");
    assertThat(word(one.bookings().fulfil(id, "Immunization/1", by(null)))).isEqualTo("fulfilled");
    assertThat(word(one.bookings().fulfil(id, "Immunization/2", by(null))))
        .isEqualTo("NOT_CONFIRMED");
    assertThat(word(one.bookings().cancel(id, by(null)))).isEqualTo("FULFILLED");
    assertThat(counters("s-1")).isEqualTo("0 held, 1 booked");
  }

  @Test
  void sweep_slotOverForLong_isMissedOnceAndThePersonIsFree() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    Bookings.with(one.bookings(), "s-2", 3, BEGIN.plus(Duration.ofDays(30)));
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));
    clock.advance(Duration.between(START, MISSED_AT).minusNanos(1000));
    one.bookings().hold(hold("b-2", "s-2", null));
    one.sweep().join();
    assertThat(word(one.bookings().confirm(confirm("b-2", SOMEBODY, null))))
        .isEqualTo("ALREADY_BOOKED");
    clock.advance(Duration.ofNanos(1000));

    List<CompletableFuture<Integer>> sweeps = List.of(one.sweep(), other.sweep(), one.sweep());
    sweeps.forEach(CompletableFuture::join);

    assertThat(events("b-1"))
        .containsExactly(BookingEvents.HELD, BookingEvents.CONFIRMED, BookingEvents.MISSED);
    Envelope missed = one.events(new StreamId("b-1")).get(2).envelope();
    assertThat(missed.actor()).isEqualTo(BookingStore.NODE);
    assertThat(missed.occurredAt()).isEqualTo(clock.instant());
    assertThat(counters("s-1")).as("who booked took a place").isEqualTo("0 held, 1 booked");
    assertThat(word(one.bookings().confirm(confirm("b-2", SOMEBODY, null)))).isEqualTo("confirmed");
    assertThat(word(one.bookings().cancel(new StreamId("b-1"), by(null)))).isEqualTo("missed");
    assertThat(word(one.bookings().confirm(confirm("b-1", SOMEBODY, null)))).isEqualTo("NOT_HELD");
  }

  @Test
  void sweep_registrationsOfNoMoreUse_areErasedFromEveryFile() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    Bookings.with(one.bookings(), "s-2", 3, BEGIN.plus(Duration.ofDays(1)));
    List<String> ids = List.of("fulfilled", "missed", "later");
    for (String id : ids) {
      one.bookings().hold(hold(id, id.equals("later") ? "s-2" : "s-1", null));
      one.bookings().confirm(confirm(id, id, null));
    }
    one.bookings().fulfil(new StreamId("fulfilled"), "Immunization/1", by(null));
    clock.advance(Duration.between(START, MISSED_AT));
    one.sweep().join();
    List<byte[]> sealed = new ArrayList<>();
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      for (String id : ids) {
        sealed.add(
            raw.bytes(
                "SELECT sealed FROM identity JOIN stream ON number = stream WHERE id = ?", id));
      }
    }
    clock.advance(RETENTION.minus(BookingStore.MISSED_AFTER).minusNanos(1000));
    one.sweep().join();
    assertThat(count(BookingEvents.ERASED)).isZero();
    assertThat(onDisk("pseudonym-of-missed")).isTrue();
    clock.advance(Duration.ofNanos(1000));

    other.sweep().join();
    one.sweep().join();

    for (String id : List.of("fulfilled", "missed")) {
      assertThat(onDisk(new String(sealed.get(ids.indexOf(id)), StandardCharsets.ISO_8859_1)))
          .as(id)
          .isFalse();
      assertThat(onDisk("pseudonym-of-" + id)).as(id).isFalse();
      assertThat(one.identity(new StreamId(id))).as(id).isEmpty();
      List<Event> events = one.events(new StreamId(id));
      assertThat(events).hasSize(4);
      assertThat(events.get(3).type()).isEqualTo(BookingEvents.ERASED);
      assertThat(events.get(3).envelope().actor()).isEqualTo(BookingStore.NODE);
      assertThat(one.bookings().find(new StreamId(id)).orElseThrow().terms().state().word())
          .isEqualTo(id);
    }
    assertThat(one.identity(new StreamId("later"))).isPresent();
    assertThat(onDisk("pseudonym-of-later")).isTrue();
    assertThat(new ChainVerifier(one).verify()).isInstanceOf(ChainReport.Intact.class);
  }

  private boolean onDisk(String content) throws Exception {
    return database().contains(content);
  }

  @Test
  void fulfil_missedBooking_takesTheDoseThatCameLate() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    StreamId id = new StreamId("b-1");
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));
    clock.advance(Duration.between(START, MISSED_AT));
    one.sweep().join();
    assertThat(one.bookings().find(id).orElseThrow().terms().state())
        .isEqualTo(BookingState.MISSED);

    assertThat(word(one.bookings().fulfil(id, "Immunization/1", by(null)))).isEqualTo("fulfilled");
    assertThat(counters("s-1")).isEqualTo("0 held, 1 booked");
  }

  @Test
  void lookUp_withoutTelephoneNumber_isInTheLogWhateverItFinds() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));
    String person = "pseudonym-of-" + SOMEBODY;

    assertThat(lookUp("q-1", "covid-19", person)).isEqualTo("b-1");
    assertThat(lookUp("q-2", "polio", person)).isEqualTo("nothing");
    assertThat(lookUp("q-3", "covid-19", "nobody")).isEqualTo("nothing");

    assertThat(payload(one.events(new StreamId("q-1")).get(0)))
        .isEqualTo(JsonObject.builder().put("campaign", "covid-19").put("booking", "b-1").build());
    assertThat(payload(one.events(new StreamId("q-3")).get(0)))
        .isEqualTo(JsonObject.builder().put("campaign", "covid-19").build());
    for (String question : List.of("q-1", "q-2", "q-3")) {
      Event event = one.events(new StreamId(question)).get(0);
      assertThat(event.type()).isEqualTo(BookingEvents.LOOKED_UP);
      assertThat(event.envelope().actor()).isEqualTo(Bookings.WORKER);
    }
  }

  private String lookUp(String question, String campaign, String person) {
    return other
        .bookings()
        .lookUp(new StreamId(question), campaign, List.of(person), Bookings.WORKER)
        .map(found -> found.id().value())
        .orElse("nothing");
  }

  @Test
  void log_agendaAndDose_holdWhatTheTablesHold() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    StreamId id = new StreamId("b-1");
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().confirm(confirm("b-1", SOMEBODY, null));
    one.bookings().fulfil(id, "Immunization/1", by(null));

    JsonObject agenda = payload(one.events(new StreamId("agenda-s-1")).get(0));
    JsonArray places = (JsonArray) agenda.get("places").orElseThrow();
    JsonArray slots = (JsonArray) agenda.get("slots").orElseThrow();
    assertThat(places.items().stream().map(place -> AgendaForm.place((JsonObject) place)))
        .containsExactlyElementsOf(one.bookings().places(START));
    assertThat(slots.items().stream().map(slot -> AgendaForm.slot((JsonObject) slot)))
        .containsExactly(one.bookings().slots(START).get(0).slot());
    assertThat(payload(one.events(id).get(2)))
        .isEqualTo(JsonObject.builder().put("immunization", "Immunization/1").build());
  }

  private static JsonObject payload(Event event) throws Exception {
    return (JsonObject) Json.read(event.payload(), Limits.DEFAULT);
  }

  @Test
  void update_slotInUse_keepsItsAppointmentAndItsPlaces() {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().hold(hold("b-2", "s-1", null));

    assertThat(update(slot("s-1", "covid-19").capacity(1))).isInstanceOf(AgendaOutcome.InUse.class);
    assertThat(((AgendaOutcome.InUse) update(slot("s-1", "polio").capacity(1))).violations())
        .extracting(Violation::where)
        .containsExactly("/slots/0/capacity", "/slots/0");
    assertThat(update(slot("s-1", "covid-19").capacity(2)))
        .isEqualTo(new AgendaOutcome.Taken(0, 1));
    assertThat(update(slot("s-1", "covid-19").capacity(2)))
        .isEqualTo(new AgendaOutcome.Taken(0, 0));
    assertThat(word(one.bookings().hold(hold("b-3", "s-1", null)))).isEqualTo("FULL");
    clock.advance(HOLD);
    assertThat(update(slot("s-1", "polio").capacity(0))).isEqualTo(new AgendaOutcome.Taken(0, 1));
  }

  private AgendaOutcome update(AgendaSlot.Builder slot) {
    return one.bookings()
        .update(new StreamId("a-" + System.nanoTime()), agenda(slot.build()), Bookings.WORKER);
  }

  @Test
  void update_placeNobodyGave_takesNothing() {
    Agenda agenda = new Agenda(List.of(), List.of(slot("s-1", "covid-19").capacity(1).build()));

    AgendaOutcome outcome = one.bookings().update(new StreamId("a"), agenda, Bookings.WORKER);

    assertThat(((AgendaOutcome.Incomplete) outcome).violations())
        .extracting(Violation::where)
        .containsExactly("/slots/0/place");
    assertThat(one.bookings().slots(START)).isEmpty();
    assertThat(one.head().sequence()).isZero();
  }

  @Test
  void slots_whatIsTaken_followsHoldsAndTheirEnd() {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    one.bookings().hold(hold("b-2", "s-1", null));
    one.bookings().confirm(confirm("b-2", SOMEBODY, null));

    assertThat(other.bookings().slots(START).get(0).free()).isEqualTo(1);
    assertThat(other.bookings().slots(START.plus(HOLD)).get(0).free()).isEqualTo(2);
    assertThat(other.bookings().slots(START.plus(Duration.ofDays(2)))).isEmpty();
    assertThat(other.bookings().places(START)).hasSize(1);
    assertThat(other.bookings().places(START.plus(Duration.ofDays(2)))).isEmpty();
    assertThat(other.bookings().changedAt(START)).isEqualTo(START);
    assertThat(other.bookings().changedAt(START.plus(HOLD))).isEqualTo(START.plus(HOLD));
  }

  @Test
  void slots_moreThanAreTold_areTheFirst() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      String copies =
          "WITH RECURSIVE i (n) AS (SELECT %d UNION ALL SELECT n + 1 FROM i WHERE n < %d)"
              + " INSERT INTO vaccination_slot (id, place, starts_at, ends_at, details, capacity)"
              + " SELECT 'c-' || n, place, starts_at + n, ends_at, details, capacity"
              + " FROM vaccination_slot, i WHERE id = 's-1'";
      raw.run(copies.formatted(2, BookingStore.MAX_SLOTS));
      assertThat(one.bookings().slots(START)).hasSize(BookingStore.MAX_SLOTS);
      raw.run(copies.formatted(-1, -1));
    }
    assertThat(one.bookings().slots(START)).hasSize(BookingStore.MAX_SLOTS);
  }

  @Test
  void everything_onDisk_holdsNoPerson() throws Exception {
    Bookings.with(one.bookings(), "s-1", 3);
    one.bookings().hold(hold("b-1", "s-1", null));
    BookingCommand.Confirm confirm =
        new BookingCommand.Confirm(
            new StreamId("b-1"),
            "pseudonym",
            1,
            ("{\"name\":\"" + SOMEBODY + "\"}").getBytes(StandardCharsets.UTF_8),
            by(once("k", SOMEBODY)));
    one.bookings().confirm(confirm);

    assertThat(database()).contains("b-1").doesNotContain(SOMEBODY);
    assertThat(one.events(new StreamId("b-1")))
        .hasSize(2)
        .allSatisfy(event ->
            assertThat(new String(event.payload(), StandardCharsets.UTF_8))
                .doesNotContain("pseudonym", "person", "name", "nik"));
    assertThat(confirm.toString()).doesNotContain("pseudonym", SOMEBODY);
  }
}

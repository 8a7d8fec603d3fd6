package id.simpul.node.internal.booking;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Limits;
import id.simpul.health.fhir.Resource;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.SlotDirectory;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.Vaccine;
import id.simpul.health.vaccination.wire.Manifest;
import id.simpul.health.vaccination.wire.Published;
import id.simpul.health.vaccination.wire.SchedulingLinksV1;
import id.simpul.health.vaccination.wire.SlotFile;
import id.simpul.health.vaccination.wire.SlotUse;
import id.simpul.node.internal.http.KeptEdition;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.booking.BookingCommand;
import id.simpul.node.internal.store.sqlite.SqliteOptions;
import id.simpul.node.internal.store.sqlite.SqliteStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is published is written once, and not too much of it. */
final class SlotEditionsTest {
  private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(7);
  private static final String BASE = "https://node.example/vaccination/v1";
  private static final Duration HOLD = Duration.ofMinutes(10);
  private static final int THREADS = 32;
  private static final VaccinationPlace PLACE =
      VaccinationPlace.builder("pkm-1")
          .name("Puskesmas Duvowi")
          .phone("+62840 7654321")
          .address("Jalan Duvowi No. 3")
          .city("Kota Jambi")
          .province("Jambi")
          .postalCode("36122")
          .build();

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(START);
  private Store store;
  private SlotEditions editions;

  @BeforeEach
  void open() {
    store =
        SqliteStore.open(
            SqliteOptions.builder(folder.resolve("node.db")).build(), Samples.vault(), clock);
    editions = new SlotEditions(BASE, store, new Answers(ZONE), clock);
    store
        .bookings()
        .update(
            new StreamId("a"),
            new Agenda(List.of(PLACE), List.of(slot("s-1").capacity(3).build())),
            "health:rsud");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static AgendaSlot.Builder slot(String id) {
    return AgendaSlot.builder(id, "pkm-1")
        .campaign("covid-19")
        .vaccine(new Vaccine("210", "AstraZeneca", List.of("93004035", "VG213")))
        .dose(1)
        .time(
            START.plus(Duration.ofHours(3)).atOffset(ZONE),
            START.plus(Duration.ofHours(5)).atOffset(ZONE));
  }

  private void hold(String id) {
    store
        .bookings()
        .hold(
            new BookingCommand.Hold(
                new StreamId(id),
                "s-1",
                new BookingCommand.Allowance(HOLD, 10),
                new BookingCommand.By("reporter:jaki", Optional.of("reporter:jaki"), null)));
  }

  @Test
  void current_somethingChanged_isWrittenAnewWhenItIsOldEnough() {
    SlotEdition first = editions.current();
    hold("b-1");
    clock.advance(KeptEdition.LAG.minusNanos(1));
    assertThat(editions.current()).isSameAs(first);
    clock.advance(Duration.ofNanos(1));

    SlotEdition second = editions.current();

    assertThat(second).isNotSameAs(first);
    assertThat(second.manifest().entityTag()).isEqualTo(first.manifest().entityTag());
    assertThat(tag(second, "slots.ndjson")).isNotEqualTo(tag(first, "slots.ndjson"));
    assertThat(tag(second, "locations.ndjson")).isEqualTo(tag(first, "locations.ndjson"));
  }

  @Test
  void current_nothingChanged_isTheSameForever() {
    SlotEdition first = editions.current();
    for (int i = 0; i < 3; i++) {
      clock.advance(Duration.ofMinutes(1));
      assertThat(editions.current()).isSameAs(first);
    }
  }

  @Test
  void current_timeAlone_changesWhatIsFree() {
    hold("b-1");
    SlotEdition held = editions.current();
    clock.advance(HOLD);
    SlotEdition free = editions.current();
    clock.advance(Duration.ofHours(3));
    SlotEdition begun = editions.current();
    clock.advance(Duration.ofHours(2));

    assertThat(Set.of(slots(held), slots(free), slots(begun), slots(editions.current())))
        .hasSize(4);
    assertThat(slots(begun)).hasSize(1);
    assertThat(slots(editions.current())).isEmpty();
  }

  @Test
  void current_clockSetBack_isLookedAtAgain() {
    SlotEdition first = editions.current();
    hold("b-1");
    clock.advance(Duration.ofMinutes(-1));

    assertThat(editions.current()).isNotSameAs(first);
  }

  @Test
  void current_manyAtOnce_isWrittenOnce() throws Exception {
    SlotEdition first = editions.current();
    hold("b-1");
    clock.advance(KeptEdition.LAG);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<SlotEdition>> calls = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        calls.add(
            threads.submit(() -> {
              start.await();
              return editions.current();
            }));
      }
      start.countDown();
      Set<SlotEdition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Future<SlotEdition> call : calls) {
        seen.add(call.get());
      }
      seen.remove(first);
      assertThat(seen).hasSize(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void of_manySlots_areFilesThatAReaderTakesInEachOnce() {
    List<SlotUse> slots = uses(20_000, "https://daftar.jambi.example/v?slot=");

    SlotEdition edition = edition(slots);

    List<Manifest.Output> output = edition.manifest().content().output();
    assertThat(edition.left()).isZero();
    assertThat(output).hasSizeBetween(10, SlotDirectory.MAX_FILES);
    assertThat(output)
        .extracting(Manifest.Output::url)
        .containsExactlyElementsOf(
            edition.files().keySet().stream().map(name -> BASE + "/files/" + name).toList());
    assertThat(edition.files().values())
        .allSatisfy(file ->
            assertThat(file.content().bytes()).isLessThanOrEqualTo(SlotShards.MAX_FILE_BYTES));
    assertThat(slots(edition)).hasSize(2 * slots.size()).doesNotHaveDuplicates();
  }

  @Test
  void of_moreBytesThanArePublished_leavesTheLatestOut() {
    List<SlotUse> slots = uses(12_000, "https://daftar.jambi.example/" + "v".repeat(1900) + "?s=");

    SlotEdition few = edition(slots.subList(0, 10_000));
    SlotEdition many =
        edition(Collections.nCopies(3, slots).stream().flatMap(List::stream).toList());

    assertThat(few.left()).isZero();
    assertThat(many.left()).isPositive();
    assertThat(bytes(many)).isLessThanOrEqualTo(SlotEdition.MAX_BYTES);
    assertThat(bytes(few)).isLessThan(bytes(many));
    assertThat(SlotEdition.MAX_BYTES).isLessThan((int) SlotDirectory.MAX_BYTES);
  }

  private static List<SlotUse> uses(int count, String link) {
    List<SlotUse> slots = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      AgendaSlot slot = slot("s-" + i).capacity(2).bookingLink(URI.create(link + i)).build();
      slots.add(new SlotUse(slot, 1));
    }
    return slots;
  }

  private static SlotEdition edition(List<SlotUse> slots) {
    return SlotEdition.of(BASE, OffsetDateTime.ofInstant(START, ZONE), slots, List.of(PLACE));
  }

  private static String tag(SlotEdition edition, String file) {
    return edition.files().get(file).entityTag();
  }

  private static long bytes(SlotEdition edition) {
    return edition.files().entrySet().stream()
        .filter(file -> file.getKey().startsWith("slots"))
        .mapToLong(file -> file.getValue().content().bytes())
        .sum();
  }

  /** All slots, as a reader reads them. */
  private static List<String> slots(SlotEdition edition) {
    List<String> ids = new ArrayList<>();
    edition
        .files()
        .forEach((name, file) -> {
          if (name.startsWith("slots")) {
            read(file).forEach(slot -> ids.add(slot.id().orElseThrow() + " " + slot));
          }
        });
    return ids;
  }

  private static List<Resource> read(Published<SlotFile> file) {
    var form = SchedulingLinksV1.GET_FILE.output().get(0);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      form.write(file, out);
      SlotFile read =
          form.read(new ByteArrayInputStream(out.toByteArray()), Limits.DEFAULT).content();
      assertThat(read.problems()).isEmpty();
      return read.resources();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}

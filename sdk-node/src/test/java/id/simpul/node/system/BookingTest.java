package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ApiException;
import id.simpul.core.RequestOptions;
import id.simpul.core.operation.Problem;
import id.simpul.core.value.Secret;
import id.simpul.health.vaccination.AgendaReceipt;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.BookingId;
import id.simpul.health.vaccination.BookingQuery;
import id.simpul.health.vaccination.BookingStatus;
import id.simpul.health.vaccination.CancelResult;
import id.simpul.health.vaccination.ConfirmResult;
import id.simpul.health.vaccination.FulfilResult;
import id.simpul.health.vaccination.HoldResult;
import id.simpul.health.vaccination.Registration;
import id.simpul.health.vaccination.SlotList;
import id.simpul.health.vaccination.VaccinationClient;
import id.simpul.health.vaccination.VaccinationSlot;
import id.simpul.node.ApiKey;
import id.simpul.node.NodeBooking;
import id.simpul.node.NodeHealth;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.store.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the officer's list of slots to the dose, over HTTP. */
final class BookingTest {
  private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
  private static final NodeBooking BOOKING = NodeBooking.STANDARD.withHoldsPerCaller(4);
  private static final Secret OTHER = Secret.of("kunci-aplikasi-lain-untuk-uji");

  @TempDir Path data;
  private final SettableClock clock = new SettableClock(START);
  private TestTown town;
  private VaccinationClient app;
  private VaccinationClient other;
  private VaccinationClient worker;

  @BeforeEach
  void start() throws Exception {
    town =
        TestTown.start(
            data,
            clock,
            c ->
                c.health(NodeHealth.NONE.serving().withBooking(BOOKING))
                    .apiKey(ApiKey.of("lain", ApiKey.Role.REPORTER, OTHER)));
    app = client(TestTown.REPORTER);
    other = client(OTHER);
    worker = client(TestTown.HEALTH);
    assertThat(
            worker.publish(
                Campaign.agenda(
                    Campaign.slot("s-1", 2, START.plus(Duration.ofDays(1))),
                    Campaign.slot("s-2", 1, START.minusSeconds(60)))))
        .isEqualTo(new AgendaReceipt(1, 2));
  }

  @AfterEach
  void stop() {
    app.close();
    other.close();
    worker.close();
    town.close();
  }

  private VaccinationClient client(Secret key) {
    return VaccinationClient.builder(URI.create(town.entity() + NodePaths.VACCINATION))
        .apiKey(key)
        .configure(c -> c.clock(clock))
        .build();
  }

  private static Booking held(VaccinationClient client, String slot) {
    return ((HoldResult.Held) client.hold(slot)).booking();
  }

  private static Booking booked(VaccinationClient client, String slot, int person) {
    BookingId id = held(client, slot).id();
    return ((ConfirmResult.Confirmed) client.confirm(id, Campaign.person(person).build()))
        .booking();
  }

  @Test
  void slots_publishedByTheNode_areReadByTheDirectoryWithWhatIsLeft() {
    held(app, "s-1");

    SlotList list = app.slots();

    assertThat(list.problems()).isEmpty();
    VaccinationSlot free = list.free().get(0);
    assertThat(list.slots())
        .extracting(VaccinationSlot::id)
        .containsExactly("s-2.busy", "s-1", "s-1.busy");
    VaccinationSlot left = list.slots().get(1);
    assertThat(left.capacity()).isEqualTo(1);
    assertThat(left.campaign()).contains("covid-19");
    assertThat(left.doses()).containsExactly(1, 2);
    assertThat(left.vaccines().get(0).cvx()).isEqualTo("210");
    assertThat(left.bookingPhone()).contains("+62840 7654321");
    assertThat(left.location().orElseThrow().name()).contains("Puskesmas Duvowi");
    assertThat(left.start().orElseThrow().toInstant()).isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(free.resource().violations()).isEmpty();
    assertThat(list.slots().get(2).isFree()).isFalse();
  }

  @Test
  void manifest_askedForAgain_isNotSentUntilSomethingChanged() throws Exception {
    String path = NodePaths.VACCINATION + "/$bulk-publish";
    try (RawHttp http = town.connect()) {
      RawHttp.Answer first = http.get(path);
      assertThat(first.headers()).containsEntry("cache-control", "public, max-age=60");
      String tag = String.valueOf(first.headers().get("etag"));
      String again =
          "GET %s HTTP/1.1\r\nHost: x\r\nIf-None-Match: \"other\", W/%s\r\n\r\n"
              .formatted(path, tag);
      RawHttp.Answer known = http.send(again);
      assertThat(known.status()).isEqualTo(304);
      assertThat(known.headers()).containsEntry("etag", tag);
      assertThat(known.body()).isEmpty();

      held(app, "s-1");
      clock.advance(Duration.ofSeconds(4));
      held(app, "s-1");
      assertThat(http.send(again).status()).as("written every five seconds").isEqualTo(304);
      clock.advance(Duration.ofSeconds(1));
      assertThat(http.send(again).status()).isEqualTo(200);
    }
  }

  @Test
  void hold_confirm_fulfil_isOneBookingToTheEnd() {
    Booking held = held(app, "s-1");
    assertThat(held.status()).isEqualTo(BookingStatus.HELD);
    assertThat(held.expiresAt().orElseThrow().toInstant())
        .isEqualTo(START.plus(NodeBooking.STANDARD.holdTime()));
    Registration registration = Campaign.person(1).build();

    ConfirmResult confirmed = app.confirm(held.id(), registration);

    Booking booking = ((ConfirmResult.Confirmed) confirmed).booking();
    assertThat(booking.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(booking.dose()).contains(2);
    assertThat(booking.slot().vaccine()).isEqualTo(Campaign.VACCINE);
    assertThat(app.get(booking.id())).contains(booking);
    assertThat(app.find(new BookingQuery(Campaign.nik(1), "+62 840 1234567", "covid-19")))
        .contains(booking);
    assertThat(app.confirm(held.id(), registration)).isEqualTo(confirmed);
    assertThat(worker.fulfil(booking.id(), "Immunization/1"))
        .isInstanceOf(FulfilResult.Fulfilled.class);
  }

  @Test
  void hold_asManyAsAnApplicationMay_isTooMany() {
    worker.publish(Campaign.agenda(Campaign.slot("s-3", 9, START.plus(Duration.ofDays(1)))));
    for (int i = 0; i < BOOKING.holdsPerCaller(); i++) {
      held(app, "s-3");
    }

    assertThat(app.hold("s-3")).isInstanceOf(HoldResult.TooMany.class);
    assertThat(other.hold("s-3")).isInstanceOf(HoldResult.Held.class);
  }

  @Test
  void fulfil_byAnApplication_isForbidden() {
    Booking booking = booked(app, "s-1", 1);

    assertThatThrownBy(() -> app.fulfil(booking.id(), "Immunization/1"))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.status()).isEqualTo(403));
    assertThatThrownBy(() -> app.publish(Campaign.agenda()))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.status()).isEqualTo(403));
  }

  @Test
  void results_everyWayItCanEnd_areTyped() {
    assertThat(app.hold("s-9")).isInstanceOf(HoldResult.NoSuchSlot.class);
    assertThat(app.hold("s-2")).isInstanceOf(HoldResult.Closed.class);
    Booking mine = booked(app, "s-1", 1);
    Booking second = held(other, "s-1");
    assertThat(app.hold("s-1")).isInstanceOf(HoldResult.Full.class);
    assertThat(other.confirm(second.id(), Campaign.person(1).build()))
        .isInstanceOf(ConfirmResult.AlreadyBooked.class);
    assertThat(other.confirm(mine.id(), Campaign.person(2).build()))
        .isInstanceOf(ConfirmResult.NoSuchHold.class);
    assertThat(app.confirm(mine.id(), Campaign.person(2).build()))
        .isInstanceOf(ConfirmResult.NotHeld.class);
    clock.advance(NodeBooking.STANDARD.holdTime());
    assertThat(other.confirm(second.id(), Campaign.person(2).build()))
        .isInstanceOf(ConfirmResult.Expired.class);
    assertThat(other.get(second.id()).orElseThrow().status()).isEqualTo(BookingStatus.EXPIRED);
    assertThat(worker.fulfil(second.id(), "Immunization/1"))
        .isInstanceOf(FulfilResult.NotConfirmed.class);
    assertThat(worker.fulfil(mine.id(), "Immunization/1"))
        .isInstanceOf(FulfilResult.Fulfilled.class);
    assertThat(app.cancel(mine.id())).isInstanceOf(CancelResult.Fulfilled.class);
    assertThat(app.cancel(new BookingId("nobody"))).isInstanceOf(CancelResult.NoSuchBooking.class);
  }

  @Test
  void booking_ofAnotherApplication_isNobodysButTheWorkersToo() {
    Booking booking = booked(app, "s-1", 1);
    BookingQuery query = new BookingQuery(Campaign.nik(1), Campaign.PHONE, "covid-19");

    assertThat(other.get(booking.id())).isEmpty();
    assertThat(other.find(query)).isEmpty();
    assertThat(other.cancel(booking.id())).isInstanceOf(CancelResult.NoSuchBooking.class);
    assertThat(worker.find(query)).contains(booking);
    assertThat(app.find(new BookingQuery(Campaign.nik(1), "0840-1234-568", "covid-19"))).isEmpty();
    assertThat(app.find(new BookingQuery(Campaign.nik(2), Campaign.PHONE, "covid-19"))).isEmpty();
    assertThat(worker.cancel(booking.id())).isInstanceOf(CancelResult.Cancelled.class);
    assertThat(app.find(query)).isEmpty();
    assertThat(held(app, "s-1").id()).isNotEqualTo(booking.id());
  }

  @Test
  void find_withoutTelephoneNumber_isForHealthWorkersWhoFreeThePerson() {
    BookingId hold = held(other, "s-1").id();
    other.confirm(hold, Campaign.person(1).phone("+62 840 7654 999").build());
    BookingId mine = held(app, "s-1").id();
    assertThat(app.confirm(mine, Campaign.person(1).build()))
        .isInstanceOf(ConfirmResult.AlreadyBooked.class);
    BookingQuery query = BookingQuery.withoutPhone(Campaign.nik(1), "covid-19");

    ApiException refused = catchThrowableOfType(ApiException.class, () -> app.find(query));
    Booking found = worker.find(query).orElseThrow();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problems())
        .extracting(Problem::description)
        .containsExactly("/phone: a value is required");
    assertThat(found.id()).isEqualTo(hold);
    assertThat(worker.cancel(hold)).isInstanceOf(CancelResult.Cancelled.class);
    assertThat(app.confirm(mine, Campaign.person(1).build()))
        .isInstanceOf(ConfirmResult.Confirmed.class);
    assertThat(worker.find(BookingQuery.withoutPhone(Campaign.nik(2), "covid-19"))).isEmpty();
  }

  @Test
  void confirm_notWhatTheSlotIs_namesAllOfItInTheLanguageAskedFor() {
    BookingId hold = held(app, "s-1").id();
    Registration wrong =
        Campaign.person(1)
            .campaign("polio")
            .vaccine("10")
            .dose(3)
            .birthDate(LocalDate.of(2026, 11, 23))
            .build();

    ApiException refused =
        catchThrowableOfType(
            ApiException.class,
            () ->
                app.withOptions(RequestOptions.NONE.withHeader("Accept-Language", "id"))
                    .confirm(hold, wrong));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problems())
        .extracting(Problem::description)
        .containsExactly(
            "/birth_date: berada di luar batas (must not be in the future)",
            "/campaign: bukan salah satu pilihan yang ada (must be that of the slot: covid-19)",
            "/vaccine: bukan salah satu pilihan yang ada (must be that of the slot: 210)",
            "/dose: bukan salah satu pilihan yang ada (must be one the slot is for: [1, 2])");
    assertThat(app.confirm(hold, Campaign.person(1).build()))
        .isInstanceOf(ConfirmResult.Confirmed.class);
  }

  @Test
  void confirm_wrongInEveryMember_namesAllOfThem() throws Exception {
    BookingId hold = held(app, "s-1").id();
    String body =
        "{\"nik\":\"1\",\"name\":\"\",\"birth_date\":\"1990-02-30\",\"phone\":\"x\","
            + "\"campaign\":\"A\",\"vaccine\":\"a\",\"dose\":0}";
    try (RawHttp http = town.connect()) {
      String answer =
          http.send(
                  "POST /vaccination/v1/holds/"
                      + hold
                      + "/confirmation HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                      + TestTown.REPORTER.reveal()
                      + "\r\nContent-Type: application/json\r\nContent-Length: "
                      + body.length()
                      + "\r\n\r\n"
                      + body)
              .body();
      assertThat(answer)
          .contains(
              "/nik:", "/name:", "/birth_date:", "/phone:", "/campaign:", "/vaccine:", "/dose:");
    }
  }

  @Test
  void sameKey_anotherContent_isRefusedAndTheSameIsAnsweredTheSame() {
    VaccinationClient keyed = app.withOptions(RequestOptions.NONE.withIdempotencyKey("kunci-1"));
    Booking first = held(keyed, "s-1");

    assertThat(held(keyed, "s-1")).isEqualTo(first);
    assertThatThrownBy(() -> keyed.hold("s-2"))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.status()).isEqualTo(422));
  }

  @Test
  void confirm_saidAgainAfterACancellation_isNotConfirmed() {
    BookingId hold = held(app, "s-1").id();
    VaccinationClient keyed = app.withOptions(RequestOptions.NONE.withIdempotencyKey("kunci-2"));
    Registration registration = Campaign.person(1).build();
    assertThat(keyed.confirm(hold, registration)).isInstanceOf(ConfirmResult.Confirmed.class);
    worker.cancel(hold);

    assertThat(keyed.confirm(hold, registration)).isInstanceOf(ConfirmResult.NotHeld.class);
  }

  @Test
  void fulfil_recordOfAnotherBooking_isTaken() {
    Booking mine = booked(app, "s-1", 1);
    Booking theirs = booked(other, "s-1", 2);
    worker.fulfil(mine.id(), "Immunization/1");

    assertThat(worker.fulfil(theirs.id(), "Immunization/1"))
        .isInstanceOf(FulfilResult.RecordTaken.class);
    assertThat(worker.fulfil(theirs.id(), "Immunization/2"))
        .isInstanceOf(FulfilResult.Fulfilled.class);
  }

  @Test
  void update_slotInUse_isRefusedWithEverySlot() {
    booked(app, "s-1", 1);

    ApiException refused =
        catchThrowableOfType(
            ApiException.class,
            () ->
                worker.publish(
                    Campaign.agenda(Campaign.slot("s-1", 0, START.plus(Duration.ofDays(2))))));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly("slot-in-use", "slot-in-use");
  }

  @Test
  void onDisk_bookings_standWithoutAnythingPersonal() throws Exception {
    Booking booking = booked(app, "s-1", 1);
    StringBuilder files = new StringBuilder();
    try (var all = Files.walk(data)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(files)
        .contains(booking.id().value())
        .doesNotContain(Campaign.NAME, Campaign.nik(1).reveal(), "1234567", "1234-567");
  }

  @Test
  void nodeWithoutHealth_knowsNoBookings() throws Exception {
    try (TestTown plain = TestTown.start(data.resolve("plain"));
        RawHttp http = plain.connect()) {
      assertThat(http.get(NodePaths.VACCINATION + "/$bulk-publish").status()).isEqualTo(404);
    }
  }
}

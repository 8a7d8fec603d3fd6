package id.simpul.node.internal.store.sqlite;

import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.Vaccine;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.IdempotencyKey;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.booking.AgendaOutcome;
import id.simpul.node.internal.store.booking.BookingCommand;
import id.simpul.node.internal.store.booking.BookingOutcome;
import id.simpul.node.internal.store.booking.BookingStore;
import id.simpul.node.internal.store.booking.StoredBooking;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commands about invented slots and people. */
final class Bookings {
  static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
  static final Duration HOLD = Duration.ofMinutes(10);
  static final int MANY = 10_000;
  static final Instant BEGIN = START.plus(Duration.ofDays(1));
  static final Duration LENGTH = Duration.ofDays(1);
  static final String JAKI = "reporter:jaki";
  static final String WORKER = "health:puskesmas";

  private static final VaccinationPlace PLACE =
      VaccinationPlace.builder("pkm-1")
          .name("Puskesmas Duvowi")
          .phone("+62840 7654321")
          .address("Jalan Duvowi No. 3")
          .city("Kota Jambi")
          .province("Jambi")
          .postalCode("36122")
          .build();

  private Bookings() {}

  static AgendaSlot.Builder slot(String id, String campaign) {
    return AgendaSlot.builder(id, "pkm-1")
        .campaign(campaign)
        .vaccine(new Vaccine("210", "AstraZeneca", List.of("93004035", "VG213")))
        .dose(1)
        .time(local(BEGIN), local(BEGIN.plus(LENGTH)));
  }

  private static OffsetDateTime local(Instant time) {
    return time.atOffset(ZoneOffset.ofHours(7));
  }

  static Agenda agenda(AgendaSlot... slots) {
    return new Agenda(List.of(PLACE), List.of(slots));
  }

  static BookingStore with(BookingStore store, String slot, int capacity) {
    return with(store, slot, capacity, BEGIN);
  }

  static BookingStore with(BookingStore store, String slot, int capacity, Instant begin) {
    offer(store, "agenda-" + slot, slot, capacity, begin);
    return store;
  }

  static AgendaOutcome offer(
      BookingStore store, String stream, String slot, int capacity, Instant begin) {
    AgendaSlot.Builder offered =
        slot(slot, "covid-19").time(local(begin), local(begin.plus(LENGTH))).capacity(capacity);
    return store.update(new StreamId(stream), agenda(offered.build()), WORKER);
  }

  static Idempotency once(String key, String content) {
    return new Idempotency(
        new IdempotencyKey(JAKI, "vaccination.v1", key),
        Digest.of(content.getBytes(StandardCharsets.UTF_8)),
        START.plus(Duration.ofDays(30)));
  }

  static BookingCommand.Hold hold(String id, String slot, @Nullable Idempotency once) {
    return hold(id, slot, MANY, once);
  }

  static BookingCommand.Hold hold(String id, String slot, int most, @Nullable Idempotency once) {
    return new BookingCommand.Hold(
        new StreamId(id), slot, new BookingCommand.Allowance(HOLD, most), by(once));
  }

  static BookingCommand.By by(@Nullable Idempotency once) {
    return new BookingCommand.By(JAKI, Optional.of(JAKI), once);
  }

  static BookingCommand.Confirm confirm(String id, String person, @Nullable Idempotency once) {
    return new BookingCommand.Confirm(
        new StreamId(id),
        "pseudonym-of-" + person,
        1,
        ("{\"name\":\"" + person + "\"}").getBytes(StandardCharsets.UTF_8),
        by(once));
  }

  /** A short word for an outcome: the state of what was done, or why not. */
  static String word(BookingOutcome outcome) {
    return outcome instanceof BookingOutcome.Done done
        ? done.booking().terms().state().word()
        : outcome.toString();
  }

  static StoredBooking done(BookingOutcome outcome) {
    if (outcome instanceof BookingOutcome.Done done) {
      return done.booking();
    }
    throw new AssertionError(outcome);
  }
}

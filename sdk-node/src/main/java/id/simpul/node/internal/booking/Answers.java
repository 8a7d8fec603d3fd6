package id.simpul.node.internal.booking;

import id.simpul.core.operation.Violation;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.BookingId;
import id.simpul.health.vaccination.wire.VaccinationV1;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.store.booking.BookingOutcome;
import id.simpul.node.internal.store.booking.BookingState;
import id.simpul.node.internal.store.booking.StoredBooking;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Writes what the store says as callers read it.
 *
 * @param zone of the times that are written
 */
record Answers(ZoneId zone) {
  private static final String BOOKING = "booking_id";

  Booking of(BookingOutcome outcome) {
    if (outcome instanceof BookingOutcome.Done done) {
      return of(done.booking());
    }
    throw refusal((BookingOutcome.Refused) outcome);
  }

  Booking of(StoredBooking kept) {
    AgendaSlot slot = kept.slot();
    StoredBooking.Terms terms = kept.terms();
    return Booking.builder(
            new BookingId(kept.id().value()),
            terms.state().status(),
            new Booking.BookedSlot(
                slot.id(),
                slot.campaign(),
                slot.vaccine(),
                slot.placeId(),
                kept.placeName(),
                slot.start(),
                slot.end()),
            time(terms.updatedAt()))
        .dose(terms.dose())
        .expiresAt(terms.state() == BookingState.HELD ? time(terms.expiresAt()) : null)
        .immunization(terms.immunization())
        .build();
  }

  OffsetDateTime time(Instant at) {
    return at.atZone(zone).toOffsetDateTime();
  }

  private static Refusal refusal(BookingOutcome.Refused refused) {
    return switch (refused) {
      case UNKNOWN_SLOT -> missing("/slot_id", "there is no such slot");
      case UNKNOWN_BOOKING -> unknown();
      case FULL -> conflict(VaccinationV1.FULL, "/slot_id", "no place is free");
      case CLOSED ->
          conflict(VaccinationV1.CLOSED, "/slot_id", "the slot has begun and takes nobody more");
      case TOO_MANY_HOLDS ->
          conflict(
              VaccinationV1.TOO_MANY_HOLDS,
              "caller",
              "as many places are held as may be; register for them, or wait for their end");
      case ALREADY_BOOKED ->
          conflict(
              VaccinationV1.ALREADY_BOOKED,
              "/nik",
              "this person has a booking in the campaign; cancel it first");
      case NOT_HELD ->
          conflict(
              VaccinationV1.NOT_HELD, BOOKING, "the place was given back, or is another person's");
      case FULFILLED -> conflict(VaccinationV1.FULFILLED, BOOKING, "the person was vaccinated");
      case NOT_CONFIRMED ->
          conflict(
              VaccinationV1.NOT_CONFIRMED,
              BOOKING,
              "is not confirmed, or points at another record");
      case RECORD_TAKEN ->
          conflict(
              VaccinationV1.RECORD_TAKEN,
              "/immunization",
              "another booking points at this record; each dose has its own");
      case EXPIRED ->
          Refusal.worded(
              410,
              VaccinationV1.EXPIRED,
              BOOKING,
              "nobody registered in time, and the place went back; hold one again");
      case KEY_CONFLICT ->
          Refusal.of(
              422,
              Violation.CONFLICT,
              "Idempotency-Key",
              "this key was used for something else; use a new one");
    };
  }

  private static Refusal conflict(String word, String where, String message) {
    return Refusal.worded(409, word, where, message);
  }

  private static Refusal missing(String where, String message) {
    return Refusal.of(404, Violation.NOT_FOUND, where, message);
  }

  static Refusal unknown() {
    return missing(BOOKING, "there is no such booking");
  }
}

package id.simpul.health.vaccination.wire;

import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.Violation;
import id.simpul.health.internal.vaccination.Forms;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaReceipt;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.BookingId;
import id.simpul.health.vaccination.BookingQuery;
import java.util.List;
import java.util.Map;

/**
 * The booking of vaccinations. SMART Scheduling Links, which publishes the slots, ends where
 * booking begins, and FHIR's Appointment says nothing of holding a place; so these operations are
 * our own: JSON, and errors as problem details (RFC 9457), because nothing here is a FHIR resource.
 * The words below are the codes of the problems.
 */
public final class VaccinationV1 {
  /** No place is free. */
  public static final String FULL = "slot-full";

  /** The slot has begun, or is over. */
  public static final String CLOSED = "slot-closed";

  /** The caller holds as many places as it may. */
  public static final String TOO_MANY_HOLDS = "too-many-holds";

  /** The person has a booking in the campaign. */
  public static final String ALREADY_BOOKED = "already-booked";

  /** The hold came to its end. */
  public static final String EXPIRED = "hold-expired";

  /** The place was given back, or is another person's. */
  public static final String NOT_HELD = "not-held";

  /** The person was vaccinated. */
  public static final String FULFILLED = "already-fulfilled";

  /** The booking is not confirmed, or points at another record. */
  public static final String NOT_CONFIRMED = "not-confirmed";

  /** Another booking points at the record of the dose. */
  public static final String RECORD_TAKEN = "record-taken";

  /** A slot has more bookings than it would have places, or would be another appointment. */
  public static final String SLOT_IN_USE = "slot-in-use";

  /** Gives the node places and slots. */
  public static final Operation<Agenda, AgendaReceipt> PUBLISH =
      withBody(
              Operation.<Agenda, AgendaReceipt>builder(
                  "vaccination.v1.agenda.update", Method.PUT, "/agenda"))
          .summary("Gives the node places and slots; those it does not name stay.")
          .effect(Effect.IDEMPOTENT)
          .output(
              new JsonForm<>(
                  BookingForms.schema("agenda-receipt"),
                  receipt ->
                      JsonObject.builder()
                          .put("places", JsonNumber.of(receipt.places()))
                          .put("slots", JsonNumber.of(receipt.slots()))
                          .build(),
                  fields ->
                      new AgendaReceipt(
                          fields.required("places", fields.integer("places")),
                          fields.required("slots", fields.integer("slots")))))
          .fails(409, "A slot has bookings that the change would leave without a place.")
          .input(
              new JsonInput<>(
                  BookingForms.schema("agenda"),
                  List.of(),
                  agenda -> Map.of(),
                  AgendaForm::write,
                  (path, fields) -> AgendaForm.read(fields)));

  /** Holds a place for a while. */
  public static final Operation<HoldRequest, Booking> HOLD =
      withBody(
              Operation.<HoldRequest, Booking>builder(
                  "vaccination.v1.holds.create", Method.POST, "/holds"))
          .summary("Holds a place at a slot for a while.")
          .effect(Effect.KEYED)
          .output(BookingForms.BOOKING)
          .fails(404, "There is no such slot.")
          .fails(409, "No place is free, the slot has begun, or the caller holds too many.")
          .fails(422, "The idempotency key was used before with another content.")
          .input(
              new JsonInput<>(
                  BookingForms.schema("hold"),
                  List.of(),
                  request -> Map.of(),
                  BookingForms::write,
                  (path, fields) -> {
                    String slot = BookingForms.orEmpty(fields.text("slot_id"));
                    if (!Forms.ID.matcher(slot).matches()) {
                      fields.add(List.of(new Violation(Violation.TYPE, "/slot_id", Forms.ID_RULE)));
                    }
                    return () -> new HoldRequest(slot);
                  }));

  /** Registers a person for a place that is held. */
  public static final Operation<Confirmation, Booking> CONFIRM =
      withBody(
              Operation.<Confirmation, Booking>builder(
                  "vaccination.v1.holds.confirm", Method.POST, "/holds/{booking_id}/confirmation"))
          .summary("Registers a person for a place that is held.")
          .effect(Effect.KEYED)
          .output(BookingForms.BOOKING)
          .fails(404, "There is no such hold.")
          .fails(409, "The person has a booking already, or the place is no longer held.")
          .fails(410, "The hold came to its end, and the place went back.")
          .fails(422, "The idempotency key was used before with another content.")
          .input(
              new JsonInput<>(
                  BookingForms.schema("registration"),
                  BookingPath.PARAMETERS,
                  confirmation -> Map.of(BookingPath.NAME, confirmation.hold().value()),
                  confirmation -> BookingForms.write(confirmation.registration()),
                  (path, fields) -> {
                    BookingId hold = BookingPath.of(path, fields);
                    var registration = BookingForms.registration(fields);
                    return () -> new Confirmation(hold, registration.get());
                  }));

  /** Gives a place back. */
  public static final Operation<BookingId, Booking> CANCEL =
      common(
              Operation.<BookingId, Booking>builder(
                  "vaccination.v1.bookings.cancel",
                  Method.POST,
                  "/bookings/{booking_id}/cancellation"))
          .summary("Gives a place back, held or booked.")
          .effect(Effect.IDEMPOTENT)
          .output(BookingForms.BOOKING)
          .fails(404, "There is no such booking.")
          .fails(409, "The person was vaccinated.")
          .input(new BookingPath());

  /** Says where a booking stands. */
  public static final Operation<BookingId, Booking> GET =
      common(
              Operation.<BookingId, Booking>builder(
                  "vaccination.v1.bookings.get", Method.GET, "/bookings/{booking_id}"))
          .summary("Says where a booking stands.")
          .output(BookingForms.BOOKING)
          .fails(404, "There is no such booking.")
          .input(new BookingPath());

  /** Finds a booking by the person; a POST, because a NIK stands in no URL. */
  public static final Operation<BookingQuery, Booking> FIND =
      withBody(
              Operation.<BookingQuery, Booking>builder(
                  "vaccination.v1.bookings.find", Method.POST, "/bookings/search"))
          .summary("Finds a person's active booking in a campaign.")
          .output(BookingForms.BOOKING)
          .fails(404, "There is no such booking, or it has another telephone number.")
          .input(
              new JsonInput<>(
                  BookingForms.schema("booking-query"),
                  List.of(),
                  query -> Map.of(),
                  BookingForms::write,
                  (path, fields) -> BookingForms.query(fields)));

  /** Says that a person was vaccinated. */
  public static final Operation<Fulfilment, Booking> FULFIL =
      withBody(
              Operation.<Fulfilment, Booking>builder(
                  "vaccination.v1.bookings.fulfil",
                  Method.PUT,
                  "/bookings/{booking_id}/immunization"))
          .summary("Points a booking at the record of its dose.")
          .effect(Effect.IDEMPOTENT)
          .output(BookingForms.BOOKING)
          .fails(404, "There is no such booking.")
          .fails(409, "The booking is not confirmed, or it or the record belongs to another.")
          .input(
              new JsonInput<>(
                  BookingForms.schema("fulfilment"),
                  BookingPath.PARAMETERS,
                  fulfilment -> Map.of(BookingPath.NAME, fulfilment.booking().value()),
                  fulfilment ->
                      JsonObject.builder().put("immunization", fulfilment.immunization()).build(),
                  (path, fields) -> {
                    BookingId booking = BookingPath.of(path, fields);
                    String record = BookingForms.orEmpty(fields.text("immunization"));
                    if (!Forms.IMMUNIZATION.matcher(record).matches()) {
                      fields.add(
                          List.of(
                              new Violation(
                                  Violation.TYPE, "/immunization", Forms.IMMUNIZATION_RULE)));
                    }
                    return () -> new Fulfilment(booking, record);
                  }));

  /** All of them. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(PUBLISH, HOLD, CONFIRM, CANCEL, GET, FIND, FULFIL);

  private VaccinationV1() {}

  private static <I, O> Operation.Builder<I, O> common(Operation.Builder<I, O> operation) {
    return operation
        .errors(List.of(ProblemDetails.FORMAT))
        .fails(400, "A value is missing or cannot be used; every one is named.")
        .fails(401, "The caller does not say who they are, or cannot prove it.")
        .fails(403, "The caller may not do this.")
        .fails(503, "The node is too busy or is stopping.");
  }

  private static <I, O> Operation.Builder<I, O> withBody(Operation.Builder<I, O> operation) {
    return common(operation)
        .fails(413, "The body is larger than the node takes.")
        .fails(415, "The body is not JSON.");
  }
}

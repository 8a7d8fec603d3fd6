package id.simpul.health.vaccination.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Nik;
import id.simpul.health.vaccination.Booking;
import id.simpul.health.vaccination.Booking.BookedSlot;
import id.simpul.health.vaccination.BookingId;
import id.simpul.health.vaccination.BookingQuery;
import id.simpul.health.vaccination.BookingStatus;
import id.simpul.health.vaccination.Registration;
import id.simpul.health.vaccination.Vaccine;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Bookings and registrations as JSON. */
final class BookingForms {
  private static final String NIK = "nik";
  private static final String NAME = "name";
  private static final String BIRTH_DATE = "birth_date";
  private static final String PHONE = "phone";
  private static final String CAMPAIGN = "campaign";
  private static final String VACCINE = "vaccine";
  private static final String DOSE = "dose";
  private static final String BOOKING_ID = "booking_id";
  private static final String STATUS = "status";
  private static final String SLOT_ID = "slot_id";
  private static final String PLACE = "place";
  private static final String ID = "id";
  private static final String START = "start";
  private static final String END = "end";
  private static final String EXPIRES_AT = "expires_at";
  private static final String UPDATED_AT = "updated_at";
  private static final String IMMUNIZATION = "immunization";
  private static final String NIK_RULE = "must be a population number of sixteen digits";
  // Stands in for a number that is none while the rest is checked; never leaves this class.
  private static final Nik NOBODY = Nik.parse("9900010101900001").orElseThrow();

  static final JsonForm<Booking> BOOKING =
      new JsonForm<>(schema("booking"), BookingForms::write, BookingForms::booking);

  private BookingForms() {}

  static SchemaId schema(String name) {
    return new SchemaId("vaccination/v1/" + name);
  }

  static String time(OffsetDateTime time) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  static JsonObject write(Booking booking) {
    BookedSlot slot = booking.slot();
    JsonObject.Builder json =
        JsonObject.builder()
            .put(BOOKING_ID, booking.id().value())
            .put(STATUS, booking.status().code())
            .put(SLOT_ID, slot.id())
            .put(CAMPAIGN, slot.campaign())
            .put(VACCINE, write(slot.vaccine()));
    booking.dose().ifPresent(dose -> json.put(DOSE, JsonNumber.of(dose)));
    json.put(
            PLACE, JsonObject.builder().put(ID, slot.placeId()).put(NAME, slot.placeName()).build())
        .put(START, time(slot.start()))
        .put(END, time(slot.end()));
    booking.expiresAt().ifPresent(at -> json.put(EXPIRES_AT, time(at)));
    return json.put(UPDATED_AT, time(booking.updatedAt()))
        .putIfPresent(IMMUNIZATION, booking.immunization().orElse(null))
        .build();
  }

  private static Booking booking(JsonFields fields) throws FormatException {
    JsonFields place = fields.required(PLACE, fields.object(PLACE));
    JsonFields vaccine = fields.required(VACCINE, fields.object(VACCINE));
    BookedSlot slot =
        new BookedSlot(
            fields.required(SLOT_ID, fields.text(SLOT_ID)),
            fields.required(CAMPAIGN, fields.text(CAMPAIGN)),
            vaccine(vaccine),
            place.required(ID, place.text(ID)),
            place.required(NAME, place.text(NAME)),
            fields.required(START, fields.time(START)),
            fields.required(END, fields.time(END)));
    return Booking.builder(
            fields.required(
                BOOKING_ID, fields.parsed(BOOKING_ID, BookingId::parse, "is no id of a booking")),
            new BookingStatus(fields.required(STATUS, fields.text(STATUS))),
            slot,
            fields.required(UPDATED_AT, fields.time(UPDATED_AT)))
        .dose(fields.integer(DOSE))
        .expiresAt(fields.time(EXPIRES_AT))
        .immunization(fields.text(IMMUNIZATION))
        .build();
  }

  static JsonObject write(Vaccine vaccine) {
    JsonObject.Builder json = JsonObject.builder().put("cvx", vaccine.cvx());
    if (!vaccine.display().isEmpty()) {
      json.put("display", vaccine.display());
    }
    if (!vaccine.kfa().isEmpty()) {
      json.put("kfa", JsonArray.ofStrings(vaccine.kfa()));
    }
    return json.build();
  }

  static Vaccine vaccine(JsonFields fields) {
    return new Vaccine(
        orEmpty(fields.text("cvx")), orEmpty(fields.text("display")), fields.texts("kfa"));
  }

  static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static JsonObject write(Registration registration) {
    return JsonObject.builder()
        .put(NIK, registration.nik().reveal())
        .put(NAME, registration.name())
        .put(BIRTH_DATE, registration.birthDate().toString())
        .put(PHONE, registration.phone())
        .put(CAMPAIGN, registration.campaign())
        .put(VACCINE, registration.vaccine())
        .put(DOSE, JsonNumber.of(registration.dose()))
        .build();
  }

  static Supplier<Registration> registration(JsonFields fields) {
    Registration.Builder registration =
        Registration.builder()
            .nik(fields.parsed(NIK, Nik::parse, NIK_RULE))
            .name(fields.text(NAME))
            .birthDate(fields.date(BIRTH_DATE))
            .phone(fields.text(PHONE))
            .campaign(fields.text(CAMPAIGN))
            .vaccine(fields.text(VACCINE))
            .dose(fields.integer(DOSE));
    fields.add(registration.violations());
    return registration::build;
  }

  static JsonObject write(BookingQuery query) {
    return JsonObject.builder()
        .put(NIK, query.nik().reveal())
        .putIfPresent(PHONE, query.phone())
        .put(CAMPAIGN, query.campaign())
        .build();
  }

  static Supplier<BookingQuery> query(JsonFields fields) {
    Optional<Nik> nik = Optional.ofNullable(fields.parsed(NIK, Nik::parse, NIK_RULE));
    BookingQuery query =
        new BookingQuery(nik.orElse(NOBODY), fields.text(PHONE), orEmpty(fields.text(CAMPAIGN)));
    if (nik.isEmpty()) {
      // Of a number that is there and wrong, something is noted already.
      fields.add(List.of(new Violation(Violation.REQUIRED, "/" + NIK, "a value is required")));
    }
    fields.add(query.violations());
    return () -> query;
  }

  static JsonObject write(HoldRequest request) {
    return JsonObject.builder().put(SLOT_ID, request.slotId()).build();
  }
}

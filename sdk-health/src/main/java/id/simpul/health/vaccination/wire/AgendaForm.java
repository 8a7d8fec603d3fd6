package id.simpul.health.vaccination.wire;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.VaccinationPlace;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Agendas as JSON, and their parts as a node keeps them. */
public final class AgendaForm {
  private static final String PLACES = "places";
  private static final String SLOTS = "slots";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String PHONE = "phone";
  private static final String ADDRESS = "address";
  private static final String CITY = "city";
  private static final String PROVINCE = "province";
  private static final String POSTAL_CODE = "postal_code";
  private static final String PLACE = "place";
  private static final String CAMPAIGN = "campaign";
  private static final String VACCINE = "vaccine";
  private static final String DOSES = "doses";
  private static final String START = "start";
  private static final String END = "end";
  private static final String CAPACITY = "capacity";
  private static final String BOOKING_LINK = "booking_link";

  private AgendaForm() {}

  static JsonObject write(Agenda agenda) {
    List<JsonValue> places = new ArrayList<>();
    agenda.places().forEach(place -> places.add(write(place)));
    List<JsonValue> slots = new ArrayList<>();
    agenda.slots().forEach(slot -> slots.add(write(slot)));
    return JsonObject.builder()
        .put(PLACES, new JsonArray(places))
        .put(SLOTS, new JsonArray(slots))
        .build();
  }

  static Supplier<Agenda> read(JsonFields fields) {
    List<VaccinationPlace.Builder> places = new ArrayList<>();
    for (JsonFields each : fields.objects(PLACES)) {
      VaccinationPlace.Builder place = placeOf(each);
      each.add(place.violations(each.at()));
      places.add(place);
    }
    List<AgendaSlot.Builder> slots = new ArrayList<>();
    for (JsonFields each : fields.objects(SLOTS)) {
      AgendaSlot.Builder slot = slotOf(each);
      each.add(slot.violations(each.at()));
      slots.add(slot);
    }
    if (!fields.violations().isEmpty()) {
      return () -> new Agenda(List.of(), List.of());
    }
    Agenda agenda =
        new Agenda(
            places.stream().map(VaccinationPlace.Builder::build).toList(),
            slots.stream().map(AgendaSlot.Builder::build).toList());
    fields.add(agenda.violations());
    return () -> agenda;
  }

  /**
   * A place as JSON.
   *
   * @param place the place
   * @return the entry of an agenda
   */
  public static JsonObject write(VaccinationPlace place) {
    return JsonObject.builder()
        .put(ID, place.id())
        .put(NAME, place.name())
        .put(PHONE, place.phone())
        .put(ADDRESS, place.address())
        .put(CITY, place.city())
        .put(PROVINCE, place.province())
        .put(POSTAL_CODE, place.postalCode())
        .build();
  }

  /**
   * A place that was kept.
   *
   * @param json the entry of an agenda
   * @return the place
   * @throws id.simpul.core.ValidationException when it is none
   */
  public static VaccinationPlace place(JsonObject json) {
    return placeOf(JsonFields.of(json)).build();
  }

  private static VaccinationPlace.Builder placeOf(JsonFields fields) {
    return VaccinationPlace.builder(BookingForms.orEmpty(fields.text(ID)))
        .name(fields.text(NAME))
        .phone(fields.text(PHONE))
        .address(fields.text(ADDRESS))
        .city(fields.text(CITY))
        .province(fields.text(PROVINCE))
        .postalCode(fields.text(POSTAL_CODE));
  }

  /**
   * A slot as JSON.
   *
   * @param slot the slot
   * @return the entry of an agenda
   */
  public static JsonObject write(AgendaSlot slot) {
    List<JsonValue> doses = new ArrayList<>();
    slot.doses().forEach(dose -> doses.add(JsonNumber.of(dose)));
    return JsonObject.builder()
        .put(ID, slot.id())
        .put(PLACE, slot.placeId())
        .put(CAMPAIGN, slot.campaign())
        .put(VACCINE, BookingForms.write(slot.vaccine()))
        .put(DOSES, new JsonArray(doses))
        .put(START, BookingForms.time(slot.start()))
        .put(END, BookingForms.time(slot.end()))
        .put(CAPACITY, JsonNumber.of(slot.capacity()))
        .putIfPresent(BOOKING_LINK, slot.bookingLink().map(URI::toString).orElse(null))
        .build();
  }

  /**
   * A slot that was kept.
   *
   * @param json the entry of an agenda
   * @return the slot
   * @throws id.simpul.core.ValidationException when it is none
   */
  public static AgendaSlot slot(JsonObject json) {
    return slotOf(JsonFields.of(json)).build();
  }

  private static AgendaSlot.Builder slotOf(JsonFields fields) {
    JsonFields vaccine = fields.object(VACCINE);
    AgendaSlot.Builder slot =
        AgendaSlot.builder(
                BookingForms.orEmpty(fields.text(ID)), BookingForms.orEmpty(fields.text(PLACE)))
            .campaign(fields.text(CAMPAIGN))
            .vaccine(vaccine == null ? null : BookingForms.vaccine(vaccine))
            .time(fields.time(START), fields.time(END))
            .capacity(fields.integer(CAPACITY))
            .bookingLink(fields.parsed(BOOKING_LINK, AgendaForm::link, "must be an https link"));
    fields.integers(DOSES).forEach(slot::dose);
    return slot;
  }

  private static Optional<URI> link(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty(); // said by the caller, who knows where
    }
  }
}

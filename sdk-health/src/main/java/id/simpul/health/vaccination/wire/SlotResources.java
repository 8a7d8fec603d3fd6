package id.simpul.health.vaccination.wire;

import id.simpul.health.fhir.Location;
import id.simpul.health.fhir.Schedule;
import id.simpul.health.fhir.Slot;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.Extension;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.vaccination.LinkExtensions;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.Vaccine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places and slots as SMART Scheduling Links has them: a schedule for each place, campaign, vaccine
 * and set of doses; a slot that is free for the places that are left, and one that is busy for
 * those that are taken, because the specification wants both.
 */
public final class SlotResources {
  private static final String BUSY = ".busy";
  private static final int SCHEDULE_ID_BYTES = 16;
  private static final CodeableConcept IMMUNIZATION =
      CodeableConcept.of(
          Coding.of("http://terminology.hl7.org/CodeSystem/service-type", "57", "Immunization"));

  private SlotResources() {}

  /**
   * The file of locations.
   *
   * @param places the places
   * @return a Location each
   */
  public static List<Location> locations(List<VaccinationPlace> places) {
    return places.stream().map(VaccinationPlace::toLocation).toList();
  }

  /**
   * The file of schedules.
   *
   * @param slots the slots
   * @return their schedules, each once
   */
  public static List<Schedule> schedules(List<SlotUse> slots) {
    Map<String, Schedule> schedules = new LinkedHashMap<>();
    for (SlotUse use : slots) {
      schedules.computeIfAbsent(scheduleId(use.slot()), id -> schedule(id, use.slot()));
    }
    return List.copyOf(schedules.values());
  }

  private static Schedule schedule(String id, AgendaSlot slot) {
    Vaccine vaccine = slot.vaccine();
    Coding product =
        vaccine.display().isEmpty()
            ? Coding.of(Vaccine.CVX_SYSTEM, vaccine.cvx())
            : Coding.of(Vaccine.CVX_SYSTEM, vaccine.cvx(), vaccine.display());
    Schedule.Builder schedule =
        Schedule.builder()
            .id(id)
            .addServiceType(IMMUNIZATION)
            .addActor(Reference.to("Location/" + slot.placeId()))
            .addExtension(
                Extension.of(
                    LinkExtensions.SMART + LinkExtensions.VACCINE_PRODUCT, "valueCoding", product));
    for (int dose : slot.doses()) {
      schedule.addExtension(number(LinkExtensions.VACCINE_DOSE, dose));
    }
    return schedule
        .addExtension(
            Extension.ofCode(LinkExtensions.SIMPUL + LinkExtensions.CAMPAIGN, slot.campaign()))
        .build();
  }

  // A slot points at its schedule by this name, so it follows from what the schedule says.
  private static String scheduleId(AgendaSlot slot) {
    String content =
        String.join(
            "\n",
            slot.placeId(),
            slot.campaign(),
            slot.vaccine().cvx(),
            slot.vaccine().display(),
            slot.doses().toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, SCHEDULE_ID_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * The file of slots.
   *
   * @param slots the slots
   * @param places their places, which can be called to book
   * @return one or two Slots each
   */
  public static List<Slot> slots(List<SlotUse> slots, List<VaccinationPlace> places) {
    Map<String, String> phones = new HashMap<>();
    places.forEach(place -> phones.put(place.id(), place.phone()));
    List<Slot> resources = new ArrayList<>();
    for (SlotUse use : slots) {
      AgendaSlot slot = use.slot();
      if (use.free() > 0) {
        Slot.Builder free = slot(slot, slot.id(), Slot.FREE, use.free());
        slot.bookingLink()
            .ifPresent(link ->
                free.addExtension(
                    ElementBuilder.of(Extension.TYPE)
                        .set("url", LinkExtensions.SMART + LinkExtensions.BOOKING_DEEP_LINK)
                        .set("valueUrl", link.toString())
                        .build()));
        String phone = phones.get(slot.placeId());
        if (phone != null) {
          free.addExtension(
              Extension.ofString(LinkExtensions.SMART + LinkExtensions.BOOKING_PHONE, phone));
        }
        resources.add(free.build());
      }
      if (use.taken() > 0) {
        resources.add(slot(slot, slot.id() + BUSY, Slot.BUSY, use.taken()).build());
      }
    }
    return resources;
  }

  private static Slot.Builder slot(AgendaSlot slot, String id, String status, int capacity) {
    return Slot.builder()
        .id(id)
        .schedule(Reference.to("Schedule/" + scheduleId(slot)))
        .status(status)
        .start(time(slot.start()))
        .end(time(slot.end()))
        .addExtension(number(LinkExtensions.SLOT_CAPACITY, capacity));
  }

  private static FhirInstant time(OffsetDateTime time) {
    return FhirInstant.parse(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
  }

  private static Extension number(String name, int value) {
    return ElementBuilder.of(Extension.TYPE)
        .set("url", LinkExtensions.SMART + name)
        .set("valueInteger", value)
        .build();
  }
}

package id.simpul.node.system;

import id.simpul.core.value.Nik;
import id.simpul.health.vaccination.Agenda;
import id.simpul.health.vaccination.AgendaSlot;
import id.simpul.health.vaccination.Registration;
import id.simpul.health.vaccination.VaccinationPlace;
import id.simpul.health.vaccination.Vaccine;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** An invented campaign, and people of a province that does not exist. */
final class Campaign {
  static final Vaccine VACCINE = new Vaccine("210", "AstraZeneca", List.of("93004035", "VG213"));
  static final String NAME = "Bakalo Mirasi";
  static final String PHONE = "0840-1234-567";

  private static final VaccinationPlace PLACE =
      VaccinationPlace.builder("pkm-1")
          .name("Puskesmas Duvowi")
          .phone("+62840 7654321")
          .address("Jalan Duvowi No. 3")
          .city("Kota Jambi")
          .province("Jambi")
          .postalCode("36122")
          .build();

  private Campaign() {}

  static Agenda agenda(AgendaSlot... slots) {
    return new Agenda(List.of(PLACE), List.of(slots));
  }

  static AgendaSlot slot(String id, int capacity, Instant start) {
    return AgendaSlot.builder(id, "pkm-1")
        .campaign("covid-19")
        .vaccine(VACCINE)
        .dose(1)
        .dose(2)
        .time(
            start.atOffset(ZoneOffset.ofHours(7)),
            start.plus(Duration.ofHours(2)).atOffset(ZoneOffset.ofHours(7)))
        .capacity(capacity)
        .build();
  }

  static Nik nik(int person) {
    return Nik.parse(String.format(Locale.ROOT, "990001410790%04d", person)).orElseThrow();
  }

  static Registration.Builder person(int person) {
    return Registration.builder()
        .nik(nik(person))
        .name(NAME)
        .birthDate(LocalDate.of(1990, 7, 1))
        .phone(PHONE)
        .campaign("covid-19")
        .vaccine("210")
        .dose(2);
  }
}

package id.simpul.health.vaccination;

import id.simpul.core.value.Nik;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** An invented campaign: places, slots and people who do not exist. */
final class Invented {
  static final Vaccine VACCINE = new Vaccine("210", "AstraZeneca", List.of("93004035", "VG213"));
  static final OffsetDateTime START = OffsetDateTime.parse("2026-11-24T08:00:00+07:00");
  static final Nik NIK = Nik.parse("9900014107900001").orElseThrow();
  static final String PHONE = "+62840 1234567";

  private Invented() {}

  static Registration.Builder registration() {
    return Registration.builder()
        .nik(NIK)
        .name("Bakalo Mirasi")
        .birthDate(LocalDate.of(1990, 7, 1))
        .phone(PHONE)
        .campaign("covid-19")
        .vaccine("210")
        .dose(2);
  }

  static VaccinationPlace.Builder place(String id) {
    return VaccinationPlace.builder(id)
        .name("Puskesmas Duvowi")
        .phone("+62840 7654321")
        .address("Jalan Duvowi No. 3")
        .city("Kota Jambi")
        .province("Jambi")
        .postalCode("36122");
  }

  static AgendaSlot.Builder slot(String id) {
    return AgendaSlot.builder(id, "pkm-1")
        .campaign("covid-19")
        .vaccine(VACCINE)
        .dose(1)
        .dose(2)
        .time(START, START.plusHours(1))
        .capacity(40);
  }

  static Booking.Builder booking(BookingStatus status) {
    return Booking.builder(
        new BookingId("01kb2m4zv0-x"),
        status,
        new Booking.BookedSlot(
            "s-1", "covid-19", VACCINE, "pkm-1", "Puskesmas Duvowi", START, START.plusHours(1)),
        START.minusDays(1));
  }
}

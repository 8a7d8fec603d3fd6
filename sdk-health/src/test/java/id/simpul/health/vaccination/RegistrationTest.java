package id.simpul.health.vaccination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RegistrationTest {
  @Test
  void build_nothingGiven_namesEveryMember() {
    ValidationException wrong =
        catchThrowableOfType(ValidationException.class, () -> Registration.builder().build());

    assertThat(wrong.violations())
        .extracting(Violation::where)
        .containsExactly(
            "/nik", "/name", "/birth_date", "/phone", "/campaign", "/vaccine", "/dose");
  }

  @Test
  void violations_eachMemberAtItsLimitAndOnePast_areTheLatterAlone() {
    assertThat(Invented.registration().name("x".repeat(200)).dose(20).violations()).isEmpty();
    assertThat(
            Invented.registration()
                .name("x".repeat(201))
                .dose(21)
                .phone("call me")
                .campaign("Covid 19")
                .vaccine("AZ")
                .violations())
        .extracting(Violation::where)
        .containsExactly("/name", "/phone", "/campaign", "/vaccine", "/dose");
    assertThat(Invented.registration().dose(0).violations()).hasSize(1);
    assertThat(Invented.registration().name("Ba\u0000ka").violations()).hasSize(1);
  }

  @Test
  void toString_registrationAndQuery_showNothingPersonal() {
    Registration registration = Invented.registration().build();
    BookingQuery query = new BookingQuery(Invented.NIK, Invented.PHONE, "covid-19");

    assertThat(registration + " " + query)
        .contains("covid-19")
        .doesNotContain("9900014107900001", "Bakalo", "1990", "1234567");
  }

  @Test
  void agenda_tooManyAndTwice_areNamedTogether() {
    List<AgendaSlot> slots =
        IntStream.rangeClosed(0, Agenda.MAX_SLOTS)
            .mapToObj(i -> Invented.slot("s-" + Math.max(1, i)).build())
            .toList();

    assertThat(new Agenda(List.of(), slots.subList(1, slots.size())).violations()).isEmpty();
    assertThat(new Agenda(List.of(), slots).violations())
        .extracting(Violation::where)
        .containsExactly("/slots", "/slots/1/id");
  }

  @Test
  void slot_everythingWrong_isNamedAtOnce() {
    AgendaSlot.Builder slot =
        AgendaSlot.builder("no id", "")
            .campaign("X")
            .vaccine(new Vaccine("az", "", List.of("12")))
            .dose(0)
            .dose(0)
            .time(Invented.START, Invented.START)
            .capacity(AgendaSlot.MAX_CAPACITY + 1)
            .bookingLink(URI.create("http://pkm.example/"));

    assertThat(slot.violations("/slots/0"))
        .extracting(Violation::where)
        .containsExactly(
            "/slots/0/id",
            "/slots/0/place",
            "/slots/0/campaign",
            "/slots/0/vaccine/cvx",
            "/slots/0/vaccine/kfa/0",
            "/slots/0/doses/0",
            "/slots/0/doses/1",
            "/slots/0/doses",
            "/slots/0/end",
            "/slots/0/capacity",
            "/slots/0/booking_link");
    assertThat(Invented.slot("s-1").capacity(AgendaSlot.MAX_CAPACITY).violations("")).isEmpty();
    assertThatThrownBy(slot::build).isInstanceOf(ValidationException.class);
  }

  @Test
  void agenda_placesAtTheLimitAndOnePast_areTheLatterAlone() {
    List<VaccinationPlace> places =
        IntStream.rangeClosed(0, Agenda.MAX_PLACES)
            .mapToObj(i -> Invented.place("pkm-" + i).build())
            .toList();

    assertThat(new Agenda(places.subList(1, places.size()), List.of()).violations()).isEmpty();
    assertThat(new Agenda(places, List.of()).violations())
        .extracting(Violation::where)
        .containsExactly("/places");
  }

  @Test
  void place_everythingMissingOrTooLong_isNamedAtOnce() {
    assertThat(VaccinationPlace.builder("").violations(""))
        .extracting(Violation::where)
        .containsExactly(
            "/id", "/name", "/phone", "/address", "/city", "/province", "/postal_code");
    assertThat(Invented.place("x".repeat(58)).name("x".repeat(200)).violations("")).isEmpty();
    assertThat(Invented.place("x".repeat(59)).name("x".repeat(201)).violations(""))
        .extracting(Violation::where)
        .containsExactly("/id", "/name");
  }

  @Test
  void vaccine_codesAtTheLimitAndOnePast_areTheLatterAlone() {
    assertThat(
            new Vaccine("1234", "x".repeat(200), List.of("VG1", "VG2", "VG3", "93004035"))
                .violations(""))
        .isEmpty();
    assertThat(
            new Vaccine("12345", "x".repeat(201), List.of("VG1", "VG2", "VG3", "VG4", "VG5"))
                .violations(""))
        .extracting(Violation::where)
        .containsExactly("/cvx", "/display", "/kfa");
  }

  @Test
  void hasPhone_howeverItIsWritten_isTheSameNumber() {
    Registration registration = Invented.registration().phone("+62 840-123 4567").build();

    assertThat(registration.hasPhone("08401234567")).isTrue();
    assertThat(registration.hasPhone("628401234567")).isTrue();
    assertThat(registration.hasPhone("08401234568")).isFalse();
    assertThat(registration.hasPhone("1234567")).isFalse();
  }
}

package id.simpul.health.vaccination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.SatuSehatRules;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Reference;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class GivenDoseTest {
  private static final String ORGANIZATION = "10000004";

  private static GivenDose complete(Booking booking) {
    return GivenDose.of(booking, ORGANIZATION)
        .patient(Reference.to("Patient/P00000000001"), Reference.to("Encounter/e-1"))
        .by(Reference.to("Practitioner/N10000001"), Invented.START.toInstant())
        .vial("LOT-7", LocalDate.of(2027, 1, 31))
        .site(CodeableConcept.ofText("lengan kiri"));
  }

  @Test
  void toImmunization_confirmedBooking_keepsEveryRuleOfSatuSehat() {
    Immunization dose =
        complete(Invented.booking(BookingStatus.CONFIRMED).dose(2).build()).toImmunization();

    assertThat(SatuSehatRules.of(ORGANIZATION).check(dose)).isEmpty();
    assertThat(dose.vaccineCode().orElseThrow().coding())
        .extracting(c -> c.code().orElseThrow())
        .containsExactly("93004035", "VG213", "210");
    assertThat(dose.protocolApplied().get(0).doseNumberPositiveInt()).contains(2);
    assertThat(dose.location().orElseThrow().reference()).contains("Location/pkm-1");
    assertThat(dose.identifier().get(0).value()).contains("01kb2m4zv0-x");
    assertThat(dose.violations()).isEmpty();
  }

  @Test
  void toImmunization_nothingKnown_namesAllThatIsMissing() {
    ValidationException wrong =
        catchThrowableOfType(
            ValidationException.class,
            () ->
                GivenDose.of(Invented.booking(BookingStatus.FULFILLED).build(), ORGANIZATION)
                    .toImmunization());

    assertThat(wrong.violations())
        .extracting(Violation::where)
        .containsExactly(
            "booking",
            "dose",
            "patient",
            "encounter",
            "performer",
            "givenAt",
            "lotNumber",
            "expires");
  }

  @Test
  void toImmunization_vaccineKnownByCvxAlone_isRefused() {
    Booking.BookedSlot known = Invented.booking(BookingStatus.CONFIRMED).build().slot();
    Booking booking =
        Booking.builder(
                new BookingId("b"),
                BookingStatus.CONFIRMED,
                new Booking.BookedSlot(
                    "s",
                    "covid-19",
                    new Vaccine("210", "", List.of()),
                    "p",
                    "P",
                    known.start(),
                    known.end()),
                known.start())
            .dose(1)
            .build();

    ValidationException wrong =
        catchThrowableOfType(ValidationException.class, () -> complete(booking).toImmunization());

    assertThat(wrong.violations())
        .extracting(Violation::where)
        .containsExactly("booking.vaccine.kfa", "booking.vaccine.kfa");
  }
}

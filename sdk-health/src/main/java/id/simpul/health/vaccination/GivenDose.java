package id.simpul.health.vaccination;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Immunization.Performer;
import id.simpul.health.fhir.Immunization.ProtocolApplied;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import id.simpul.health.internal.vaccination.Checks;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A dose that was given to whoever booked it, on its way to become an Immunization: codes of KFA
 * and CVX, dose and place come from the booking, the rest from the vaccinator. Not thread-safe.
 */
public final class GivenDose {
  /** The most characters of a lot number. */
  public static final int MAX_LOT_LENGTH = 64;

  private static final CodeableConcept VACCINATOR =
      CodeableConcept.of(
          Coding.of(
              "http://terminology.hl7.org/CodeSystem/v2-0443", "AP", "Administering Provider"));

  private final Booking booking;
  private final String organizationId;
  private @Nullable Reference patient;
  private @Nullable Reference encounter;
  private @Nullable Reference performer;
  private @Nullable Instant givenAt;
  private @Nullable String lotNumber;
  private @Nullable LocalDate expires;
  private @Nullable CodeableConcept site;

  private GivenDose(Booking booking, String organizationId) {
    this.booking = Objects.requireNonNull(booking, "booking");
    this.organizationId = Objects.requireNonNull(organizationId, "organizationId");
  }

  /**
   * Begins with the booking.
   *
   * @param booking the booking, confirmed
   * @param organizationId the facility's number in SATUSEHAT, below which the record is named by
   *     the booking's id, so that one that was sent and never answered is found again
   * @return a dose of which nothing else is known yet; required unless a method says otherwise
   */
  public static GivenDose of(Booking booking, String organizationId) {
    return new GivenDose(booking, organizationId);
  }

  /**
   * Who was vaccinated, and at which visit.
   *
   * @param person {@code Patient/} and an id
   * @param visit {@code Encounter/} and an id
   * @return this
   */
  public GivenDose patient(Reference person, Reference visit) {
    this.patient = person;
    this.encounter = visit;
    return this;
  }

  /**
   * Who gave it, and when.
   *
   * @param vaccinator {@code Practitioner/} and an id
   * @param at the time
   * @return this
   */
  public GivenDose by(Reference vaccinator, Instant at) {
    this.performer = vaccinator;
    this.givenAt = at;
    return this;
  }

  /**
   * What the vial says.
   *
   * @param lot the lot number, 1 to {@link #MAX_LOT_LENGTH} characters
   * @param until the day it expires, later than the day it was given
   * @return this
   */
  public GivenDose vial(String lot, LocalDate until) {
    this.lotNumber = lot;
    this.expires = until;
    return this;
  }

  /**
   * Where on the body. Default: not said.
   *
   * @param value the site
   * @return this
   */
  public GivenDose site(CodeableConcept value) {
    this.site = value;
    return this;
  }

  /**
   * The record of the dose.
   *
   * @return an Immunization that keeps the rules SATUSEHAT has for a dose given here
   * @throws ValidationException with everything that is missing or wrong
   */
  public Immunization toImmunization() {
    Checks checks = new Checks("GivenDose");
    if (!booking.status().equals(BookingStatus.CONFIRMED)) {
      checks.reject(Violation.CONFLICT, "booking", "must be confirmed, and not fulfilled yet");
    }
    requireKfa(checks, "93", "the KFA product (93)");
    requireKfa(checks, "VG", "the KFA vaccine group (VG)");
    checks.given("dose", booking.dose().orElse(null));
    checks.given("patient", patient);
    checks.given("encounter", encounter);
    checks.given("performer", performer);
    checks.given("givenAt", givenAt);
    checks.text("lotNumber", lotNumber, MAX_LOT_LENGTH);
    checks.given("expires", expires);
    return checks.then(this::build);
  }

  private void requireKfa(Checks checks, String prefix, String what) {
    if (booking.slot().vaccine().kfa().stream().noneMatch(code -> code.startsWith(prefix))) {
      checks.reject(Violation.REQUIRED, "booking.vaccine.kfa", "a dose given here needs " + what);
    }
  }

  private Immunization build() {
    Immunization.Builder record =
        Immunization.builder()
            .addIdentifier(
                Identifier.of(
                    IdentifierSystems.ownRecords("immunization", organizationId),
                    booking.id().value()))
            .status(Immunization.COMPLETED)
            .vaccineCode(booking.slot().vaccine().concept())
            .patient(Objects.requireNonNull(patient))
            .encounter(Objects.requireNonNull(encounter))
            .occurrenceDateTime(FhirDateTime.of(Objects.requireNonNull(givenAt)))
            .primarySource(true)
            .location(
                Reference.to("Location/" + booking.slot().placeId(), booking.slot().placeName()))
            .lotNumber(Objects.requireNonNull(lotNumber))
            .expirationDate(FhirDate.of(Objects.requireNonNull(expires)));
    if (site != null) {
      record.site(site);
    }
    return record
        .addPerformer(Performer.of(VACCINATOR, Objects.requireNonNull(performer)))
        .addProtocolApplied(ProtocolApplied.ofDose(booking.dose().orElseThrow()))
        .build();
  }

  @Override
  public String toString() {
    return "GivenDose[" + booking.id() + "]";
  }
}

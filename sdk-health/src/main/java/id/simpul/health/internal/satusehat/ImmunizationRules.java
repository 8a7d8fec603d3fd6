package id.simpul.health.internal.satusehat;

import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for an immunization. */
public final class ImmunizationRules {
  private static final int REPORT_ORIGIN = 10106;
  private static final int STATUS = 10107;
  private static final int STATUS_REASON = 10108;
  private static final int DATE = 10132;
  private static final int PATIENT = 10155;
  private static final int OCCURRENCE = 10156;
  private static final int PRIMARY_SOURCE = 10292;
  private static final int ENCOUNTER = 10293;
  private static final int PERFORMER_ACTOR = 10294;
  private static final int LOCATION = 10305;
  private static final int LOT_NUMBER = 10306;
  private static final int EXPIRATION_DATE = 10307;
  private static final int DOSE_NUMBER = 10456;

  private static final String FOREIGN = "uses a code system the server does not take there";
  private static final CodeableConcept NONE = CodeableConcept.of();
  private static final String CVX = "http://hl7.org/fhir/sid/cvx";
  private static final Set<String> STATUSES =
      Set.of(Immunization.COMPLETED, Immunization.NOT_DONE, Immunization.ENTERED_IN_ERROR);
  private static final Set<String> STATUS_REASON_SYSTEMS =
      Set.of(
          "http://snomed.info/sct",
          "http://terminology.hl7.org/CodeSystem/v3-ActReason",
          "http://terminology.kemkes.go.id/CodeSystem/immunization-statusReason");
  private static final Set<String> REPORT_ORIGIN_SYSTEMS =
      Set.of("http://terminology.hl7.org/CodeSystem/immunization-origin");

  private ImmunizationRules() {}

  /**
   * Checks an immunization.
   *
   * @param dose the immunization
   * @param earliest the first day taken, or null for any
   * @param found where violations go
   */
  public static void check(Immunization dose, @Nullable LocalDate earliest, RuleFindings found) {
    if (dose.status().filter(STATUSES::contains).isEmpty()) {
      found.add(STATUS, "status", "must be completed, not-done or entered-in-error");
    }
    checkVaccine(dose, found);
    found.require(dose.patient().isPresent(), PATIENT, "patient");
    found.require(dose.encounter().isPresent(), ENCOUNTER, "encounter");
    checkOccurrence(dose, earliest, found);
    found.require(dose.primarySource().isPresent(), PRIMARY_SOURCE, "primarySource");
    checkPerformers(dose, found);
    checkCircumstances(dose, found);
    checkDoseNumbers(dose, found);
    if (foreign(dose.statusReason().orElse(NONE), STATUS_REASON_SYSTEMS)) {
      found.add(STATUS_REASON, "statusReason", FOREIGN);
    }
    if (foreign(dose.reportOrigin().orElse(NONE), REPORT_ORIGIN_SYSTEMS)) {
      found.add(REPORT_ORIGIN, "reportOrigin", FOREIGN);
    }
  }

  // Given here and now, rather than remembered or told.
  private static boolean documented(Immunization dose) {
    return dose.status().equals(Optional.of(Immunization.COMPLETED))
        && dose.primarySource().equals(Optional.of(true))
        && dose.reportOrigin().isEmpty();
  }

  private static void checkVaccine(Immunization dose, RuleFindings found) {
    List<Coding> codes = dose.vaccineCode().map(CodeableConcept::coding).orElse(List.of());
    boolean group = codes.stream().anyMatch(c -> isKfa(c, "VG"));
    if (!group) {
      found.add(RuleFindings.NO_NUMBER, "vaccineCode", "needs the vaccine group of KFA (VG)");
    }
    if (documented(dose)) {
      if (codes.stream().noneMatch(c -> isKfa(c, "93"))) {
        found.add(
            RuleFindings.NO_NUMBER, "vaccineCode", "a dose given here needs its KFA product (93)");
      }
      if (codes.stream().noneMatch(c -> c.system().equals(Optional.of(CVX)))) {
        found.add(RuleFindings.NO_NUMBER, "vaccineCode", "a dose given here needs its CVX code");
      }
    }
  }

  private static boolean isKfa(Coding coding, String prefix) {
    return IdentifierSystems.same(coding.system().orElse(""), IdentifierSystems.KFA)
        && coding.code().orElse("").startsWith(prefix);
  }

  private static void checkOccurrence(
      Immunization dose, @Nullable LocalDate earliest, RuleFindings found) {
    found.require(dose.occurrenceDateTime().isPresent(), OCCURRENCE, "occurrenceDateTime");
    Optional<LocalDate> day = dose.occurrenceDateTime().flatMap(FhirDateTime::toLocalDate);
    if (day.isPresent() && earliest != null && day.get().isBefore(earliest)) {
      found.add(DATE, "occurrenceDateTime", "is earlier than the server takes");
    }
  }

  private static void checkPerformers(Immunization dose, RuleFindings found) {
    List<Immunization.Performer> performers = dose.performer();
    if (performers.isEmpty()) {
      found.add(PERFORMER_ACTOR, "performer.actor", "a value is required");
    }
    for (int i = 0; i < performers.size(); i++) {
      found.require(
          performers.get(i).actor().isPresent(), PERFORMER_ACTOR, "performer[" + i + "].actor");
    }
  }

  private static void checkCircumstances(Immunization dose, RuleFindings found) {
    if (dose.status().equals(Optional.of(Immunization.COMPLETED))) {
      found.require(dose.location().isPresent(), LOCATION, "location");
    }
    if (documented(dose)) {
      found.require(dose.lotNumber().isPresent(), LOT_NUMBER, "lotNumber");
      found.require(dose.expirationDate().isPresent(), EXPIRATION_DATE, "expirationDate");
    }
    Optional<LocalDate> expires = dose.expirationDate().flatMap(FhirDate::toLocalDate);
    Optional<LocalDate> given = dose.occurrenceDateTime().flatMap(FhirDateTime::toLocalDate);
    if (expires.isPresent() && given.isPresent() && !expires.get().isAfter(given.get())) {
      found.add(EXPIRATION_DATE, "expirationDate", "must be later than the occurrence");
    }
    if (dose.primarySource().equals(Optional.of(false))) {
      found.require(dose.reportOrigin().isPresent(), RuleFindings.NO_NUMBER, "reportOrigin");
    }
  }

  private static void checkDoseNumbers(Immunization dose, RuleFindings found) {
    List<Immunization.ProtocolApplied> protocols = dose.protocolApplied();
    for (int i = 0; i < protocols.size(); i++) {
      Optional<Integer> number = protocols.get(i).doseNumberPositiveInt();
      if (number.isPresent() && number.get() < 1) {
        found.add(
            DOSE_NUMBER, "protocolApplied[" + i + "].doseNumberPositiveInt", "must be above zero");
      }
    }
  }

  private static boolean foreign(CodeableConcept concept, Set<String> systems) {
    return concept.coding().stream()
        .anyMatch(c -> c.system().filter(s -> !systems.contains(s)).isPresent());
  }
}

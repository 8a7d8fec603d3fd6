package id.simpul.health.internal.satusehat;

import id.simpul.core.format.JsonObject;
import id.simpul.core.operation.Params;
import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Reference;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * By what a record can be found again: an identifier of its own, and for an immunization, which the
 * server shows without one, patient, encounter, vaccine and day. What a record found does not say
 * counts as agreeing: it stands in the same place until it says otherwise.
 *
 * @param search the parameters to search with
 * @param holds whether a record found stands in the same place
 */
record RecordKey(Params search, Predicate<Resource> holds) {
  private static final Duration A_DAY = Duration.ofDays(1);

  /**
   * The keys of a record.
   *
   * @param resource the record as it is sent
   * @return the keys, each to be tried when those before found nothing; empty when it cannot be
   *     found again
   */
  static List<RecordKey> of(Resource resource) {
    List<RecordKey> keys = new ArrayList<>();
    Optional<Identifier> number =
        resource instanceof Patient patient ? patientNumber(patient) : Optional.empty();
    if (number.isPresent()) {
      // A patient's number comes back masked; the server has looked at it.
      keys.add(new RecordKey(by(number.get()), found -> true));
    } else {
      ownIdentifier(resource).ifPresent(own -> keys.add(byOwn(own)));
    }
    if (resource instanceof Immunization dose) {
      ofDose(dose).ifPresent(keys::add);
    }
    return List.copyOf(keys);
  }

  private static Optional<Identifier> ownIdentifier(Resource resource) {
    return identifiers(resource).stream().filter(RecordKey::isOwn).findFirst();
  }

  private static Optional<Identifier> patientNumber(Patient patient) {
    return patient.identifier().stream()
        .filter(i -> i.isOf(IdentifierSystems.NIK) && i.value().isPresent())
        .findFirst();
  }

  private static List<Identifier> identifiers(Resource resource) {
    return resource.list("identifier", Identifier.TYPE);
  }

  private static boolean isOwn(Identifier identifier) {
    String system = identifier.system().orElse("");
    return system.startsWith(IdentifierSystems.OWN)
        && !IdentifierSystems.same(system, IdentifierSystems.CREATOR)
        && identifier.value().isPresent();
  }

  private static Params by(Identifier identifier) {
    String system = identifier.system().orElse("");
    return Params.EMPTY.with("identifier", system + "|" + identifier.value().orElse(""));
  }

  private static RecordKey byOwn(Identifier own) {
    String system = own.system().orElse("");
    return new RecordKey(
        by(own),
        found ->
            identifiers(found).stream()
                .anyMatch(i -> i.isOf(system) && i.value().equals(own.value())));
  }

  private static Optional<RecordKey> ofDose(Immunization dose) {
    Optional<String> patient = dose.patient().flatMap(Reference::reference);
    Optional<String> encounter = dose.encounter().flatMap(Reference::reference);
    if (patient.isEmpty() || encounter.isEmpty() || day(dose).isEmpty()) {
      return Optional.empty();
    }
    String tail = ReferenceTail.of(patient.get());
    return Optional.of(
        new RecordKey(
            Params.EMPTY.with("patient", tail.substring(tail.lastIndexOf('/') + 1)),
            found ->
                found instanceof Immunization other
                    && agree(patient, other.patient().flatMap(Reference::reference))
                    && agree(encounter, other.encounter().flatMap(Reference::reference))
                    && near(dose, other)
                    && shareVaccine(dose, other)));
  }

  private static boolean agree(Optional<String> sent, Optional<String> found) {
    return found.isEmpty() || ReferenceTail.same(sent.orElse(""), found.get());
  }

  // The day as it is written depends on the offset: 02:00+07:00 is the day before in UTC.
  private static boolean near(Immunization one, Immunization other) {
    Optional<Instant> time = one.occurrenceDateTime().flatMap(FhirDateTime::toInstant);
    Optional<Instant> otherTime = other.occurrenceDateTime().flatMap(FhirDateTime::toInstant);
    if (time.isPresent() && otherTime.isPresent()) {
      return Duration.between(time.get(), otherTime.get()).abs().compareTo(A_DAY) < 0;
    }
    Optional<LocalDate> day = day(one);
    Optional<LocalDate> otherDay = day(other);
    return day.isEmpty()
        || otherDay.isEmpty()
        || Math.abs(ChronoUnit.DAYS.between(day.get(), otherDay.get())) <= 1;
  }

  private static Optional<LocalDate> day(Immunization dose) {
    return dose.occurrenceDateTime().flatMap(FhirDateTime::toLocalDate);
  }

  private static boolean shareVaccine(Immunization one, Immunization other) {
    List<JsonObject> codes = codes(other);
    return codes.isEmpty() || codes(one).stream().anyMatch(codes::contains);
  }

  private static List<JsonObject> codes(Immunization dose) {
    return dose.vaccineCode().map(CodeableConcept::coding).orElse(List.of()).stream()
        .map(RecordKey::plain)
        .toList();
  }

  private static JsonObject plain(Coding coding) {
    return JsonObject.builder()
        .put("system", bare(coding.system().orElse("")))
        .put("code", coding.code().orElse(""))
        .build();
  }

  private static String bare(String system) {
    return system.endsWith("/") ? system.substring(0, system.length() - 1) : system;
  }
}

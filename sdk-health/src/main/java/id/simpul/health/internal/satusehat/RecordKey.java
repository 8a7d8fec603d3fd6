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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * By what a record can be found again: an identifier of its own, or for an immunization, which has
 * none as a rule, patient, encounter, vaccine and day.
 *
 * @param search the parameters to search with
 * @param holds whether a record found stands in the same place
 */
record RecordKey(Params search, Predicate<Resource> holds) {
  /**
   * The key of a record.
   *
   * @param resource the record as it is sent
   * @return the key, or empty when it cannot be found again
   */
  static Optional<RecordKey> of(Resource resource) {
    Optional<Identifier> own =
        resource instanceof Patient patient
            ? patientNumber(patient).or(() -> ownIdentifier(resource))
            : ownIdentifier(resource);
    if (own.isPresent()) {
      return Optional.of(byIdentifier(resource, own.get()));
    }
    return resource instanceof Immunization dose ? ofDose(dose) : Optional.empty();
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

  private static RecordKey byIdentifier(Resource resource, Identifier identifier) {
    String system = identifier.system().orElse("");
    String value = identifier.value().orElse("");
    // A patient's number comes back masked; the server has looked at it.
    Predicate<Resource> holds =
        resource instanceof Patient
            ? found -> true
            : found ->
                identifiers(found).stream()
                    .anyMatch(i -> i.isOf(system) && i.value().equals(Optional.of(value)));
    return new RecordKey(Params.EMPTY.with("identifier", system + "|" + value), holds);
  }

  private static Optional<RecordKey> ofDose(Immunization dose) {
    Optional<String> patient = dose.patient().flatMap(Reference::reference);
    Optional<String> encounter = dose.encounter().flatMap(Reference::reference);
    if (patient.isEmpty() || encounter.isEmpty() || day(dose).isEmpty()) {
      return Optional.empty();
    }
    String id = patient.get().substring(patient.get().lastIndexOf('/') + 1);
    return Optional.of(
        new RecordKey(
            Params.EMPTY.with("patient", id),
            found ->
                found instanceof Immunization other
                    && other.patient().flatMap(Reference::reference).equals(patient)
                    && other.encounter().flatMap(Reference::reference).equals(encounter)
                    && day(other).equals(day(dose))
                    && shareVaccine(dose, other)));
  }

  private static Optional<LocalDate> day(Immunization dose) {
    return dose.occurrenceDateTime().flatMap(FhirDateTime::toLocalDate);
  }

  private static boolean shareVaccine(Immunization one, Immunization other) {
    List<JsonObject> codes = codes(other);
    return codes(one).stream().anyMatch(codes::contains);
  }

  private static List<JsonObject> codes(Immunization dose) {
    return dose.vaccineCode().map(CodeableConcept::coding).orElse(List.of()).stream()
        .map(RecordKey::plain)
        .toList();
  }

  private static JsonObject plain(Coding coding) {
    return JsonObject.builder()
        .put("system", coding.system().orElse(""))
        .put("code", coding.code().orElse(""))
        .build();
  }
}

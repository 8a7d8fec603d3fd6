package id.simpul.node.system;

import id.simpul.core.format.FormatException;
import id.simpul.core.value.Nik;
import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirType;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Invents patients and their records: the same ones for the same seed, and nobody who lives. */
public final class HealthPeople {
  static final LocalDate BORN = LocalDate.of(1990, 2, 3);

  private static final List<String> SYLLABLES = List.of("ba", "du", "lo", "mi", "ra", "tu", "zo");
  private static final String ADDRESS =
      """
      "address": [{"use": "home", "city": "Jambi", "extension": [{
        "url": "https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode",
        "extension": [
          {"url": "province", "valueCode": "15"}, {"url": "city", "valueCode": "1571"},
          {"url": "district", "valueCode": "157101"}, {"url": "village", "valueCode": "1571011001"},
          {"url": "rt", "valueCode": "1"}, {"url": "rw", "valueCode": "2"}]}]}]
      """;

  private final SplittableRandom random;

  HealthPeople(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A number no province gives out. */
  Nik nik() {
    String digits =
        String.format(
            Locale.ROOT,
            "99%04d%02d%02d%02d%04d",
            random.nextInt(10_000),
            random.nextInt(1, 29),
            random.nextInt(1, 13),
            random.nextInt(100),
            random.nextInt(1, 10_000));
    return Nik.parse(digits).orElseThrow();
  }

  String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size()))).append(i == 2 ? " " : "");
    }
    return name.toString();
  }

  public static Patient patient(Nik nik, String name) {
    return read(
        Patient.TYPE,
        """
        {"resourceType": "Patient", "active": true,
         "identifier": [{"use": "official", "system": "https://fhir.kemkes.go.id/id/nik",
           "value": "%s"}],
         "name": [{"use": "official", "text": "%s"}], "gender": "female",
         "birthDate": "%s", "multipleBirthInteger": 0, %s}
        """
            .formatted(nik.reveal(), name, BORN, ADDRESS));
  }

  public static Encounter encounter(String patient, String number) {
    return read(
        Encounter.TYPE,
        """
        {"resourceType": "Encounter", "status": "finished",
         "identifier": [{"system": "http://sys-ids.kemkes.go.id/encounter/10000004",
           "value": "%s"}],
         "class": {"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": "AMB"},
         "subject": {"reference": "%s"},
         "participant": [{"individual": {"reference": "Practitioner/N10000001"}}],
         "period": {"start": "2026-11-20T01:00:00+00:00", "end": "2026-11-20T02:00:00+00:00"},
         "location": [{"location": {"reference": "Location/l1"}}],
         "diagnosis": [{"condition": {"reference": "Condition/c1"}}],
         "statusHistory": [{"status": "finished",
           "period": {"start": "2026-11-20T01:00:00+00:00", "end": "2026-11-20T02:00:00+00:00"}}],
         "serviceProvider": {"reference": "Organization/10000004"}}
        """
            .formatted(number, patient));
  }

  public static Immunization dose(String patient, String encounter) {
    return read(
        Immunization.TYPE,
        """
        {"resourceType": "Immunization", "status": "completed",
         "vaccineCode": {"coding": [
           {"system": "http://sys-ids.kemkes.go.id/kfa", "code": "93004035"},
           {"system": "http://sys-ids.kemkes.go.id/kfa", "code": "VG213"},
           {"system": "http://hl7.org/fhir/sid/cvx", "code": "210"}]},
         "patient": {"reference": "%s"}, "encounter": {"reference": "%s"},
         "occurrenceDateTime": "2026-11-20T01:30:00+00:00", "primarySource": true,
         "location": {"reference": "Location/l1"}, "lotNumber": "ABC123",
         "expirationDate": "2027-11-20",
         "performer": [{"actor": {"reference": "Practitioner/N10000001"}}],
         "reasonCode": [{"coding": [{
           "system": "http://terminology.kemkes.go.id/CodeSystem/immunization-reason",
           "code": "IM-Khusus"}]}],
         "protocolApplied": [{"doseNumberPositiveInt": 1}]}
        """
            .formatted(patient, encounter));
  }

  static <T extends Resource> T read(FhirType<T> type, String json) {
    try {
      return FhirJson.read(json.getBytes(StandardCharsets.UTF_8), type);
    } catch (FormatException e) {
      throw new AssertionError("A sample is no resource", e);
    }
  }
}

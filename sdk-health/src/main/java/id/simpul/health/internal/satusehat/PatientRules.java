package id.simpul.health.internal.satusehat;

import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.Extension;
import id.simpul.health.fhir.type.HumanName;
import java.util.List;
import java.util.Optional;

/** The rules for a patient, whom the server compares with the civil registry. */
public final class PatientRules {
  private static final int IDENTIFIER = 10166;
  private static final int MULTIPLE_BIRTH = 10167;
  private static final int NAME_TEXT = 10168;
  private static final int ADDRESS = 10333;
  private static final int BIRTH_DATE = 10397;
  private static final int GENDER = 10413;

  private static final String ADMINISTRATIVE_CODE =
      "https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode";
  private static final List<String> PARTS =
      List.of("province", "city", "district", "village", "rt", "rw");

  private PatientRules() {}

  /**
   * Checks a patient.
   *
   * @param patient the patient
   * @param found where violations go
   */
  public static void check(Patient patient, RuleFindings found) {
    found.require(!patient.identifier().isEmpty(), IDENTIFIER, "identifier");
    if (patient.name().stream()
        .map(HumanName::text)
        .flatMap(Optional::stream)
        .findAny()
        .isEmpty()) {
      found.add(NAME_TEXT, "name.text", "a value is required");
    }
    found.require(patient.gender().isPresent(), GENDER, "gender");
    found.require(patient.birthDate().isPresent(), BIRTH_DATE, "birthDate");
    boolean newborn =
        patient.identifier().stream().anyMatch(i -> i.isOf(IdentifierSystems.MOTHER_NIK));
    if (newborn) {
      found.require(
          patient.multipleBirthInteger().isPresent(), MULTIPLE_BIRTH, "multipleBirthInteger");
    }
    checkAddresses(patient.address(), found);
  }

  private static void checkAddresses(List<Address> addresses, RuleFindings found) {
    found.require(!addresses.isEmpty(), ADDRESS, "address");
    for (int i = 0; i < addresses.size(); i++) {
      Optional<Extension> codes = addresses.get(i).extension(ADMINISTRATIVE_CODE);
      String where = "address[" + i + "].extension(administrativeCode)";
      found.require(codes.isPresent(), RuleFindings.NO_NUMBER, where);
      if (codes.isPresent()) {
        for (String part : PARTS) {
          found.require(
              codes.get().extension(part).flatMap(Extension::valueCode).isPresent(),
              RuleFindings.NO_NUMBER,
              where + "." + part);
        }
      }
    }
  }
}

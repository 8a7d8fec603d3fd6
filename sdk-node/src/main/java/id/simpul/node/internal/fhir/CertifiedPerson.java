package id.simpul.node.internal.fhir;

import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.PersonName;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Period;
import id.simpul.node.internal.http.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who a certificate is of: a person whose record is in use, by the name they have now. */
final class CertifiedPerson {
  /** Better first; no use at all is no other one. Names of other uses are not certified. */
  private static final List<String> USES = List.of("official", "usual", "");

  private static final String REPLACED = "replaced-by";

  private CertifiedPerson() {}

  /** The name of a person; refused when the record is no longer in use. */
  static PersonName name(Patient patient, Instant now) {
    if (!patient.active().orElse(true)) {
      throw refused("active", "is false: the patient's record is out of use; correct the dose");
    }
    if (patient.link().stream().anyMatch(link -> link.type().equals(Optional.of(REPLACED)))) {
      throw refused(
          "link", "says that another record replaced the patient's; name that in the dose");
    }
    return written(
        USES.stream()
            .flatMap(use -> patient.name().stream().filter(name -> is(name, use, now)))
            .findFirst()
            .orElseThrow(() ->
                Refusal.of(
                    400,
                    Violation.REQUIRED,
                    "name",
                    "is not on record as an official or usual one; record it")));
  }

  private static Refusal refused(String where, String message) {
    return Refusal.of(409, Violation.CONFLICT, where, message);
  }

  private static boolean is(HumanName name, String use, Instant now) {
    boolean over =
        name.period()
            .flatMap(Period::end)
            .flatMap(FhirDateTime::toInstant)
            .filter(now::isAfter)
            .isPresent();
    return name.use().orElse("").equals(use) && !over;
  }

  /**
   * Many people here have one name, which is then the family name of their passport, too. A name
   * that is not divided stays whole: its text holds the given names already.
   */
  private static PersonName written(HumanName name) {
    String given = String.join(" ", name.given());
    Optional<String> family = name.family();
    if (family.isEmpty() || given.isEmpty()) {
      String whole = family.or(name::text).orElse(given);
      return new PersonName(whole, PassportNames.of(whole), null, null);
    }
    return new PersonName(
        family.get(), PassportNames.of(family.get()), given, PassportNames.of(given));
  }
}

package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonBoolean;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.HealthEvent;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.vaccination.Vaccine;
import id.simpul.health.wire.CertificateOrder;
import id.simpul.node.internal.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a certificate says of the vaccine on record: its code in CVX (as the CDC publishes it) is
 * that of one product, which the EU's value sets have a code for. Only what is sure is here: a code
 * of several products, of an unknown one, or of the national catalogue alone is not certified.
 *
 * @param prophylaxes {@code vp}: codes that are true of it, the general one first
 * @param product {@code mp}
 * @param manufacturer {@code ma}
 */
record CertifiedVaccine(List<String> prophylaxes, String product, String manufacturer) {
  private static final String DISEASE = "840539006";
  private static final String ANY = "J07BX03";
  private static final String MRNA = "1119349007";
  private static final String VECTOR = "29061000087103";
  private static final String PROTEIN = "1162643001";
  private static final String INACTIVATED = "1157024006";
  private static final String SNOMED = "http://snomed.info/sct";

  private static final Map<String, CertifiedVaccine> BY_CVX =
      Map.of(
          "207", of(MRNA, "EU/1/20/1507", "ORG-100031184"),
          "208", of(MRNA, "EU/1/20/1528", "ORG-100030215"),
          "210", of(VECTOR, "EU/1/21/1529", "ORG-100001699"),
          "211", of(PROTEIN, "EU/1/21/1618", "ORG-100032020"),
          "212", of(VECTOR, "EU/1/20/1525", "ORG-100001417"),
          "510", of(INACTIVATED, "BBIBP-CorV", "ORG-100020693"),
          "511", of(INACTIVATED, "CoronaVac", "Sinovac-Biotech"));

  CertifiedVaccine {
    prophylaxes = List.copyOf(prophylaxes);
  }

  private static CertifiedVaccine of(String kind, String product, String manufacturer) {
    return new CertifiedVaccine(List.of(ANY, kind), product, manufacturer);
  }

  /** The vaccine that was given, by the record. */
  static CertifiedVaccine of(Immunization dose) {
    Set<String> codes = new LinkedHashSet<>();
    dose.vaccineCode().map(CodeableConcept::coding).orElse(List.of()).stream()
        .filter(coding -> coding.system().filter(Vaccine.CVX_SYSTEM::equals).isPresent())
        .forEach(coding -> codes.add(coding.code().orElse("")));
    CertifiedVaccine vaccine = BY_CVX.get(String.join(" ", codes));
    if (vaccine == null) {
      throw refused(
          "vaccineCode",
          "is not one CVX code of a vaccine this node certifies; correct the record, or certify"
              + " the dose elsewhere");
    }
    if (dose.json().get("isSubpotent").filter(JsonBoolean.TRUE::equals).isPresent()) {
      throw refused("isSubpotent", "says that the dose does not count; certify one that does");
    }
    if (isForAnotherDisease(dose)) {
      throw refused("targetDisease", "is not what this vaccine is against; correct the record");
    }
    return vaccine;
  }

  private static boolean isForAnotherDisease(Immunization dose) {
    return dose.protocolApplied().stream()
        .flatMap(protocol -> protocol.targetDisease().stream())
        .flatMap(disease -> disease.code(SNOMED).stream())
        .anyMatch(code -> !code.equals(DISEASE));
  }

  private static Refusal refused(String where, String message) {
    return Refusal.of(409, Violation.CONFLICT, where, message);
  }

  /** Where an order says another vaccine than this. */
  List<Violation> contradictions(CertificateOrder order) {
    List<Violation> wrong = new ArrayList<>();
    if (!prophylaxes.contains(order.prophylaxis())) {
      wrong.add(contradiction("/prophylaxis", String.join(" or ", prophylaxes)));
    }
    if (!product.equals(order.product())) {
      wrong.add(contradiction("/product", product));
    }
    if (!manufacturer.equals(order.manufacturer())) {
      wrong.add(contradiction("/manufacturer", manufacturer));
    }
    return wrong;
  }

  private static Violation contradiction(String where, String recorded) {
    return new Violation(
        Violation.CONFLICT,
        where,
        "is not of the vaccine on record; order " + recorded + ", or correct the record");
  }

  /** What the certificate says: of the record, in the words of the order where it has several. */
  HealthEvent.Vaccine as(String prophylaxis) {
    return new HealthEvent.Vaccine(DISEASE, prophylaxis, product, manufacturer);
  }
}

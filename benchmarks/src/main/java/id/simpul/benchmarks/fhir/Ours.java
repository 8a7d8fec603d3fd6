package id.simpul.benchmarks.fhir;

import id.simpul.health.bulk.NdjsonOptions;
import id.simpul.health.bulk.NdjsonReader;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.Element;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Quantity;
import id.simpul.health.fhir.type.Reference;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Simpul. It does more than the peer: reading finds every violation of the standard's rules, and
 * only a resource that breaks none is built and written.
 */
public final class Ours implements RecordLibrary {
  private static final NdjsonOptions OPTIONS = NdjsonOptions.of("sample.ndjson");

  /** A library that is ready. */
  public Ours() {}

  @Override
  public Dose read(byte[] document) throws IOException {
    return dose(FhirJson.read(document, Immunization.TYPE));
  }

  private static Dose dose(Immunization read) {
    return new Dose(
        read.id().orElseThrow(),
        read.status().orElseThrow(),
        read.vaccineCode().orElseThrow().coding().get(0).code().orElseThrow(),
        reference(read.patient()),
        reference(read.encounter()),
        read.occurrenceDateTime().orElseThrow().text(),
        read.lotNumber().orElseThrow(),
        read.expirationDate().orElseThrow().text(),
        reference(read.location()),
        read.doseQuantity().flatMap(Quantity::value).orElseThrow(),
        reference(read.performer().get(0).actor()),
        read.protocolApplied().get(0).doseNumberPositiveInt().orElseThrow());
  }

  private static String reference(Optional<Reference> reference) {
    return reference.flatMap(Reference::reference).orElseThrow();
  }

  @Override
  public Object hold(byte[] document) throws IOException {
    return FhirJson.read(document, Immunization.TYPE);
  }

  @Override
  public byte[] write(Object held) {
    return FhirJson.toBytes((Resource) held);
  }

  @Override
  public byte[] build(Dose dose) {
    Immunization built =
        Immunization.builder()
            .set("id", dose.id())
            .addIdentifier(Identifier.of(Samples.IDENTIFIER, dose.id()))
            .status(dose.status())
            .vaccineCode(concept(Samples.KFA, dose.vaccine(), Samples.PRODUCT))
            .patient(Reference.to(dose.patient()))
            .encounter(Reference.to(dose.encounter()))
            .occurrenceDateTime(FhirDateTime.parse(dose.occurrence()))
            .primarySource(true)
            .location(Reference.to(dose.location(), Samples.PLACE))
            .lotNumber(dose.lot())
            .expirationDate(FhirDate.parse(dose.expiration()))
            .route(concept(Samples.ATC, Samples.INTRAMUSCULAR, Samples.INJECTION))
            .doseQuantity(Quantity.of(dose.amount(), "mL", "ml"))
            .addPerformer(
                Immunization.Performer.of(
                    concept(Samples.FUNCTIONS, "AP", Samples.PROVIDER),
                    Reference.to(dose.performer())))
            .addProtocolApplied(Immunization.ProtocolApplied.ofDose(dose.number()))
            .build();
    return FhirJson.toBytes(built);
  }

  private static CodeableConcept concept(String system, String code, String display) {
    return CodeableConcept.of(Coding.of(system, code, display));
  }

  @Override
  public long readLines(byte[] ndjson) throws IOException {
    long sum = 0;
    try (NdjsonReader lines = NdjsonReader.open(new ByteArrayInputStream(ndjson), OPTIONS)) {
      for (Optional<Resource> next = lines.next(); next.isPresent(); next = lines.next()) {
        sum += number(next.get());
      }
    }
    return sum;
  }

  /**
   * A number made of what a record says.
   *
   * @param read a Patient or an Immunization
   * @return the number
   */
  public static long number(Element read) {
    if (read instanceof Immunization immunization) {
      return dose(immunization).hashCode();
    }
    Patient patient = (Patient) read;
    return patient.id().orElseThrow().hashCode()
        + patient.name().stream().findFirst().flatMap(HumanName::family).orElseThrow().hashCode()
        + (long) patient.birthDate().orElseThrow().text().hashCode();
  }
}

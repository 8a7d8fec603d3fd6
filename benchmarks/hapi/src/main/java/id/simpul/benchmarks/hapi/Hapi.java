package id.simpul.benchmarks.hapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import id.simpul.benchmarks.fhir.Dose;
import id.simpul.benchmarks.fhir.RecordLibrary;
import id.simpul.benchmarks.fhir.Samples;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Immunization.ImmunizationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/**
 * HAPI FHIR, as its documentation says: one context, and one parser for one thread. Its parser is
 * lenient and checks the form of values alone, none of the standard's rules, neither when it reads
 * nor when it writes.
 */
final class Hapi implements RecordLibrary {
  private final IParser parser;

  Hapi() {
    parser = FhirContext.forR4().newJsonParser();
  }

  @Override
  public Dose read(byte[] document) {
    return dose(immunization(document));
  }

  /** As text, which its parser reads faster than a stream. */
  private Immunization immunization(byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    return parser.parseResource(Immunization.class, text);
  }

  private static Dose dose(Immunization read) {
    return new Dose(
        read.getIdElement().getIdPart(),
        read.getStatus().toCode(),
        read.getVaccineCode().getCodingFirstRep().getCode(),
        read.getPatient().getReference(),
        read.getEncounter().getReference(),
        read.getOccurrenceDateTimeType().getValueAsString(),
        read.getLotNumber(),
        read.getExpirationDateElement().getValueAsString(),
        read.getLocation().getReference(),
        read.getDoseQuantity().getValue(),
        read.getPerformerFirstRep().getActor().getReference(),
        read.getProtocolAppliedFirstRep().getDoseNumberPositiveIntType().getValue());
  }

  @Override
  public Object hold(byte[] document) {
    return immunization(document);
  }

  @Override
  public byte[] write(Object held) {
    return parser.encodeResourceToString((Resource) held).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] build(Dose dose) {
    Immunization built = new Immunization();
    built.setId(new IdType(dose.id()));
    built.addIdentifier().setSystem(Samples.IDENTIFIER).setValue(dose.id());
    built
        .setStatus(ImmunizationStatus.fromCode(dose.status()))
        .setVaccineCode(concept(Samples.KFA, dose.vaccine(), Samples.PRODUCT))
        .setPatient(new Reference(dose.patient()))
        .setEncounter(new Reference(dose.encounter()))
        .setOccurrence(new DateTimeType(dose.occurrence()))
        .setPrimarySource(true)
        .setLocation(new Reference(dose.location()).setDisplay(Samples.PLACE))
        .setLotNumber(dose.lot())
        .setExpirationDateElement(new DateType(dose.expiration()))
        .setRoute(concept(Samples.ATC, Samples.INTRAMUSCULAR, Samples.INJECTION))
        .setDoseQuantity(
            new Quantity()
                .setValue(dose.amount())
                .setUnit("mL")
                .setSystem("http://unitsofmeasure.org")
                .setCode("ml"));
    built
        .addPerformer()
        .setFunction(concept(Samples.FUNCTIONS, "AP", Samples.PROVIDER))
        .setActor(new Reference(dose.performer()));
    built.addProtocolApplied().setDoseNumber(new PositiveIntType(dose.number()));
    return write(built);
  }

  private static CodeableConcept concept(String system, String code, String display) {
    return new CodeableConcept(new Coding(system, code, display));
  }

  @Override
  public long readLines(byte[] ndjson) throws IOException {
    long sum = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(ndjson), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sum += number((Resource) parser.parseResource(line));
      }
    }
    return sum;
  }

  private static long number(Resource read) {
    if (read instanceof Immunization immunization) {
      return dose(immunization).hashCode();
    }
    Patient patient = (Patient) read;
    return patient.getIdElement().getIdPart().hashCode()
        + patient.getNameFirstRep().getFamily().hashCode()
        + (long) patient.getBirthDateElement().getValueAsString().hashCode();
  }
}

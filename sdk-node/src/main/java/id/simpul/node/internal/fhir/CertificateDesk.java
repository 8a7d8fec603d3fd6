package id.simpul.node.internal.fhir;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.certificate.HcertContent;
import id.simpul.health.certificate.HcertVerifier;
import id.simpul.health.certificate.HealthEvent.Dose;
import id.simpul.health.certificate.HealthEvent.Origin;
import id.simpul.health.certificate.HealthEvent.Vaccination;
import id.simpul.health.certificate.RevocationHash;
import id.simpul.health.certificate.TrustListHolder;
import id.simpul.health.certificate.print.CertificatePage;
import id.simpul.health.certificate.qr.QrException;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Immunization.ProtocolApplied;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.wire.CertificateOrder;
import id.simpul.health.wire.CertificateReceipt;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.internal.http.Refusal;
import id.simpul.node.internal.security.KeyedDigest;
import id.simpul.node.internal.store.CertificateStore;
import id.simpul.node.internal.store.CertificateStore.Standing;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Issues certificates of doses that are on record here. Their content is not stored: a number
 * follows from the record, so that each certificate of one dose has the same. That it was issued
 * is.
 */
final class CertificateDesk {
  /** In whose name it issues. */
  static final String COUNTRY = "ID";

  private static final int NUMBER_LENGTH = 24;

  private final FhirStore store;
  private final CertificateStore certificates;
  private final CertificateSigners signers;
  private final KeyedDigest numbers;
  private final InstantSource clock;
  private final ZoneId zone;

  CertificateDesk(
      Store store,
      CertificateSigners signers,
      KeyedDigest numbers,
      InstantSource clock,
      ZoneId zone) {
    this.store = store.healthRecords();
    this.certificates = store.certificates();
    this.signers = signers;
    this.numbers = numbers;
    this.clock = clock;
    this.zone = zone;
  }

  CertificateReceipt issue(CertificateOrder order, String actor) {
    Immunization dose =
        record(new ResourceKey("Immunization", order.immunization()), Immunization.class);
    if (!dose.status().equals(Optional.of(Immunization.COMPLETED))) {
      throw Refusal.of(
          409, Violation.CONFLICT, "immunization", "the dose was not given, or never recorded");
    }
    CertificateSigners.Issuing by = signers.current();
    HcertContent content = content(order, dose, by.signer().office());
    List<Violation> unknown = by.issuer().warnings(content);
    if (!unknown.isEmpty()) {
      throw Refusal.of(409, unknown);
    }
    Instant until =
        clock.instant().truncatedTo(ChronoUnit.SECONDS).plus(CertificateSigners.VALIDITY);
    try {
      String text = by.issuer().issue(content, CertificateSigners.VALIDITY);
      String number = content.event().origin().certificateId();
      noteIssued(RevocationHash.of(number), actor);
      return new CertificateReceipt(number, text, until, () -> page(text, by.signer().office()));
    } catch (ValidationException e) {
      throw Refusal.of(400, e.violations());
    }
  }

  /** On disk before anybody has it: what nobody knows of cannot be taken back. */
  private void noteIssued(RevocationHash number, String actor) {
    Standing standing = certificates.standing(number);
    if (standing == Standing.UNKNOWN) {
      standing = certificates.issue(number, actor);
    }
    if (standing == Standing.REVOKED) {
      throw Refusal.of(
          409, Violation.CONFLICT, "immunization", "its certificate was taken back for good");
    }
  }

  private <T extends Resource> T record(ResourceKey key, Class<T> type) {
    return store
        .find(key)
        .map(Records::shown)
        .filter(type::isInstance)
        .map(type::cast)
        .orElseThrow(() ->
            Refusal.of(
                404,
                Violation.NOT_FOUND,
                "immunization",
                "there is no such " + key.resourceType()));
  }

  private Patient patient(Immunization dose) {
    String reference = dose.patient().flatMap(patient -> patient.reference()).orElse("");
    String id = reference.startsWith("Patient/") ? reference.substring("Patient/".length()) : "";
    if (!ResourceKey.isId(id)) {
      throw lacking("patient", "does not name a patient who is on record here");
    }
    return record(new ResourceKey("Patient", id), Patient.class);
  }

  private static Refusal lacking(String what, String message) {
    return Refusal.of(400, Violation.REQUIRED, what, message);
  }

  private HcertContent content(CertificateOrder order, Immunization dose, String office) {
    Patient patient = patient(dose);
    CertifiedVaccine vaccine = CertifiedVaccine.of(dose);
    ProtocolApplied protocol =
        dose.protocolApplied().stream()
            .filter(some -> some.doseNumberPositiveInt().isPresent())
            .findFirst()
            .orElseThrow(() -> lacking("doseNumberPositiveInt", "is not on record"));
    List<Violation> wrong = new ArrayList<>(vaccine.contradictions(order));
    int number = protocol.doseNumberPositiveInt().orElseThrow();
    int doses = protocol.seriesDosesPositiveInt().orElse(order.doses());
    if (doses != order.doses() || doses < number) {
      wrong.add(series(protocol));
    }
    if (!wrong.isEmpty()) {
      throw Refusal.of(409, wrong);
    }
    LocalDate day =
        dose.occurrenceDateTime()
            .flatMap(when ->
                when.toInstant()
                    .map(instant -> instant.atZone(zone).toLocalDate())
                    .or(when::toLocalDate))
            .orElseThrow(() -> lacking("occurrenceDateTime", "is not on record as a day"));
    Origin origin = new Origin(COUNTRY, office, number(order.immunization()));
    String birth = patient.birthDate().map(FhirDate::text).orElse("");
    return new HcertContent(
        CertifiedPerson.name(patient, clock.instant()),
        birth,
        new Vaccination(
            vaccine.as(order.prophylaxis()), new Dose(number, doses), day.toString(), origin));
  }

  private static Violation series(ProtocolApplied protocol) {
    String message =
        protocol
            .seriesDosesPositiveInt()
            .map(doses -> "is not the series on record, of " + doses)
            .orElse("is less than the number of the dose on record");
    return new Violation(Violation.CONFLICT, "/doses", message + "; order that, or correct it");
  }

  /** A number nobody can tell the record from. */
  private String number(String immunization) {
    String digest = numbers.of("Immunization", immunization).toString();
    String letters = digest.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return "URN:UVCI:01:ID:" + letters.substring(letters.length() - NUMBER_LENGTH);
  }

  /** Without the library that draws codes there is a certificate and no page. */
  private String page(String text, String office) {
    TrustListHolder holder =
        new TrustListHolder(signers.trusted(), CertificateSigners.VALIDITY, clock);
    try {
      return CertificatePage.of(text, HcertVerifier.builder(holder, clock).build())
          .in(zone)
          .withContact(office)
          .html();
    } catch (QrException e) {
      throw Refusal.of(501, Violation.UNSUPPORTED, "page", "this node draws no QR codes");
    }
  }
}

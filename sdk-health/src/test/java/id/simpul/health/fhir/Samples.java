package id.simpul.health.fhir;

import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.Annotation;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.ContactPoint;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.Extension;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Meta;
import id.simpul.health.fhir.type.Narrative;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Quantity;
import id.simpul.health.fhir.type.Reference;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** One resource of each kind, built as users build them. Their people are invented. */
final class Samples {
  static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
  private static final FhirDateTime TIME = FhirDateTime.of(NOW);
  private static final FhirDateTime LATER = FhirDateTime.of(NOW.plusSeconds(1800));
  private static final Reference PATIENT = Reference.to("Patient/P00000000001", "Warga Uji");
  private static final Reference NURSE = Reference.to("Practitioner/N10000001");
  private static final Reference CLINIC = Reference.to("Organization/1000000001");
  private static final Reference ENCOUNTER = Reference.to("Encounter/e1");
  private static final String CVX = "http://hl7.org/fhir/sid/cvx";

  private Samples() {}

  static List<Resource> all() {
    return List.of(
        patient(),
        practitioner(),
        organization(),
        location(),
        encounter(),
        immunization(),
        observation(),
        pressure(),
        condition(),
        transaction(),
        outcome(),
        slot(),
        schedule(),
        appointment(),
        report(),
        parameters(),
        subscription());
  }

  private static CodeableConcept concept(String system, String code, String display) {
    return CodeableConcept.of(Coding.of(system, code, display));
  }

  static Patient patient() {
    Extension areas =
        Extension.of(
            "https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode",
            List.of(Extension.ofCode("province", "31"), Extension.ofCode("city", "3171")));
    return Patient.builder()
        .meta(Meta.ofProfile("http://hl7.org/fhir/StructureDefinition/Patient"))
        .text(Narrative.of("Warga < Uji > & Co"))
        .addIdentifier(
            Identifier.builder()
                .use("official")
                .system("https://fhir.kemkes.go.id/id/nik")
                .value("3171000000000000")
                .build())
        .active(true)
        .addName(HumanName.builder().use("official").text("Warga Uji").family("Uji").build())
        .addTelecom(ContactPoint.of("phone", "+62210000000"))
        .gender("female")
        .birthDate(FhirDate.parse("1990-01"))
        .deceasedBoolean(false)
        .addAddress(
            Address.builder()
                .use("home")
                .addLine("Jalan Uji 1")
                .city("Jakarta")
                .country("ID")
                .addExtension(areas)
                .build())
        .multipleBirthInteger(1)
        .build();
  }

  static Practitioner practitioner() {
    return Practitioner.builder()
        .id("N10000001")
        .addName(HumanName.official("Perawat Uji"))
        .birthDate(FhirDate.of(LocalDate.of(1985, 5, 5)))
        .gender("male")
        .build();
  }

  static Organization organization() {
    return Organization.builder().active(true).name("Puskesmas Uji").partOf(CLINIC).build();
  }

  static Location location() {
    return Location.builder()
        .status("active")
        .name("Ruang Uji")
        .mode("instance")
        .position(Location.Position.of(new BigDecimal("106.8270"), new BigDecimal("-6.17540")))
        .managingOrganization(CLINIC)
        .build();
  }

  static Encounter encounter() {
    return Encounter.builder()
        .status("finished")
        .encounterClass(
            Coding.of("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB", "ambulatory"))
        .subject(PATIENT)
        .addParticipant(
            Encounter.Participant.of(
                concept(
                    "http://terminology.hl7.org/CodeSystem/v3-ParticipationType",
                    "ATND",
                    "attender"),
                NURSE))
        .period(Period.of(TIME, LATER))
        .addStatusHistory(Encounter.StatusHistory.of("arrived", Period.of(TIME, LATER)))
        .addLocation(Encounter.LocationStay.of(Reference.to("Location/l1")))
        .serviceProvider(CLINIC)
        .build();
  }

  static Immunization immunization() {
    return immunizationBuilder().build();
  }

  static Immunization.Builder immunizationBuilder() {
    return Immunization.builder()
        .meta(Meta.ofProfile("https://fhir.kemkes.go.id/r4/StructureDefinition/Immunization"))
        .status(Immunization.COMPLETED)
        .vaccineCode(
            CodeableConcept.of(
                Coding.of("http://sys-ids.kemkes.go.id/kfa", "93004035"), Coding.of(CVX, "210")))
        .patient(PATIENT)
        .encounter(ENCOUNTER)
        .occurrenceDateTime(TIME)
        .primarySource(true)
        .location(Reference.to("Location/l1"))
        .lotNumber("UJI-0042")
        .expirationDate(FhirDate.parse("2027-12-31"))
        .doseQuantity(Quantity.of(new BigDecimal("0.50"), "mL", "mL"))
        .addPerformer(
            Immunization.Performer.of(
                concept(
                    "http://terminology.hl7.org/CodeSystem/v2-0443",
                    "AP",
                    "Administering Provider"),
                NURSE))
        .addNote(Annotation.of("Tidak ada keluhan"))
        .addReasonCode(
            concept(
                "http://terminology.kemkes.go.id/CodeSystem/immunization-reason",
                "IM-Khusus",
                "Imunisasi Khusus"))
        .addProtocolApplied(Immunization.ProtocolApplied.ofDose(1));
  }

  static Observation observation() {
    return Observation.builder()
        .status("final")
        .code(concept("http://loinc.org", "8310-5", "Body temperature"))
        .subject(PATIENT)
        .encounter(ENCOUNTER)
        .effectiveDateTime(TIME)
        .issued(FhirInstant.of(NOW))
        .addPerformer(NURSE)
        .valueQuantity(Quantity.of(new BigDecimal("37.50"), "Cel", "Cel"))
        .build();
  }

  static Observation pressure() {
    return Observation.builder()
        .status("final")
        .code(CodeableConcept.ofText("Tekanan darah"))
        .subject(PATIENT)
        .effectivePeriod(Period.of(TIME, LATER))
        .addPerformer(NURSE)
        .addComponent(
            Observation.Component.of(
                CodeableConcept.ofText("Sistolik"),
                Quantity.of(new BigDecimal("120"), "mm[Hg]", "mm[Hg]")))
        .build();
  }

  static Condition condition() {
    return Condition.builder()
        .clinicalStatus(
            concept("http://terminology.hl7.org/CodeSystem/condition-clinical", "active", "Active"))
        .verificationStatus(
            concept(
                "http://terminology.hl7.org/CodeSystem/condition-ver-status",
                "confirmed",
                "Confirmed"))
        .addCategory(
            concept(
                "http://terminology.hl7.org/CodeSystem/condition-category",
                "encounter-diagnosis",
                "Encounter Diagnosis"))
        .code(CodeableConcept.ofText("Demam"))
        .subject(PATIENT)
        .onsetDateTime(FhirDateTime.parse("2026-11"))
        .recordedDate(TIME)
        .build();
  }

  static Bundle transaction() {
    String patient = "urn:uuid:0b5ab1a5-0000-4000-8000-000000000001";
    Immunization dose =
        immunization().toBuilder().without("encounter").patient(Reference.to(patient)).build();
    return Bundle.builder()
        .type(Bundle.TRANSACTION)
        .addEntry(Bundle.Entry.create(patient, patient()))
        .addEntry(Bundle.Entry.create("urn:uuid:0b5ab1a5-0000-4000-8000-000000000002", dose))
        .build();
  }

  static OperationOutcome outcome() {
    return OperationOutcome.builder()
        .addIssue(
            OperationOutcome.Issue.error("required", "Pasien wajib diisi", "Immunization.patient"))
        .addIssue(OperationOutcome.Issue.of("information", "informational", "Tidak disimpan"))
        .build();
  }

  static Slot slot() {
    return Slot.builder()
        .schedule(Reference.to("Schedule/s1"))
        .status(Slot.FREE)
        .start(FhirInstant.of(NOW))
        .end(FhirInstant.of(NOW.plusSeconds(900)))
        .addExtension(
            ElementBuilder.of(Extension.TYPE)
                .set(
                    "url",
                    "http://fhir-registry.smarthealthit.org/StructureDefinition/slot-capacity")
                .set("valueInteger", 20)
                .build())
        .build();
  }

  static Schedule schedule() {
    return Schedule.builder()
        .active(true)
        .addActor(Reference.to("Location/l1"))
        .planningHorizon(Period.from(TIME))
        .build();
  }

  static Appointment appointment() {
    return Appointment.builder()
        .status(Appointment.BOOKED)
        .start(FhirInstant.of(NOW))
        .end(FhirInstant.of(NOW.plusSeconds(900)))
        .minutesDuration(15)
        .addSlot(Reference.to("Slot/1"))
        .created(TIME)
        .addParticipant(Appointment.Participant.of(PATIENT, "accepted"))
        .build();
  }

  static MeasureReport report() {
    MeasureReport.Group group =
        ElementBuilder.of(MeasureReport.Group.TYPE)
            .set("code", CodeableConcept.ofText("Dosis"))
            .add(
                "population",
                MeasureReport.Population.of(
                    concept(
                        "http://terminology.hl7.org/CodeSystem/measure-population",
                        "initial-population",
                        "Initial Population"),
                    1234))
            .build();
    return MeasureReport.builder()
        .status("complete")
        .type("summary")
        .measure("http://hl7.org/fhir/Measure/uji")
        .date(TIME)
        .reporter(CLINIC)
        .period(Period.of(FhirDateTime.parse("2026-10"), FhirDateTime.parse("2026-11")))
        .addGroup(group)
        .build();
  }

  static Parameters parameters() {
    return Parameters.builder()
        .addParameter(Parameters.Parameter.ofString("mode", "uji"))
        .addParameter(Parameters.Parameter.of("subject", "valueReference", PATIENT))
        .addParameter(Parameters.Parameter.of("dose", practitioner()))
        .build();
  }

  static Subscription subscription() {
    return Subscription.builder()
        .status("requested")
        .reason("Dosis baru")
        .criteria("Immunization?status=completed")
        .channel(
            Subscription.Channel.restHook("https://simpul.example/hook", "application/fhir+json"))
        .build();
  }
}

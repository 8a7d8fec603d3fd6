package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Location;
import id.simpul.health.fhir.Organization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.Coding;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.Extension;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Identifier;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatuSehatRulesTest {
  private static final SatuSehatRules RULES = SatuSehatRules.of(Rig.ORGANIZATION);
  private static final String ADMINISTRATIVE_CODE =
      "https://fhir.kemkes.go.id/r4/StructureDefinition/administrativeCode";

  private static List<String> found(Resource resource) {
    return found(RULES, resource);
  }

  private static List<String> found(SatuSehatRules rules, Resource resource) {
    return rules.check(resource).stream().map(v -> v.rule() + " " + v.where()).toList();
  }

  @Test
  void immunization_complete_breaksNone() {
    assertThat(RULES.check(SafeWriteTest.dose())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "encounter,10293 Immunization.encounter",
    "primarySource,10292 Immunization.primarySource",
    "location,10305 Immunization.location",
    "lotNumber,10306 Immunization.lotNumber",
    "expirationDate,10307 Immunization.expirationDate",
    "performer,10294 Immunization.performer.actor",
  })
  void immunization_memberMissing_isNamedWithItsRule(String member, String expected) {
    Immunization without = SafeWriteTest.dose().toBuilder().without(member).build();

    assertThat(found(without)).contains(expected);
  }

  @Test
  void immunization_brokenThroughout_namesEveryRuleAtOnce() {
    Immunization broken =
        Immunization.TYPE.read(
            JsonObject.builder().put("resourceType", "Immunization").put("status", "sent").build());

    assertThat(found(broken))
        .containsExactly(
            "10107 Immunization.status",
            "0 Immunization.vaccineCode",
            "10155 Immunization.patient",
            "10293 Immunization.encounter",
            "10156 Immunization.occurrenceDateTime",
            "10292 Immunization.primarySource",
            "10294 Immunization.performer.actor");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23,false", "2026-11-22,true", "2026-11-21,true", "2027-01,false"})
  void immunization_expiration_isLaterThanTheDose(String date, boolean broken) {
    Immunization dose =
        SafeWriteTest.dose().toBuilder().expirationDate(FhirDate.parse(date)).build();

    assertThat(found(dose).contains("10307 Immunization.expirationDate")).isEqualTo(broken);
  }

  @ParameterizedTest
  @CsvSource({"1,false", "0,true", "-1,true"})
  void immunization_doseNumber_isAboveZero(int number, boolean broken) {
    Immunization dose =
        Immunization.TYPE.read(
            JsonObject.builder()
                .putAll(SafeWriteTest.dose().json())
                .put(
                    "protocolApplied",
                    new JsonArray(
                        List.of(
                            JsonObject.builder()
                                .put("doseNumberPositiveInt", JsonNumber.of(number))
                                .build())))
                .build());

    assertThat(found(dose).contains("10456 Immunization.protocolApplied[0].doseNumberPositiveInt"))
        .isEqualTo(broken);
  }

  @Test
  void immunization_toldRatherThanGiven_needsItsGroupAndOrigin() {
    Immunization told =
        SafeWriteTest.dose().toBuilder()
            .primarySource(false)
            .without("lotNumber")
            .without("expirationDate")
            .vaccineCode(CodeableConcept.of(Coding.of(IdentifierSystems.KFA, "VG89")))
            .build();

    assertThat(found(told)).containsExactly("0 Immunization.reportOrigin");
    Immunization withOrigin =
        told.toBuilder()
            .reportOrigin(
                CodeableConcept.of(
                    Coding.of(
                        "http://terminology.hl7.org/CodeSystem/immunization-origin", "recall")))
            .build();
    assertThat(found(withOrigin)).isEmpty();
    assertThat(
            found(
                withOrigin.toBuilder()
                    .reportOrigin(CodeableConcept.of(Coding.of("http://other.example", "x")))
                    .build()))
        .containsExactly("10106 Immunization.reportOrigin");
  }

  @Test
  void immunization_givenHere_needsProductGroupAndCvx() {
    Immunization dose =
        SafeWriteTest.dose().toBuilder()
            .vaccineCode(CodeableConcept.of(Coding.of(IdentifierSystems.KFA + "/", "VG213")))
            .build();

    assertThat(RULES.check(dose)).extracting(RuleViolation::where).hasSize(2);
  }

  @Test
  void immunization_notDone_needsAReasonTheServerKnows() {
    Immunization notDone =
        SafeWriteTest.dose().toBuilder()
            .status(Immunization.NOT_DONE)
            .without("location")
            .without("lotNumber")
            .statusReason(CodeableConcept.of(Coding.of("http://other.example", "IS000001")))
            .build();

    assertThat(found(notDone)).containsExactly("10108 Immunization.statusReason");
    assertThat(
            found(
                notDone.toBuilder()
                    .statusReason(
                        CodeableConcept.of(
                            Coding.of(
                                "http://terminology.kemkes.go.id/CodeSystem/immunization-statusReason",
                                "IS000001")))
                    .build()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-11-22,false", "2026-11-23,true"})
  void immunization_earliestDay_countsWhenSet(String earliest, boolean broken) {
    SatuSehatRules rules = RULES.withEarliest(LocalDate.parse(earliest));

    assertThat(found(rules, SafeWriteTest.dose()).contains("10132 Immunization.occurrenceDateTime"))
        .isEqualTo(broken);
  }

  @Test
  void encounter_complete_breaksNone() {
    assertThat(found(encounter("2026-11-22T02:00:00+00:00", "2026-11-22T03:00:00+00:00")))
        .isEmpty();
  }

  @Test
  void encounter_period_endsAfterItBegins() {
    assertThat(found(encounter("2026-11-22T02:00:00+00:00", "2026-11-22T02:00:00+00:00")))
        .containsExactly("10173 Encounter.period.end");
    assertThat(
            found(
                encounter("2026-11-22T02:00:00+00:00", "2026-11-22T03:00:00+00:00").toBuilder()
                    .period(
                        ElementBuilder.of(Period.TYPE)
                            .set("start", "2026-11-22T02:00:00+00:00")
                            .build())
                    .build()))
        .containsExactly("10121 Encounter.period.end");
  }

  private static Encounter encounter(String start, String end) {
    Period period = Period.of(FhirDateTime.parse(start), FhirDateTime.parse(end));
    return Encounter.builder()
        .status("finished")
        .encounterClass(Coding.of("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB"))
        .addIdentifier(
            Identifier.of(IdentifierSystems.ownRecords("encounter", Rig.ORGANIZATION), "R-1"))
        .subject(Reference.to("Patient/P02"))
        .addParticipant(
            Encounter.Participant.of(
                CodeableConcept.of(
                    Coding.of(
                        "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", "ATND")),
                Reference.to("Practitioner/N10000001")))
        .addLocation(Encounter.LocationStay.of(Reference.to("Location/l1")))
        .addStatusHistory(Encounter.StatusHistory.of("arrived", period))
        .serviceProvider(Reference.to("Organization/" + Rig.ORGANIZATION))
        .period(period)
        .build();
  }

  @Test
  void patient_bare_namesWhatTheRegistryNeeds() {
    assertThat(found(Patient.builder().build()))
        .containsExactly(
            "10166 Patient.identifier",
            "10168 Patient.name.text",
            "10413 Patient.gender",
            "10397 Patient.birthDate",
            "10333 Patient.address");
  }

  @Test
  void patient_newborn_needsTheOrderOfBirth() {
    Patient newborn = patient(IdentifierSystems.MOTHER_NIK);

    assertThat(found(newborn)).containsExactly("10167 Patient.multipleBirthInteger");
    assertThat(found(newborn.toBuilder().multipleBirthInteger(0).build())).isEmpty();
    assertThat(found(patient(IdentifierSystems.NIK))).isEmpty();
  }

  @Test
  void patient_address_needsItsCodes() {
    Patient patient =
        patient(IdentifierSystems.NIK).toBuilder()
            .without("address")
            .addAddress(Address.builder().city("Jambi").build())
            .build();

    assertThat(found(patient))
        .containsExactly("0 Patient.address[0].extension(administrativeCode)");
  }

  private static Patient patient(String system) {
    List<Extension> codes =
        List.of("province", "city", "district", "village", "rt", "rw").stream()
            .map(part -> Extension.ofCode(part, "1"))
            .toList();
    return Patient.builder()
        .addIdentifier(Identifier.of(system, Rig.nik(5).reveal()))
        .addName(HumanName.builder().text("Warga Contoh").build())
        .gender("female")
        .birthDate(FhirDate.parse("2026-01-02"))
        .addAddress(
            Address.builder().addExtension(Extension.of(ADMINISTRATIVE_CODE, codes)).build())
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "106.8,-6.2,",
    "180,90,",
    "-180,-90,",
    "180.1,0,position.longitude",
    "0,90.1,swapped",
    "-6.2,106.8,swapped",
    "120,90.1,position.latitude"
  })
  void location_position_liesOnTheEarth(String longitude, String latitude, String expected) {
    Location location =
        Location.builder()
            .position(Location.Position.of(new BigDecimal(longitude), new BigDecimal(latitude)))
            .build();

    if (expected == null) {
      assertThat(RULES.check(location)).isEmpty();
    } else {
      assertThat(RULES.check(location).toString()).contains(expected);
    }
  }

  @Test
  void location_codeSystems_areThoseTaken() {
    Location location =
        Location.builder()
            .operationalStatus(Coding.of("http://other.example", "O"))
            .addType(CodeableConcept.of(Coding.of("http://other.example", "x")))
            .build();

    assertThat(found(location))
        .containsExactly("10171 Location.operationalStatus.system", "10172 Location.type");
  }

  @ParameterizedTest
  @CsvSource({
    "organization/10000004,false",
    "organization/10000004/,false",
    "organization/10000005,true",
    "diagnostic/10000004/lab,false",
    "diagnostic/10000005/lab,true",
    "creator,false",
    "kfa,false"
  })
  void identifier_system_namesTheClientsOrganization(String tail, boolean broken) {
    Organization organization =
        Organization.builder()
            .name("Klinik")
            .addIdentifier(Identifier.of(IdentifierSystems.OWN + tail, "1"))
            .build();

    assertThat(found(organization).contains("10446 Organization.identifier[0].system"))
        .isEqualTo(broken);
  }

  @ParameterizedTest
  @CsvSource({
    "Observation,10441",
    "Procedure,10442",
    "AllergyIntolerance,10443",
    "Condition,10444",
    "MedicationStatement,10445",
    "Location,10447",
    "EpisodeOfCare,10458",
    "Composition,10117"
  })
  void identifier_ofAnotherOrganization_hasTheNumberOfItsKind(String kind, int rule)
      throws Exception {
    JsonObject identifier =
        JsonObject.builder()
            .put("system", IdentifierSystems.OWN + "record/10000005")
            .put("value", "1")
            .build();
    Resource resource =
        FhirJson.of(
            JsonObject.builder()
                .put("resourceType", kind)
                .put("identifier", new JsonArray(List.of(identifier)))
                .build());

    assertThat(found(resource)).contains(rule + " " + kind + ".identifier[0].system");
  }

  @Test
  void organization_codes_areThoseTaken() {
    CodeableConcept strange = CodeableConcept.of(Coding.of("urn:strange", "x"));
    Organization organization =
        Organization.TYPE.read(
            JsonObject.builder()
                .put("resourceType", "Organization")
                .put("type", new JsonArray(List.of(strange.json())))
                .put("telecom", new JsonArray(List.of(codes("system", "pigeon", "use", "never"))))
                .put("address", new JsonArray(List.of(codes("use", "never", "type", "odd"))))
                .put(
                    "contact",
                    new JsonArray(
                        List.of(JsonObject.builder().put("purpose", strange.json()).build())))
                .build());

    assertThat(found(organization))
        .containsExactly(
            "10089 Organization.type",
            "10094 Organization.contact.purpose",
            "10090 Organization.telecom.system",
            "10091 Organization.telecom.use",
            "10092 Organization.address.use",
            "10093 Organization.address.type");
    Organization usual =
        Organization.TYPE.read(
            JsonObject.builder()
                .put("resourceType", "Organization")
                .put("telecom", new JsonArray(List.of(codes("system", "phone", "use", "work"))))
                .put("address", new JsonArray(List.of(codes("use", "work", "type", "both"))))
                .build());
    assertThat(found(usual)).isEmpty();
  }

  private static JsonObject codes(String name, String value, String other, String otherValue) {
    return JsonObject.builder().put(name, value).put(other, otherValue).build();
  }

  @Test
  void encounter_fromMpdn_needsNobodyWhoTookPart() {
    Coding seen = Coding.of("http://terminology.hl7.org/CodeSystem/v3-ActCode", "AMB");
    Encounter notified =
        Encounter.builder()
            .status("arrived")
            .encounterClass(seen)
            .addIdentifier(
                Identifier.of(IdentifierSystems.ownRecords("mpdn", Rig.ORGANIZATION), "1"))
            .build();
    Encounter visit =
        Encounter.builder()
            .status("arrived")
            .encounterClass(seen)
            .addIdentifier(
                Identifier.of(IdentifierSystems.ownRecords("encounter", Rig.ORGANIZATION), "1"))
            .build();

    assertThat(found(notified)).doesNotContain("10119 Encounter.participant.individual");
    assertThat(found(visit)).contains("10119 Encounter.participant.individual");
  }

  @Test
  void none_brokenResource_leavesItToTheServer() {
    assertThat(SatuSehatRules.NONE.check(Patient.builder().build())).isEmpty();
    assertThat(
            SatuSehatRules.NONE.check(
                "Location", JsonPatch.builder().replace("/operationalStatus/code", "x").build()))
        .isEmpty();
  }
}

package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.ElementBuilder;
import id.simpul.health.fhir.type.Extension;
import id.simpul.health.fhir.type.FhirDate;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.HumanName;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Quantity;
import id.simpul.health.fhir.type.Reference;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuilderTest {
  private static final FhirDateTime TIME = FhirDateTime.parse("2026-11-22T09:00:00+07:00");

  private static Patient read(String json) throws Exception {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return FhirJson.read(bytes, Patient.TYPE);
  }

  @Test
  void build_nothingSet_namesAllThatIsMissing() {
    ValidationException e =
        catchThrowableOfType(ValidationException.class, () -> Immunization.builder().build());

    assertThat(e.violations())
        .extracting(Violation::where)
        .containsExactly(
            "Immunization.status",
            "Immunization.vaccineCode",
            "Immunization.patient",
            "Immunization.occurrence");
    assertThat(e.violations()).extracting(Violation::code).containsOnly(Violation.REQUIRED);
  }

  @Test
  void set_oneOfAChoice_takesThePlaceOfAnother() {
    Immunization dose = Samples.immunizationBuilder().occurrenceString("kemarin").build();
    Patient patient = Samples.patient().toBuilder().deceasedDateTime(TIME).build();

    assertThat(dose.occurrenceString()).hasValue("kemarin");
    assertThat(dose.occurrenceDateTime()).isEmpty();
    assertThat(patient.deceasedDateTime()).hasValue(TIME);
    assertThat(patient.deceasedBoolean()).isEmpty();
  }

  @Test
  void set_newValue_dropsWhatBelongedToTheOld() throws Exception {
    Patient patient =
        read(
            "{'resourceType':'Patient','birthDate':'1990','_birthDate':{'extension':[{'url':"
                + "'http://x/birthTime','valueDateTime':'1990-01-01T00:00:00Z'}]}}");

    Patient changed = patient.toBuilder().birthDate(FhirDate.parse("1991")).build();

    assertThat(changed.extensionOf("birthDate")).isEmpty();
    assertThat(patient.extensionOf("birthDate")).hasSize(1);
  }

  @Test
  void add_besideOneValue_keepsIt() {
    Patient patient =
        Patient.builder()
            .set("name", HumanName.official("Satu"))
            .addName(HumanName.official("Dua"))
            .build();

    assertThat(patient.name())
        .containsExactly(HumanName.official("Satu"), HumanName.official("Dua"));
  }

  @Test
  void from_dataType_keepsWhatIsNotChanged() throws Exception {
    HumanName name =
        read("{'resourceType':'Patient','name':[{'text':'A','x':1,'extension':[{'url':'u'}]}]}")
            .name()
            .get(0);

    HumanName changed = ElementBuilder.from(HumanName.TYPE, name).set("text", "B").build();

    assertThat(changed.text()).hasValue("B");
    assertThat(changed.extension()).isEqualTo(name.extension()).hasSize(1);
    assertThat(changed.json().members()).containsKey("x");
    assertThat(name.toBuilder().text("B").build()).isEqualTo(changed);
  }

  @Test
  void toBuilder_ofADataType_keepsWhatIsNotChanged() throws Exception {
    Patient patient =
        read(
            "{'resourceType':'Patient','address':[{'city':'Jambi','x':1}],'identifier':[{'system':"
                + "'s','value':'1','_value':{'id':'v'}}]}");

    assertThat(patient.address().get(0).toBuilder().country("ID").build().json().members())
        .containsOnlyKeys("city", "x", "country");
    assertThat(patient.identifier().get(0).toBuilder().use("old").build().json().members())
        .containsOnlyKeys("system", "value", "_value", "use");
  }

  @Test
  void modifierExtension_added_isRead() {
    Extension change = Extension.ofCode("https://simpul.example/not", "yes");

    assertThat(Patient.builder().addModifierExtension(change).build().modifierExtension())
        .containsExactly(change);
  }

  @Test
  void modifierExtension_ofAPart_isRead() throws Exception {
    Patient patient =
        read(
            "{'resourceType':'Patient','contact':[{'name':{'text':'A'},'modifierExtension':[{'url':"
                + "'https://simpul.example/not','valueCode':'yes'}]}]}");

    assertThat(patient.problems()).isEmpty();
    assertThat(patient.contact().get(0).modifierExtension())
        .containsExactly(Extension.ofCode("https://simpul.example/not", "yes"));
  }

  @Test
  void build_setToNothing_isRefused() {
    Immunization.Builder dose = Samples.immunizationBuilder().lotNumber("");

    assertThatThrownBy(dose::build).hasMessageContaining("Immunization.lotNumber");
    assertThatThrownBy(() -> Patient.builder().gender("").build())
        .hasMessageContaining("Patient.gender");
    assertThatThrownBy(() -> Patient.builder().set("name", JsonArray.EMPTY).build())
        .hasMessageContaining("Patient.name");
  }

  @Test
  void build_anotherResourceType_isRefusedAndChecked() {
    Patient.Builder odd = Patient.builder().set("resourceType", "X").set("gender", "?");

    ValidationException e = catchThrowableOfType(ValidationException.class, odd::build);

    assertThat(e.violations())
        .extracting(Violation::where)
        .containsExactly("Patient", "Patient.gender");
    assertThatThrownBy(() -> Patient.builder().without("resourceType").build())
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void build_partThatPointsAtItsSibling_isContainedAndNotWrittenAlone() throws Exception {
    Condition part = Condition.builder().id("c").subject(Reference.to("#pat")).build();
    Patient patient = Patient.builder().id("pat").active(true).build();
    Encounter whole =
        Samples.encounter().toBuilder()
            .addContained(part)
            .addContained(patient)
            .set("reasonReference", new JsonArray(List.of(Reference.to("#c").json())))
            .build();

    Encounter again = FhirJson.read(FhirJson.toBytes(whole), Encounter.TYPE);

    assertThat(again.contained()).containsExactly(part, patient);
    assertThat(again.contained()).allMatch(r -> r.violations().isEmpty());
    assertThatThrownBy(() -> FhirJson.toBytes(part))
        .hasMessageContaining("points at nothing the resource contains");
    assertThatThrownBy(() -> Condition.builder().subject(Reference.to("#pat")).build())
        .hasMessageContaining("points at nothing the resource contains");
  }

  @Test
  void build_referenceWithoutType_isRefused() {
    assertThatThrownBy(() -> Samples.immunizationBuilder().patient(Reference.to("P001")).build())
        .hasMessageContaining("Immunization.patient: must be Type/id");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0e3,1.0E+3",
    "37.50,37.50",
    "0.00000001,0.00000001",
    "1E-400,1E-400",
    "1e999999999,1E+999999999",
    "-1.5E-2,-0.015"
  })
  void set_decimal_keepsItsScaleAndTakesNoRoom(BigDecimal value, String written) {
    Observation observation =
        Samples.observation().toBuilder().valueQuantity(Quantity.of(value)).build();

    assertThat(FhirJson.toBytes(observation)).asString().contains("{\"value\":" + written + "}");
    assertThat(observation.valueQuantity().flatMap(Quantity::value)).hasValue(value);
  }

  @Test
  void build_brokenRules_areNamedAsTheStandardNamesThem() {
    Appointment.Builder appointment =
        Samples.appointment().toBuilder()
            .without("end")
            .set("cancelationReason", CodeableConcept.ofText("x"));

    ValidationException e = catchThrowableOfType(ValidationException.class, appointment::build);

    assertThat(e.violations())
        .extracting(Violation::code)
        .containsExactly("app-2", "app-3", "app-4");
  }

  @Test
  void build_periodBackwards_isRefused() {
    Period backwards =
        Period.of(
            FhirDateTime.parse("2026-11-22T09:00:00+07:00"),
            FhirDateTime.parse("2026-11-22T01:59:59Z"));

    assertThatThrownBy(() ->
            Schedule.builder()
                .addActor(Reference.to("Location/1"))
                .planningHorizon(backwards)
                .build())
        .hasMessageContaining("Schedule.planningHorizon: start is not after end");
  }

  @Test
  void build_containedResource_mustBePointedAt() {
    Immunization.Builder dose = Samples.immunizationBuilder().addContained(Samples.practitioner());

    assertThatThrownBy(dose::build).hasMessageContaining("Immunization.contained");
    assertThatThrownBy(() -> dose.patient(Reference.to("#nobody")).build())
        .hasMessageContaining("points at nothing the resource contains");
    assertThat(
            dose.patient(Reference.to("Patient/1"))
                .addPerformer(
                    Immunization.Performer.of(
                        CodeableConcept.ofText("f"), Reference.to("#N10000001")))
                .build()
                .contained())
        .containsExactly(Samples.practitioner());
  }

  @Test
  void toBuilder_changesOneThing_keepsTheRest() throws Exception {
    String json =
        "{\"resourceType\":\"Patient\",\"x\":1.50,\"active\":true,\"name\":[{\"text\":\"Warga\"}]}";
    Patient patient = FhirJson.read(json.getBytes(StandardCharsets.UTF_8), Patient.TYPE);

    Patient changed = patient.toBuilder().active(false).addName(patient.name().get(0)).build();

    assertThat(FhirJson.toBytes(changed))
        .asString()
        .isEqualTo(
            "{\"resourceType\":\"Patient\",\"x\":1.50,\"active\":false,"
                + "\"name\":[{\"text\":\"Warga\"},{\"text\":\"Warga\"}]}");
    assertThat(patient.active()).hasValue(true);
  }

  @Test
  void get_anyMemberOfTheStandard_isReachedByName() {
    Patient patient =
        Patient.builder()
            .set("maritalStatus", CodeableConcept.ofText("kawin"))
            .add("generalPractitioner", Reference.to("Practitioner/1"))
            .set("multipleBirthBoolean", true)
            .build();

    assertThat(patient.get("maritalStatus", CodeableConcept.TYPE))
        .isEqualTo(patient.maritalStatus());
    assertThat(patient.list("generalPractitioner", Reference.TYPE))
        .isEqualTo(List.of(Reference.to("Practitioner/1")));
    assertThat(patient.flag("multipleBirthBoolean")).hasValue(true);
    assertThat(patient.string("maritalStatus")).isEmpty();
  }

  @Test
  void builder_usedAgain_doesNotChangeWhatItMade() {
    Immunization.Builder builder = Samples.immunizationBuilder();
    Immunization first = builder.build();

    Immunization second = builder.addNote(id.simpul.health.fhir.type.Annotation.of("lagi")).build();

    assertThat(first.note()).hasSize(1);
    assertThat(second.note()).hasSize(2);
  }

  @Test
  void subscriptionStatus_ofANotification_tellsWhatHappened() throws Exception {
    String json =
        """
        {"resourceType":"Bundle","type":"history","entry":[{"fullUrl":"urn:uuid:1",
        "resource":{"resourceType":"Parameters","parameter":[
        {"name":"subscription","valueReference":{"reference":"Subscription/s"}},
        {"name":"status","valueCode":"active"},{"name":"type","valueCode":"event-notification"},
        {"name":"events-since-subscription-start","valueString":"310"},
        {"name":"notification-event","part":[{"name":"event-number","valueString":"310"},
        {"name":"timestamp","valueInstant":"2026-11-22T02:00:00Z"},
        {"name":"focus","valueReference":{"reference":"Immunization/1"}}]}]},
        "request":{"method":"GET","url":"Subscription/s/$status"},"response":{"status":"200"}}]}
        """;
    Bundle bundle = FhirJson.read(json.getBytes(StandardCharsets.UTF_8), Bundle.TYPE);

    SubscriptionStatus status = SubscriptionStatus.in(bundle).orElseThrow();

    assertThat(bundle.problems()).isEmpty();
    assertThat(status.status()).hasValue("active");
    assertThat(status.type()).hasValue("event-notification");
    assertThat(status.eventsSinceStart()).hasValue(310);
    assertThat(status.subscription()).hasValue(Reference.to("Subscription/s"));
    assertThat(status.events().get(0).number()).hasValue(310);
    assertThat(status.events().get(0).timestamp().orElseThrow().toInstant()).hasValue(Samples.NOW);
    assertThat(status.events().get(0).focus()).hasValue(Reference.to("Immunization/1"));
    assertThat(status.parameters()).isEqualTo(bundle.entry().get(0).resource().orElseThrow());
  }
}

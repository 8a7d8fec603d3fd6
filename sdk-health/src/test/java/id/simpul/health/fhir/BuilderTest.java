package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.Period;
import id.simpul.health.fhir.type.Reference;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuilderTest {
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
            "Immunization.occurrence[x]");
    assertThat(e.violations()).extracting(Violation::code).containsOnly(Violation.REQUIRED);
  }

  @Test
  void build_twoOfAChoice_isRefused() {
    Immunization.Builder both = Samples.immunizationBuilder().occurrenceString("kemarin");

    assertThatThrownBy(both::build).hasMessageContaining("more than one of a choice");
    assertThat(both.without("occurrenceDateTime").build().occurrenceString()).hasValue("kemarin");
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

package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.health.fhir.type.FhirType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a bundle gives of what it holds. */
class BundleTest {
  private static final String MEDICATION = "{'resourceType':'Medication','id':'m'}";
  private static final String PATIENT = "{'resourceType':'Patient','id':'p'}";

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static Bundle bundle() throws FormatException {
    return FhirJson.read(
        bytes(
            "{'resourceType':'Bundle','type':'collection','entry':[{'resource':%s},{'resource':%s},"
                    .formatted(MEDICATION, PATIENT)
                + "{'resource':{'id':'none'}},{'fullUrl':'urn:x'}]}"),
        Bundle.TYPE);
  }

  @Test
  void entry_askedAgain_isTheSame() throws FormatException {
    Bundle bundle = bundle();

    assertThat(bundle.entry()).hasSize(4).isSameAs(bundle.entry());
  }

  @Test
  void resource_askedAgain_isExaminedOnce() throws FormatException {
    Bundle bundle = bundle();
    Resource patient = bundle.entry().get(1).resource().orElseThrow();

    assertThat(bundle.entry().get(1).resource().orElseThrow()).isSameAs(patient);
    assertThat(bundle.entry().get(1).resource(Patient.TYPE).orElseThrow()).isSameAs(patient);
    assertThat(bundle.resources(Patient.TYPE).get(0)).isSameAs(patient);
    assertThat(bundle.entry().get(3).resource()).isEmpty();
  }

  @Test
  void resources_withoutAClass_areFoundByTheTypeOfTheOthers() throws FormatException {
    Bundle bundle = bundle();

    assertThat(bundle.resources(OtherResource.TYPE))
        .extracting(r -> r.id().orElseThrow())
        .containsExactly("m", "none");
    assertThat(bundle.entry().get(0).resource(OtherResource.TYPE)).isPresent();
    assertThat(bundle.entry().get(0).resource(Patient.TYPE)).isEmpty();
    assertThat(bundle.entry().get(1).resource(OtherResource.TYPE)).isEmpty();
    assertThat(bundle.entry().get(3).resource(OtherResource.TYPE)).isEmpty();
  }

  @Test
  void resources_byATypeMadeForTheirKind_areFound() throws FormatException {
    FhirType<OtherResource> medication = new FhirType<>("Medication", OtherResource.TYPE::read);

    assertThat(bundle().resources(medication))
        .extracting(Resource::resourceType)
        .containsExactly("Medication");
    assertThat(FhirJson.read(bytes(MEDICATION), medication).id()).hasValue("m");
    assertThatThrownBy(() -> FhirJson.read(bytes(PATIENT), medication))
        .hasMessageContaining("not Medication");
  }

  @Test
  void read_asAnOther_takesWhatHasNoClass() throws FormatException {
    assertThat(FhirJson.read(bytes(MEDICATION), OtherResource.TYPE).resourceType())
        .isEqualTo("Medication");
    assertThatThrownBy(() -> FhirJson.read(bytes(PATIENT), OtherResource.TYPE))
        .isInstanceOf(FormatException.class)
        .hasMessageContaining("of a kind that has a class");
  }
}

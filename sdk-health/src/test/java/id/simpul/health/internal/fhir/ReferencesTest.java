package id.simpul.health.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencesTest {
  @ParameterizedTest
  @CsvSource({
    "Patient/1,Patient",
    "https://x.example/fhir/Patient/1,Patient",
    "https://x.example/fhir/Patient/1/_history/2,Patient",
    "Patient?identifier=a|b,Patient",
    "urn:uuid:1,''",
    "#p1,''",
    "'',''",
    "/,''",
    "https://x.example/1,''",
    "lower/1,''",
    "https://x.example/DICOM/1,''"
  })
  void typeIn_reference_isTheSegmentBeforeTheId(String reference, String type) {
    assertThat(References.typeIn(reference)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"Patient/1,true", "Organization/1,false", "urn:uuid:1,true"})
  void mayBe_targets_decide(String reference, boolean allowed) {
    assertThat(References.mayBe(reference, Set.of("Patient"))).isEqualTo(allowed);
    assertThat(References.mayBe(reference, Set.of())).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Patient/1,true",
    "Patient?identifier=a,true",
    "https://x.example/DICOM/1,true",
    "urn:uuid:1,true",
    "#p1,true",
    "P001,false",
    "DICOM/1,false",
    "patient/1,false",
    ":x,false",
    "1:x,false"
  })
  void isOne_text_bySectionTwoThree(String reference, boolean one) {
    assertThat(References.isOne(reference)).isEqualTo(one);
  }
}

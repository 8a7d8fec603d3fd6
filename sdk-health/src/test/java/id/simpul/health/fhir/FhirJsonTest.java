package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.FhirProblem.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirJsonTest {
  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private static Resource read(String json) throws FormatException {
    return FhirJson.read(bytes(json));
  }

  private static String held(Resource resource) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FhirJson.writeAsHeld(resource, out);
    return out.toString(StandardCharsets.UTF_8).replace('"', '\'');
  }

  @ParameterizedTest
  @MethodSource("id.simpul.health.fhir.Samples#all")
  void toBytes_whatWasBuilt_isReadBackEqualAndClean(Resource resource) throws FormatException {
    Resource again = FhirJson.read(FhirJson.toBytes(resource));

    assertThat(again).isEqualTo(resource).hasSameClassAs(resource).hasSameHashCodeAs(resource);
    assertThat(again.problems()).isEmpty();
  }

  @Test
  void read_unknownMembersAndExtensions_areWrittenBackInOrder() throws IOException {
    String json =
        "{'resourceType':'Patient','zebra':{'a':[1.0]},'birthDate':'1990','_birthDate':"
            + "{'extension':[{'url':'http://x/e','valueString':'v'}]},'name':[{'given':['A',null],"
            + "'_given':[null,{'id':'g2'}],'other':true}],'active':true}";

    Patient patient = (Patient) read(json);

    assertThat(held(patient)).isEqualTo(json);
    assertThat(patient.problems()).extracting(FhirProblem::kind).containsOnly(Kind.UNKNOWN);
    assertThat(patient.problems())
        .extracting(FhirProblem::where)
        .containsExactly("Patient", "Patient.name[0].other");
    assertThat(patient.extensionOf("birthDate").get(0).valueString()).hasValue("v");
    assertThat(patient.name().get(0).given()).containsExactly("A");
    assertThat(FhirJson.toBytes(patient)).asString().isEqualTo(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"37.50", "37.5", "1.0e3", "-0.00", "100000000000000000000.10"})
  void read_decimal_keepsHowItIsWritten(String decimal) throws IOException {
    String json =
        "{'resourceType':'Observation','status':'final','code':{'text':'t'},'valueQuantity':"
            + "{'value':%s}}".formatted(decimal);

    Observation observation = (Observation) read(json);

    assertThat(held(observation)).isEqualTo(json);
    assertThat(observation.valueQuantity().orElseThrow().value())
        .hasToString("Optional[" + new java.math.BigDecimal(decimal) + "]");
  }

  @Test
  void read_emptyValues_areLeftOutAndTold() throws IOException {
    Resource patient =
        read(
            "{'resourceType':'Patient','identifier':[],'name':[{'text':''},{'given':['']}],"
                + "'contact':[{'name':{'text':'Warga'}}],'gender':null,'x':{'y':[{}]}}");

    assertThat(held(patient))
        .isEqualTo("{'resourceType':'Patient','contact':[{'name':{'text':'Warga'}}]}");
    assertThat(patient.problems()).extracting(FhirProblem::kind).containsOnly(Kind.REPAIRED);
    assertThat(patient.violations()).isEmpty();
  }

  @Test
  void read_emptyItemBesideExtensions_keepsThePlaceOfTheOthers() throws IOException {
    Resource patient =
        read("{'resourceType':'Patient','name':[{'given':['','B'],'_given':[{'id':'g1'},null]}]}");

    assertThat(held(patient))
        .isEqualTo(
            "{'resourceType':'Patient','name':[{'given':[null,'B'],'_given':[{'id':'g1'},null]}]}");
  }

  @Test
  void read_objectWhereListBelongs_isReadAndWrittenAsList() throws IOException {
    Immunization dose =
        (Immunization)
            read(
                "{'resourceType':'Immunization','status':'completed','vaccineCode':{'text':'v'},"
                    + "'patient':{'reference':'Patient/1'},'occurrenceDateTime':'2026-11-22',"
                    + "'reasonCode':{'coding':{'system':'s','code':'IM-Dasar'}}}");

    assertThat(dose.reasonCode().get(0).code("s/")).hasValue("IM-Dasar");
    assertThat(dose.problems())
        .extracting(FhirProblem::where)
        .containsExactly("Immunization.reasonCode[0].coding", "Immunization.reasonCode");
    assertThat(FhirJson.toBytes(dose))
        .asString()
        .contains("\"reasonCode\":[{\"coding\":[{\"system\":\"s\",\"code\":\"IM-Dasar\"}]}]");
  }

  @ParameterizedTest
  @CsvSource({"Patient", "Medication"})
  void read_privateCopies_areGone(String type) throws IOException {
    Resource resource =
        read("{'resourceType':'%s','encrypted':'00ff','plaintext':'{}','id':'1'}".formatted(type));

    assertThat(held(resource)).isEqualTo("{'resourceType':'%s','id':'1'}".formatted(type));
    assertThat(resource.problems())
        .hasSize(2)
        .extracting(FhirProblem::kind)
        .containsOnly(Kind.REPAIRED);
  }

  @Test
  void read_idOfTheNationalServer_isKeptInTheResponse() throws IOException {
    Bundle bundle =
        (Bundle)
            read(
                "{'resourceType':'Bundle','type':'transaction-response','entry':[{'response':"
                    + "{'status':'201 Created','resourceType':'Patient','resourceID':'P1'}}]}");

    assertThat(bundle.entry().get(0).response().orElseThrow().resourceId()).hasValue("P1");
    assertThat(bundle.violations()).isEmpty();
    assertThat(held(bundle)).contains("'resourceID':'P1'");
  }

  @Test
  void read_brokenDate_isKeptRawAndRefusedByTheWriter() throws IOException {
    Resource patient =
        read("{'resourceType':'Patient','meta':{'lastUpdated':'2024-05-15 03:37:52'}}");

    assertThat(patient.meta().orElseThrow().lastUpdated().orElseThrow().text())
        .isEqualTo("2024-05-15 03:37:52");
    assertThat(patient.meta().orElseThrow().lastUpdated().orElseThrow().problem()).isPresent();
    assertThat(held(patient)).contains("2024-05-15 03:37:52");
    assertThatThrownBy(() -> FhirJson.toBytes(patient))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("Patient.meta.lastUpdated")
        .hasMessageNotContaining("03:37");
  }

  @Test
  void write_brokenResource_writesNothing() throws FormatException {
    Resource patient = read("{'resourceType':'Patient','gender':'perempuan'}");
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> FhirJson.write(patient, out)).isInstanceOf(ValidationException.class);
    assertThat(out.size()).isZero();
  }

  @Test
  void read_everythingWrong_namesEachPlaceAtOnce() throws FormatException {
    Resource dose =
        read(
            "{'resourceType':'Immunization','status':'done','vaccineCode':'v','occurrenceDateTime':"
                + "'2026-13-01','occurrenceString':'x','primarySource':'true','performer':[{}, "
                + "{'function':{'text':'f'}}],'patient':{'reference':'Organization/1'},"
                + "'protocolApplied':[{'doseNumberPositiveInt':0}]}");

    assertThat(dose.violations())
        .extracting(Violation::where)
        .containsExactly(
            "Immunization.status",
            "Immunization.vaccineCode",
            "Immunization.occurrence",
            "Immunization.occurrence",
            "Immunization.primarySource",
            "Immunization.performer[1].actor",
            "Immunization.patient",
            "Immunization.protocolApplied[0].doseNumber");
  }

  @Test
  void read_nothingButAnId_breaksARule() throws FormatException {
    assertThat(read("{'resourceType':'Patient','maritalStatus':{'id':'m'}}").violations())
        .extracting(Violation::code)
        .containsExactly("ele-1");
    assertThat(read("{'resourceType':'Patient','gender':'other','_gender':{'id':'g'}}").problems())
        .isEmpty();
  }

  @Test
  void read_bundleOfAnything_carriesEachKind() throws IOException {
    String json =
        "{'resourceType':'Bundle','type':'collection','entry':[{'resource':{'resourceType':"
            + "'Medication','id':'m1','amount':{'numerator':{'value':1.50}}}},{'resource':"
            + "{'resourceType':'Patient','gender':'x'}}]}";

    Bundle bundle = (Bundle) read(json);

    assertThat(held(bundle)).isEqualTo(json);
    assertThat(bundle.entry().get(0).resource().orElseThrow()).isInstanceOf(OtherResource.class);
    assertThat(bundle.resources(Patient.TYPE).get(0).violations())
        .extracting(Violation::where)
        .containsExactly("Patient.gender");
    assertThat(bundle.violations())
        .extracting(Violation::where)
        .containsExactly("Bundle.entry[1].resource.gender");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "1",
        "{}",
        "{'resourceType':7}",
        "{'resourceType':''}",
        "{'resourceType':'a b'}",
        "{'resourceType':'Patient'",
        "null"
      })
  void read_notAResource_isRefused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(FormatException.class);
  }

  @Test
  void read_nameOfAKind_isTakenAtTheLimitAndRefusedPastIt() throws FormatException {
    assertThat(read("{'resourceType':'%s'}".formatted("A".repeat(64)))).isNotNull();
    assertThatThrownBy(() -> read("{'resourceType':'%s'}".formatted("A".repeat(65))))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void read_emptyThingOfTheWrongType_isOnlyLeftOut() throws FormatException {
    assertThat(read("{'resourceType':'Patient','gender':[''],'maritalStatus':[{}]}").problems())
        .extracting(FhirProblem::kind)
        .containsOnly(Kind.REPAIRED);
  }

  @Test
  void read_anotherKind_isRefused() {
    byte[] patient = bytes("{'resourceType':'Patient'}");

    assertThatThrownBy(() -> FhirJson.read(patient, Slot.TYPE)).hasMessageContaining("not Slot");
  }

  private static String nested(int depth) {
    return "{'resourceType':'X','a':" + "[".repeat(depth - 1) + "1" + "]".repeat(depth - 1) + "}";
  }

  @Test
  void read_depth_isTakenAtTheLimitAndRefusedPastIt() throws FormatException {
    assertThat(read(nested(FhirJson.MAX_DEPTH)).problems()).isNotNull();
    assertThatThrownBy(() -> read(nested(FhirJson.MAX_DEPTH + 1)))
        .isInstanceOf(FormatException.class);
  }

  /** An extension of an extension, and so on; each is an object in a list. */
  private static String extensions(int depth) {
    String open = "'extension':[{'url':'u',";
    String inner = depth % 2 == 0 ? "'extension':[]" : "'valueString':'v'";
    int levels = (depth - 1) / 2;
    return "{'resourceType':'Patient'," + open.repeat(levels) + inner + "}]".repeat(levels) + "}";
  }

  @Test
  void read_depthOfWhatIsDescribed_isTakenAtTheLimitAndRefusedPastIt() throws FormatException {
    assertThat(read(extensions(FhirJson.MAX_DEPTH - 1)).problems()).isEmpty();
    assertThat(read(extensions(FhirJson.MAX_DEPTH)).violations()).isNotEmpty();
    assertThatThrownBy(() -> read(extensions(FhirJson.MAX_DEPTH + 1)))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void read_valuesOfWhatIsDescribed_areTakenAtTheLimitAndRefusedPastIt() throws FormatException {
    // The object, the type, the list of names, the name, its list, and so many given names.
    String start = "{'resourceType':'Patient','name':[{'given':['A'";
    assertThat(read(start + ",'A'".repeat(FhirJson.MAX_VALUES - 6) + "]}]}").problems()).isEmpty();
    assertThatThrownBy(() -> read(start + ",'A'".repeat(FhirJson.MAX_VALUES - 5) + "]}]}"))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void read_values_areTakenAtTheLimitAndRefusedPastIt() throws FormatException {
    // The object, the type, the list, and so many numbers.
    String start = "{'resourceType':'X','a':[1";
    assertThat(read(start + ",1".repeat(FhirJson.MAX_VALUES - 4) + "]}").problems()).isEmpty();
    assertThatThrownBy(() -> read(start + ",1".repeat(FhirJson.MAX_VALUES - 3) + "]}"))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void read_bytes_areTakenAtTheLimitAndRefusedPastIt() throws FormatException {
    String json = "{'resourceType':'X','a':'%s'}";
    int room = FhirJson.MAX_BYTES - json.length() + 2;

    assertThat(read(json.formatted("a".repeat(room))).problems()).isEmpty();
    assertThatThrownBy(() -> read(json.formatted("a".repeat(room + 1))))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void read_streamPastItsLimit_isRefused() {
    Limits few = FhirJson.LIMITS.withMaxBytes(10);

    assertThatThrownBy(
            () -> FhirJson.read(new ByteArrayInputStream(bytes("{'resourceType':'X'}")), few))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void read_moreProblemsThanAreKept_keepsTheFirst() throws FormatException {
    Resource patient =
        read("{'resourceType':'Patient','name':[" + "{'text':7},".repeat(1500) + "{'text':7}]}");

    assertThat(patient.problems()).hasSize(1000);
  }

  @Test
  void read_manyHarmlessProblems_hideNoneThatIsRefused() throws FormatException {
    Resource patient =
        read(
            "{'resourceType':'Patient','name':["
                + "{'other':7},".repeat(1500)
                + "{'text':''},".repeat(1500)
                + "{'other':7}],'gender':'x'}");

    assertThatThrownBy(() -> FhirJson.toBytes(patient)).isInstanceOf(ValidationException.class);
  }

  /** Many codings whose codes are texts of one hash and one end. */
  private static String codings(String end) {
    List<String> codings = new ArrayList<>();
    for (int i = 0; i < 1 << 15; i++) {
      StringBuilder code = new StringBuilder();
      for (int bit = 0; bit < 15; bit++) {
        code.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      codings.add("{'code':'" + code + end + "'}");
    }
    return "{'coding':[" + String.join(",", codings) + "]}";
  }

  @Test
  void read_manyCodingsOfOneHash_takesNoTime() {
    String json =
        "{'resourceType':'Observation','status':'final','valueString':'x','code':"
            + codings("x")
            + ",'component':[{'code':"
            + codings("y")
            + "}]}";

    assertTimeout(Duration.ofSeconds(5), () -> assertThat(read(json).problems()).isEmpty());
  }

  @Test
  void toString_ofAnyone_showsNothing() {
    for (Resource resource : Samples.all()) {
      assertThat(resource.toString())
          .matches("[A-Za-z]+\\[[0-9]+ members]")
          .doesNotContain("Uji", "3171");
    }
    Patient patient = Samples.patient();
    assertThat(patient.name().get(0) + "" + patient.birthDate() + patient.identifier())
        .isEqualTo("HumanName[3 members]Optional[FhirDate[MONTH]][Identifier[3 members]]");
  }

  @Test
  void read_namesOfTheDocument_areNotRepeatedWhenTheyCouldBePersonal() throws FormatException {
    Resource patient = read("{'resourceType':'Patient','3171000000000000':{'a':1},'a\\nb':1}");

    assertThat(patient.problems()).extracting(FhirProblem::where).containsOnly("Patient");
  }

  @Test
  void equals_sameContentInAnotherOrder_isEqual() throws FormatException {
    assertThat(read("{'resourceType':'Patient','id':'1','active':true}"))
        .isEqualTo(read("{'active':true,'id':'1','resourceType':'Patient'}"))
        .isNotEqualTo(read("{'resourceType':'Patient','id':'2','active':true}"));
  }
}

package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.FhirProblem.Kind;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the walk makes of documents that are legal but odd, or odd but look legal. */
class FhirWalkTest {
  private static Resource read(String json) throws FormatException {
    return FhirJson.read(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }

  private static String held(Resource resource) {
    return new String(Json.toBytes(resource.json()), StandardCharsets.UTF_8).replace('"', '\'');
  }

  private static void isReadBackClean(Resource resource) throws FormatException {
    assertThat(FhirJson.read(Json.toBytes(resource.json())).problems()).isEmpty();
  }

  @Test
  void read_thousandHarmlessProblems_hideNoViolation() throws FormatException {
    Resource patient =
        read(
            "{'resourceType':'Patient','name':["
                + "{'x':1},".repeat(999)
                + "{'x':1}],'gender':'perempuan'}");

    assertThat(patient.violations()).extracting(Violation::where).containsExactly("Patient.gender");
    assertThatThrownBy(() -> FhirJson.toBytes(patient)).isInstanceOf(ValidationException.class);
  }

  @Test
  void read_periodWithALongFraction_isCompared() throws FormatException {
    String period =
        "{'resourceType':'Schedule','actor':[{'reference':'Location/1'}],'planningHorizon':"
            + "{'start':'2026-11-22T09:00:00.1234567890Z','end':'%s'}}";

    assertThat(read(period.formatted("2026")).problems()).isEmpty();
    assertThat(read(period.formatted("2025")).violations())
        .extracting(Violation::code)
        .containsExactly("per-1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'_deceasedDateTime':{'id':'a'},'deceasedDateTime':'2026'",
        "'deceasedDateTime':'2026','_deceasedDateTime':{'id':'a'}",
        "'_deceasedDateTime':{'id':'a'}",
        "'deceasedDateTime':'2026'"
      })
  void read_oneOfAChoiceInAnyOrder_isOne(String members) throws FormatException {
    assertThat(read("{'resourceType':'Patient'," + members + "}").problems()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'deceasedBoolean':true,'_deceasedDateTime':{'id':'a'}",
        "'_deceasedDateTime':{'id':'a'},'deceasedBoolean':true",
        "'deceasedBoolean':true,'deceasedDateTime':'2026'"
      })
  void read_twoOfAChoice_areInConflict(String members) throws FormatException {
    assertThat(read("{'resourceType':'Patient'," + members + "}").violations())
        .extracting(Violation::code)
        .containsExactly(Violation.CONFLICT);
  }

  @Test
  void read_extensionsOfAnObject_areNotTheObject() throws FormatException {
    Resource dose =
        read(
            "{'resourceType':'Immunization','status':'completed','_vaccineCode':{'id':'a'},"
                + "'_patient':{'id':'a'},'occurrenceDateTime':'2026'}");

    assertThat(dose.violations())
        .extracting(Violation::where)
        .containsExactly("Immunization.vaccineCode", "Immunization.patient");
  }

  @Test
  void get_resourceOfAnotherKind_isEmpty() throws FormatException {
    Bundle bundle =
        (Bundle)
            read(
                "{'resourceType':'Bundle','type':'collection','entry':[{'resource':{'resourceType':"
                    + "'Observation','status':'final','code':{'text':'t'}}}]}");
    Bundle.Entry entry = bundle.entry().get(0);

    assertThat(entry.get("resource", Patient.TYPE)).isEmpty();
    assertThat(entry.list("resource", Patient.TYPE)).isEmpty();
    assertThat(entry.get("resource", Observation.TYPE)).isPresent();
    assertThat(entry.resource()).containsInstanceOf(Observation.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'resourceType':'Immunization','status':'completed','vaccineCode':{'text':'v'},"
            + "'patient':{'reference':'Patient/1'},'occurrenceDateTime':'2026',"
            + "'performer':[{'function':{'text':''}}]}",
        "{'resourceType':'Patient','contact':[{'name':{'text':''}}]}",
        "{'resourceType':'Patient','extension':[{'url':''}]}"
      })
  void read_whatIsLeftOut_breaksNoRule(String json) throws FormatException {
    Resource resource = read(json);

    assertThat(resource.problems()).extracting(FhirProblem::kind).containsOnly(Kind.REPAIRED);
    isReadBackClean(resource);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'given':['A',''],'_given':[null,{}]|'given':['A']",
        "'given':['A',null],'_given':[]|'given':['A']",
        "'given':[null,'A'],'_given':[null]|'given':['A']",
        "'given':['A'],'_given':[{'id':'g'},null]|'given':['A'],'_given':[{'id':'g'}]",
        "'given':[null],'_given':[{'id':'g'}]|'_given':[{'id':'g'}]",
        "'_given':[null,{'id':'g'}]|'_given':[{'id':'g'}]",
        "'x':[null],'_x':[{}],'text':'T'|'text':'T'"
      })
  void read_placesThatAreEmptyInBothLists_areLeftOut(String members, String left)
      throws FormatException {
    Resource patient = read("{'resourceType':'Patient','name':[{%s}]}".formatted(members));

    assertThat(held(patient)).isEqualTo("{'resourceType':'Patient','name':[{%s}]}".formatted(left));
    assertThat(patient.problems()).extracting(FhirProblem::kind).contains(Kind.REPAIRED);
    assertThat(FhirJson.read(Json.toBytes(patient.json())).problems())
        .extracting(FhirProblem::kind)
        .doesNotContain(Kind.REPAIRED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'x':[1,2],'_x':[null,{'id':'a'}]",
        "'_x':[null,{'id':'a'}],'x':[1,null]",
        "'given':[null,'A'],'_given':[{'id':'g'},null]"
      })
  void read_placesThatHoldSomething_areKept(String members) throws FormatException {
    String json = "{'resourceType':'Patient','name':[{%s}]}".formatted(members);

    assertThat(held(read(json))).isEqualTo(json);
  }

  @Test
  void read_pairsOfPairs_areRepairedOnce() throws FormatException {
    Resource patient =
        read("{'resourceType':'Patient','x':[1,null],'_x':[null,null],'__x':[null,{'id':'a'}]}");

    assertThat(held(patient)).isEqualTo("{'resourceType':'Patient','x':[1],'__x':[{'id':'a'}]}");
    assertThat(FhirJson.read(Json.toBytes(patient.json())).json()).isEqualTo(patient.json());
  }

  @Test
  void read_pairsOfNothing_areNothing() throws FormatException {
    assertThat(held(read("{'resourceType':'Patient','name':[{'given':[null],'_given':[null]}]}")))
        .isEqualTo("{'resourceType':'Patient'}");
    assertThat(held(read("{'resourceType':'Medication','a':{'b':[null],'_b':[null]}}")))
        .isEqualTo("{'resourceType':'Medication'}");
  }

  @Test
  void read_entryWithoutAKind_isNotGivenOne() throws FormatException {
    Bundle bundle =
        (Bundle)
            read("{'resourceType':'Bundle','type':'collection','entry':[{'resource':{'id':'a'}}]}");
    Resource inner = bundle.entry().get(0).resource().orElseThrow();

    assertThat(inner.resourceType()).isEmpty();
    assertThat(inner.violations()).isNotEmpty();
    assertThat(held(inner)).isEqualTo("{'id':'a'}");
    assertThat(bundle.violations()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Resource", "DomainResource"})
  void read_kindThatIsNone_isRefusedAndABreachWithin(String type) throws FormatException {
    assertThatThrownBy(() -> read("{'resourceType':'%s','id':'1'}".formatted(type)))
        .isInstanceOf(FormatException.class);
    assertThat(
            read("{'resourceType':'Parameters','parameter':[{'name':'a','resource':"
                    + "{'resourceType':'%s','id':'1'}}]}".formatted(type))
                .violations())
        .extracting(Violation::where)
        .containsExactly("Parameters.parameter[0].resource");
  }

  @Test
  void read_privateCopyWithinAnyResource_isGone() throws FormatException {
    Resource medication =
        read(
            "{'resourceType':'Medication','contained':[{'resourceType':'Organization',"
                + "'plaintext':'rahasia','name':'A'}]}");

    assertThat(held(medication))
        .isEqualTo(
            "{'resourceType':'Medication','contained':[{'resourceType':'Organization',"
                + "'name':'A'}]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'resourceType':'Organization','name':'A'}|required dom-3",
        "{'resourceType':'Organization','id':'a','name':'A'},{'resourceType':'Organization',"
            + "'id':'a','name':'B'}|conflict",
        "{'resourceType':'Organization','id':'a','name':'A','partOf':{'reference':'#'}}|",
        "{'resourceType':'Organization','id':'a','name':'A'},{'resourceType':'Organization',"
            + "'id':'b','name':'B','partOf':{'reference':'#'}},{'resourceType':'Organization',"
            + "'id':'c','name':'C'}|dom-3",
        "{'resourceType':'Organization','id':'a','name':'A','contained':[{'resourceType':"
            + "'Patient','id':'p'}]}|dom-2"
      })
  void read_containedResources_keepTheirRules(String contained, String codes)
      throws FormatException {
    Resource patient =
        read(
            "{'resourceType':'Patient','managingOrganization':{'reference':'#a'},'contained':["
                + contained
                + "]}");

    assertThat(patient.violations().stream().map(Violation::code).filter(c -> !c.equals("ref-1")))
        .containsExactly(codes == null ? new String[0] : codes.split(" "));
  }

  @Test
  void read_pathThatLooksLikeAType_isAllowed() throws FormatException {
    assertThat(
            read("{'resourceType':'Patient','managingOrganization':{'reference':"
                    + "'https://x.example/DICOM/1'}}")
                .problems())
        .isEmpty();
  }
}

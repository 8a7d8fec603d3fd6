package id.simpul.health.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.health.fhir.FhirProblem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The places of problems, which are FHIRPath. */
class PlaceTest {
  /** What FHIRPath does not take as a name of its own (hl7.org/fhirpath/N1, the grammar). */
  private static final Set<String> RESERVED =
      Set.of(
          "and",
          "contains",
          "day",
          "days",
          "div",
          "false",
          "hour",
          "hours",
          "implies",
          "in",
          "is",
          "millisecond",
          "milliseconds",
          "minute",
          "minutes",
          "mod",
          "month",
          "months",
          "or",
          "second",
          "seconds",
          "true",
          "week",
          "weeks",
          "xor",
          "year",
          "years");

  private static List<String> where(String json) throws FormatException {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return Examined.of((JsonObject) Json.read(bytes, Limits.DEFAULT), null).problems().stream()
        .map(FhirProblem::where)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'name':[{},{'family':7}]|Patient.name[0] Patient.name[1].family",
        "'deceasedBoolean':'x'|Patient.deceased",
        "'deceasedBoolean':true,'deceasedDateTime':'2026'|Patient.deceased",
        "'link':[{'type':'refer'}]|Patient.link[0].other",
        "'_birthDate':{'extension':[{'url':'u','valueInteger':'x'}]}"
            + "|Patient.birthDate.extension[0].value",
        "'name':[{'given':['a','b'],'_given':[null,{'extension':[{'url':'u'}]}]}]"
            + "|Patient.name[0].given[1].extension[0]",
        "'text':{'status':'generated','div':'x'}|Patient.text.`div`",
        "'contained':[{'resourceType':'Slot','id':'a'}]|Patient.contained[0].schedule"
            + " Patient.contained[0].status Patient.contained[0].start Patient.contained[0].end"
            + " Patient.contained",
        "'3171000000000000':{'name':1}|Patient",
        "'name':[{'BudiSantoso':[1,'']}]|Patient.name[0] Patient.name[0]",
        "'_maritalStatus':{'id':'a'}|Patient",
        "'encrypted':'00'|Patient.encrypted"
      })
  void where_ofAProblem_isFhirPathAndNoNameOfTheDocument(String members, String paths)
      throws FormatException {
    assertThat(where("{'resourceType':'Patient'," + members + "}"))
        .containsExactly(paths.split(" "));
  }

  @Test
  void where_withinAChoiceAndAPlainMemberOfOneName_isThatOfItsType() throws FormatException {
    String dosage =
        "{'resourceType':'Parameters','parameter':[{'name':'a','valueDosage':{'doseAndRate':"
            + "[{'doseQuantity':{'value':'x'}}]}}]}";
    String dose =
        "{'resourceType':'Immunization','status':'completed','vaccineCode':{'text':'v'},"
            + "'patient':{'reference':'Patient/1'},'occurrenceString':'x',"
            + "'doseQuantity':{'value':'x'}}";

    assertThat(where(dosage))
        .containsExactly("Parameters.parameter[0].value.doseAndRate[0].dose.value");
    assertThat(where(dose)).containsExactly("Immunization.doseQuantity.value");
  }

  @Test
  void where_ofAResourceThatIsNotDescribed_endsBeforeWhatIsUnknown() throws FormatException {
    assertThat(where("{'resourceType':'Medication','amount':{'numerator':{'value':''}}}"))
        .allMatch(p -> p.equals("Medication"));
    assertThat(where("{'resourceType':'Medication','code':{'coding':[{'code':''}]}}"))
        .startsWith("Medication.code.coding[0].code");
    assertThat(where("{'resourceType':'BudiSantoso','id':''}")).containsExactly("Resource.id");
  }

  @Test
  void names_ofTheDescription_areNamesToFhirPath() {
    Set<String> names = new TreeSet<>();
    for (Shape shape : Shapes.all()) {
      shape.members.keySet().forEach(wire -> names.add("" + PathNames.of(shape, wire)));
      shape.members.keySet().forEach(wire -> names.add("" + PathNames.of(null, wire)));
    }

    assertThat(names).contains("`div`", "value").doesNotContainAnyElementsOf(RESERVED);
    assertThat(names).allMatch(n -> n.matches("[A-Za-z][A-Za-z0-9]*|`[a-z]+`"));
  }
}

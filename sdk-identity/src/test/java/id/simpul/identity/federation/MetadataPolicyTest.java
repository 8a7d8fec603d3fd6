package id.simpul.identity.federation;

import static id.simpul.identity.federation.Statements.TYPE;
import static id.simpul.identity.federation.Statements.json;
import static id.simpul.identity.federation.Statements.operators;
import static id.simpul.identity.federation.Statements.parameters;
import static id.simpul.identity.federation.Statements.policy;
import static id.simpul.identity.federation.Statements.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.TrustException.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operator by itself: the values it takes and what it does to a parameter. */
class MetadataPolicyTest {
  private static final String WHERE = TYPE + ".p.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "value sets             | {'value':'a'}                   | {}               | {'p':'a'}",
        "value overrides        | {'value':'a'}                   | {'p':['b']}      | {'p':'a'}",
        "value keeps digits     | {'value':1.50}                  | {'p':1}          | {'p':1.50}",
        "value is false         | {'value':false}                 | {'p':true}       | {'p':false}",
        "value is an object     | {'value':{'k':null}}            | {}               | {'p':{'k':null}}",
        "value repeats          | {'value':['a','a']}             | {}               | {'p':['a','a']}",
        "value null removes     | {'value':null}                  | {'p':'a','q':1}  | {'q':1}",
        "value null, absent     | {'value':null}                  | {'q':1}          | {'q':1}",
        "add to nothing         | {'add':['a','a','b']}           | {}               | {'p':['a','b']}",
        "add after              | {'add':['c','a']}               | {'p':['b','a']}  | {'p':['b','a','c']}",
        "add nothing            | {'add':[]}                      | {}               | {'p':[]}",
        "add numbers            | {'add':[1.0,2]}                 | {'p':[1]}        | {'p':[1,2]}",
        "add objects            | {'add':[{'b':2,'a':1.0}]}       | {'p':[{'a':1,'b':2}]} | {'p':[{'a':1,'b':2}]}",
        "default sets           | {'default':'a'}                 | {}               | {'p':'a'}",
        "default steps back     | {'default':'a'}                 | {'p':'b'}        | {'p':'b'}",
        "default after add      | {'default':['a'],'add':['b']}   | {}               | {'p':['b']}",
        "one_of string          | {'one_of':['a','b']}            | {'p':'b'}        | {'p':'b'}",
        "one_of number          | {'one_of':[1,2e1]}              | {'p':20}         | {'p':20}",
        "one_of object          | {'one_of':[{'x':[1]}]}          | {'p':{'x':[1.0]}} | {'p':{'x':[1.0]}}",
        "one_of absent          | {'one_of':['a']}                | {}               | {}",
        "one_of after default   | {'one_of':['a'],'default':'a'}  | {}               | {'p':'a'}",
        "subset_of cuts         | {'subset_of':['a','b','c']}     | {'p':['e','b']}  | {'p':['b']}",
        "subset_of leaves none  | {'subset_of':['a','b','c']}     | {'p':['d','e']}  | {'p':[]}",
        "subset_of absent       | {'subset_of':['a'],'essential':false} | {}         | {}",
        "subset_of essential    | {'subset_of':['a'],'essential':true} | {'p':['d']} | {'p':[]}",
        "subset_of nothing      | {'subset_of':[]}                | {'p':['a']}      | {'p':[]}",
        "superset_of equal      | {'superset_of':['a']}           | {'p':['a']}      | {'p':['a']}",
        "superset_of more       | {'superset_of':['a']}           | {'p':['b','a']}  | {'p':['b','a']}",
        "superset_of absent     | {'superset_of':['a']}           | {}               | {}",
        "superset_of after add  | {'superset_of':['a'],'add':['a']} | {'p':['b']}    | {'p':['b','a']}",
        "set equals             | {'subset_of':['a','b'],'superset_of':['a','b']} | {'p':['b','c','a']} | {'p':['b','a']}",
        "essential there        | {'essential':true}              | {'p':{'k':1}}    | {'p':{'k':1}}",
        "essential by default   | {'essential':true,'default':0}  | {}               | {'p':0}",
        "essential false        | {'essential':false}             | {}               | {}",
        "unknown ignored        | {'regexp':'(a+)+','value':'a'}  | {}               | {'p':'a'}",
        "nothing asked          | {}                              | {'p':true}       | {'p':true}",
      })
  void apply_operator_resolves(String name, String operators, String given, String resolved) {
    JsonObject result = operators(operators).apply(parameters(given));
    assertThat(result).as(name).isEqualTo(parameters(resolved));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "add         | {'add':['a']}                            | {'p':'SECRET'}",
        "add         | {'add':['a']}                            | {'p':[true]}",
        "add         | {'add':['a']}                            | {'p':[['SECRET']]}",
        "one_of      | {'one_of':['a']}                         | {'p':'SECRET'}",
        "one_of      | {'one_of':['a']}                         | {'p':['a']}",
        "one_of      | {'one_of':['a']}                         | {'p':true}",
        "one_of      | {'one_of':['a'],'default':'SECRET'}      | {}",
        "one_of      | {'one_of':['1']}                         | {'p':1}",
        "subset_of   | {'subset_of':['a']}                      | {'p':'a'}",
        "subset_of   | {'subset_of':['a']}                      | {'p':['a',null]}",
        "superset_of | {'superset_of':['a','SECRET']}           | {'p':['a']}",
        "superset_of | {'superset_of':['a']}                    | {'p':'a'}",
        "superset_of | {'superset_of':['a']}                    | {'p':[]}",
        "superset_of | {'superset_of':['a'],'subset_of':['a']}  | {'p':['b']}",
        "superset_of | {'superset_of':['a'],'default':['b']}    | {}",
        "essential   | {'essential':true}                       | {}",
        "essential   | {'essential':true,'subset_of':['a']}     | {}",
      })
  void apply_notKept_namesTypeParameterAndOperator(
      String operator, String operators, String given) {
    MetadataPolicy policy = operators(operators);
    refused(Reason.POLICY_VIOLATED, WHERE + operator, () -> policy.apply(parameters(given)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "add         | {'add':'SECRET'}",
        "add         | {'add':null}",
        "add         | {'add':{'SECRET':1}}",
        "add         | {'add':[true]}",
        "add         | {'add':[['SECRET']]}",
        "add         | {'add':[null]}",
        "default     | {'default':null}",
        "one_of      | {'one_of':'SECRET'}",
        "one_of      | {'one_of':[]}",
        "one_of      | {'one_of':[false]}",
        "subset_of   | {'subset_of':'SECRET'}",
        "subset_of   | {'subset_of':true}",
        "superset_of | {'superset_of':1}",
        "superset_of | {'superset_of':[['SECRET']]}",
        "essential   | {'essential':'true'}",
        "essential   | {'essential':1}",
        "essential   | {'essential':null}",
      })
  void parse_valueOfAnotherType_isPolicyError(String operator, String operators) {
    refused(Reason.POLICY_VIOLATED, WHERE + operator, () -> operators(operators));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "simpul_node   | {'simpul_node':'SECRET'}",
        "simpul_node   | {'simpul_node':null}",
        "simpul_node   | {'simpul_node':['SECRET']}",
        "simpul_node.p | {'simpul_node':{'p':'SECRET'}}",
        "simpul_node.p | {'simpul_node':{'p':null}}",
        "simpul_node.p | {'simpul_node':{'p':[]}}",
      })
  void parse_levelIsNoObject_isMalformed(String where, String json) {
    refused(Reason.MALFORMED, where, () -> policy(json));
  }

  @Test
  void parse_levelsWithoutMembers_askForNothing() {
    assertThat(policy("{}")).isEqualTo(MetadataPolicy.NONE);
    JsonObject metadata = parameters("{'p':1}");
    assertThat(policy("{'simpul_node':{}}").apply(metadata)).isEqualTo(metadata);
    assertThat(policy("{'simpul_node':{'p':{}}}").apply(metadata)).isEqualTo(metadata);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'p':{'regexp':'a'}}", "{'p':{'value':'a'}}", "{}"})
  void parse_criticalOperatorNotUnderstood_isPolicyError(String parameters) {
    JsonObject policy = parameters(parameters);
    refused(
        Reason.POLICY_VIOLATED,
        "metadata_policy_crit.regexp",
        () -> MetadataPolicy.parse(policy, Set.of("regexp")));
    refused(
        Reason.POLICY_VIOLATED,
        "metadata_policy_crit.VALUE",
        () -> MetadataPolicy.parse(policy, Set.of("VALUE")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"value", "add", "default", "one_of", "subset_of", "superset_of", "essential"})
  void parse_standardOperatorCalledCritical_isMalformed(String operator) {
    refused(
        Reason.MALFORMED,
        "metadata_policy_crit." + operator,
        () -> MetadataPolicy.parse(JsonObject.EMPTY, Set.of(operator)));
  }

  @Test
  void parse_memberNameTwice_isMalformedAtEachLevel() {
    refused(Reason.MALFORMED, "line 1", () -> policy("{'t':{},'t':{}}"));
    refused(Reason.MALFORMED, "line 1", () -> policy("{'t':{'p':{},'p':{}}}"));
    refused(Reason.MALFORMED, "line 1", () -> operators("{'value':1,'value':1}"));
  }

  @Test
  void apply_otherTypesAndParameters_staysOut() {
    MetadataPolicy policy =
        policy("{'a':{'p':{'value':1}},'absent':{'p':{'essential':true}},'b':{}}");
    JsonObject metadata = json("{'b':{'p':2},'a':{'q':3},'c':{'p':4}}");
    assertThat(policy.apply(metadata))
        .isEqualTo(json("{'b':{'p':2},'a':{'q':3,'p':1},'c':{'p':4}}"));
  }

  @Test
  void apply_languageTag_isAnotherParameter() {
    MetadataPolicy policy = operators("client_name#id", "{'value':'Simpul'}");
    assertThat(policy.apply(parameters("{'client_name':'Node'}")))
        .isEqualTo(parameters("{'client_name':'Node','client_name#id':'Simpul'}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "simpul_node   | {'simpul_node':null}",
        "simpul_node   | {'simpul_node':['SECRET']}",
        "simpul_node.q | {'simpul_node':{'q':null,'s':'SECRET'}}",
        "other.q       | {'simpul_node':{},'other':{'q':null}}",
      })
  void apply_metadataOfAnotherShape_isMalformed(String where, String metadata) {
    refused(Reason.MALFORMED, where, () -> operators("{'value':1}").apply(json(metadata)));
    refused(Reason.MALFORMED, where, () -> MetadataPolicy.NONE.apply(json(metadata)));
  }

  @Test
  void apply_nameWithControlCharacters_keepsThemOutOfTheMessage() {
    MetadataPolicy policy = operators("a\\n\\u001bb\\u00e9", "{'essential':true}");
    refused(
        Reason.POLICY_VIOLATED, TYPE + ".a??b?.essential", () -> policy.apply(parameters("{}")));
  }

  @Test
  void toString_showsNoValue() {
    assertThat(operators("{'value':'SECRET'}")).hasToString("metadata policy for 1 entity types");
  }
}

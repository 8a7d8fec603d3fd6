package id.simpul.identity.federation;

import static id.simpul.identity.federation.Statements.TYPE;
import static id.simpul.identity.federation.Statements.operators;
import static id.simpul.identity.federation.Statements.parameters;
import static id.simpul.identity.federation.Statements.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code scope} is a string in metadata and an array to operators (section 6.1.3.1.8). */
class MetadataPolicyScopeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'value':'a b'}                         | {}                  | {'scope':'a b'}",
        "{'value':['a','b']}                     | {'scope':'c'}       | {'scope':'a b'}",
        "{'value':null}                          | {'scope':'c'}       | {}",
        "{'add':['b','c']}                       | {'scope':'a b'}     | {'scope':'a b c'}",
        "{'add':'b'}                             | {}                  | {'scope':'b'}",
        "{'default':['a','b']}                   | {}                  | {'scope':'a b'}",
        "{'default':'a b'}                       | {'scope':'c'}       | {'scope':'c'}",
        "{'subset_of':['a','b']}                 | {'scope':'b  c a '} | {'scope':'b a'}",
        "{'subset_of':['a','b']}                 | {'scope':['b','c']} | {'scope':'b'}",
        "{'subset_of':['a']}                     | {'scope':'b c'}     | {'scope':''}",
        "{'subset_of':['a b']}                   | {'scope':'b'}       | {'scope':'b'}",
        "{'superset_of':['a']}                   | {'scope':'b a'}     | {'scope':'b a'}",
        "{'superset_of':['a']}                   | {}                  | {}",
        "{'value':'a b','superset_of':['b']}     | {}                  | {'scope':'a b'}",
        "{'value':['a b'],'subset_of':['a','b']} | {}                  | {'scope':'a b'}",
        "{'essential':true}                      | {'scope':''}        | {'scope':''}",
        "{'regexp':'a'}                          | {'scope':['a']}     | {'scope':['a']}",
      })
  void apply_scope_isReadAsWords(String operators, String given, String resolved) {
    MetadataPolicy policy = operators("scope", operators);
    assertThat(policy.apply(parameters(given))).isEqualTo(parameters(resolved));
    assertThat(policy.apply(parameters(resolved))).isEqualTo(parameters(resolved));
  }

  @Test
  void merge_stringAndArray_areTheSame() {
    MetadataPolicy merged =
        operators("scope", "{'value':'a b'}").merge(operators("scope", "{'value':['a','b']}"));
    assertThat(merged).isEqualTo(operators("scope", "{'value':'a b'}"));
  }

  @Test
  void apply_wordSmuggledInAnotherWord_isCutOff() {
    MetadataPolicy policy = operators("scope", "{'subset_of':['read']}");
    assertThat(policy.apply(parameters("{'scope':['read','read write']}")))
        .isEqualTo(parameters("{'scope':'read read'}"));
    refused(
        Reason.POLICY_VIOLATED,
        TYPE + ".scope.add",
        () -> policy.merge(operators("scope", "{'add':['read write']}")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "value     | {'value':1}",
        "value     | {'value':['a',1]}",
        "add       | {'add':[1]}",
        "default   | {'default':{'SECRET':1}}",
        "default   | {'default':null}",
        "subset_of | {'subset_of':[{'a':'SECRET'}]}",
        "one_of    | {'one_of':['SECRET']}",
      })
  void parse_scopeOfAnotherType_isPolicyError(String operator, String operators) {
    String where = TYPE + ".scope." + operator;
    refused(Reason.POLICY_VIOLATED, where, () -> operators("scope", operators));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{'scope':1}", "{'scope':true}", "{'scope':['a',1]}", "{'scope':{'SECRET':1}}"})
  void apply_scopeOfAnotherType_isPolicyError(String given) {
    MetadataPolicy policy = operators("scope", "{'essential':true}");
    refused(Reason.POLICY_VIOLATED, TYPE + ".scope", () -> policy.apply(parameters(given)));
  }
}

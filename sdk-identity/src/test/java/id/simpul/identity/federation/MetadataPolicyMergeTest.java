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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same operator in two statements, and the levels above it. */
class MetadataPolicyMergeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'value':1.0}                    | {'value':1}                      | {'value':1.0}",
        "{'value':null}                   | {'value':null}                   | {'value':null}",
        "{'value':{'a':1,'b':2}}          | {'value':{'b':2,'a':1}}          | {'value':{'a':1,'b':2}}",
        "{'add':['a','b']}                | {'add':['b','c']}                | {'add':['a','b','c']}",
        "{'default':['a']}                | {'default':['a']}                | {'default':['a']}",
        "{'one_of':['a','b']}             | {'one_of':['c','b']}             | {'one_of':['b']}",
        "{'subset_of':['a','b']}          | {'subset_of':['b','c']}          | {'subset_of':['b']}",
        "{'subset_of':['a']}              | {'subset_of':['b']}              | {'subset_of':[]}",
        "{'superset_of':['a']}            | {'superset_of':['b']}            | {'superset_of':['b','a']}",
        "{'essential':true}               | {'essential':false}              | {'essential':true}",
        "{'essential':false}              | {'essential':true}               | {'essential':true}",
        "{'value':'a'}                    | {'regexp':'b'}                   | {'value':'a'}",
      })
  void merge_sameOperator_isAsStrictAsBoth(String above, String below, String merged) {
    assertThat(operators(above).merge(operators(below))).isEqualTo(operators(merged));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "value       | {'value':'a'}           | {'value':'SECRET'}",
        "value       | {'value':null}          | {'value':'SECRET'}",
        "value       | {'value':'SECRET'}      | {'value':null}",
        "value       | {'value':['a','b']}     | {'value':['b','a']}",
        "value       | {'value':1}             | {'value':'1'}",
        "default     | {'default':'a'}         | {'default':'SECRET'}",
        "default     | {'default':false}       | {'default':true}",
        "one_of      | {'one_of':['a']}        | {'one_of':['SECRET']}",
      })
  void merge_contradiction_isPolicyError(String operator, String above, String below) {
    MetadataPolicy superior = operators(above);
    MetadataPolicy subordinate = operators(below);
    String where = TYPE + ".p." + operator;
    refused(Reason.POLICY_VIOLATED, where, () -> superior.merge(subordinate));
  }

  @Test
  void merge_contradictionBuiltByThree_isFoundAtTheThird() {
    MetadataPolicy two = operators("{'subset_of':['a','b']}").merge(operators("{'add':['b']}"));
    MetadataPolicy third = operators("{'subset_of':['a']}");
    refused(Reason.POLICY_VIOLATED, TYPE + ".p.add", () -> two.merge(third));
  }

  @Test
  void merge_otherTypesAndParameters_areCopied() {
    MetadataPolicy superior = policy("{'a':{'p':{'value':1}},'b':{'p':{'value':2}}}");
    MetadataPolicy subordinate = policy("{'b':{'q':{'value':3}},'c':{'p':{'value':4}}}");
    assertThat(superior.merge(subordinate).apply(json("{'a':{},'b':{},'c':{}}")))
        .isEqualTo(json("{'a':{'p':1},'b':{'p':2,'q':3},'c':{'p':4}}"));
    assertThat(superior).isEqualTo(policy("{'a':{'p':{'value':1}},'b':{'p':{'value':2}}}"));
  }

  @Test
  void merge_none_changesNothing() {
    MetadataPolicy policy = policy("{'a':{'p':{'value':1},'q':{'add':['x']}}}");
    assertThat(policy.merge(MetadataPolicy.NONE)).isEqualTo(policy);
    assertThat(MetadataPolicy.NONE.merge(policy)).isEqualTo(policy);
    assertThat(policy).isNotEqualTo(MetadataPolicy.NONE);
  }

  /** Section 6.1.5, with the words of a region instead of those of relying parties. */
  @Test
  void mergeAndApply_anchorProvinceAndNode_resolves() {
    MetadataPolicy anchor =
        policy(
            """
            {'simpul_node': {
              'grants': {'default': ['code'], 'subset_of': ['code', 'refresh'],
                'superset_of': ['code']},
              'auth': {'one_of': ['private_key_jwt', 'tls'], 'essential': true},
              'alg': {'one_of': ['Ed25519', 'ES256']},
              'subject': {'value': 'pairwise'},
              'contacts': {'add': ['helpdesk@anchor.example']}}}
            """);
    MetadataPolicy province =
        policy(
            """
            {'simpul_node': {
              'grants': {'subset_of': ['code']},
              'auth': {'one_of': ['tls']},
              'contacts': {'add': ['helpdesk@province.example']}}}
            """);
    JsonObject node = parameters("{'auth':'tls','contacts':['opd@node.example'],'name':'Node'}");
    assertThat(anchor.merge(province).apply(node))
        .isEqualTo(
            parameters(
                """
                {'auth': 'tls', 'name': 'Node', 'grants': ['code'], 'subject': 'pairwise',
                 'contacts': ['opd@node.example', 'helpdesk@anchor.example',
                   'helpdesk@province.example']}
                """));
  }
}

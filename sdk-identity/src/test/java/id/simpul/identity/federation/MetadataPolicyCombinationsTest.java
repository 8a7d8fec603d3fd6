package id.simpul.identity.federation;

import static id.simpul.identity.federation.Statements.TYPE;
import static id.simpul.identity.federation.Statements.operators;
import static id.simpul.identity.federation.Statements.parameters;
import static id.simpul.identity.federation.Statements.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.TrustException.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Operators beside each other, in one statement and put together from two; the rules are the same,
 * whichever of the two comes from the superior.
 */
class MetadataPolicyCombinationsTest {
  private static final String NOT_ALLOWED =
      """
      add         | 'value':['a']      | 'add':['a','SECRET']
      add         | 'value':[]         | 'add':['SECRET']
      add         | 'value':'a'        | 'add':['a']
      add         | 'value':null       | 'add':['a']
      add         | 'value':null       | 'add':[]
      default     | 'value':null       | 'default':'SECRET'
      one_of      | 'value':'SECRET'   | 'one_of':['a']
      one_of      | 'value':null       | 'one_of':['a']
      one_of      | 'value':['a']      | 'one_of':['a']
      subset_of   | 'value':['SECRET'] | 'subset_of':['a']
      subset_of   | 'value':'a'        | 'subset_of':['a']
      subset_of   | 'value':null       | 'subset_of':['a']
      subset_of   | 'value':null       | 'subset_of':[]
      superset_of | 'value':['a']      | 'superset_of':['a','SECRET']
      superset_of | 'value':'a'        | 'superset_of':['a']
      superset_of | 'value':null       | 'superset_of':['a']
      superset_of | 'value':null       | 'superset_of':[]
      essential   | 'value':null       | 'essential':true
      one_of      | 'add':['a']        | 'one_of':['a']
      one_of      | 'subset_of':['a']  | 'one_of':['a']
      one_of      | 'superset_of':['a']| 'one_of':['a']
      add         | 'add':['SECRET']   | 'subset_of':['a']
      add         | 'add':['a']        | 'subset_of':[]
      superset_of | 'subset_of':['a']  | 'superset_of':['a','SECRET']
      """;

  private static final String ALLOWED =
      """
      'value':['a','b']   | 'add':['b']           | {}            | {'p':['a','b']}
      'value':[]          | 'add':[]              | {'p':['a']}   | {'p':[]}
      'value':'a'         | 'default':'b'         | {}            | {'p':'a'}
      'value':'a'         | 'one_of':['b','a']    | {'p':'b'}     | {'p':'a'}
      'value':['a']       | 'subset_of':['a','b'] | {'p':['b']}   | {'p':['a']}
      'value':[]          | 'subset_of':[]        | {'p':['b']}   | {'p':[]}
      'value':['a','b']   | 'superset_of':['b']   | {}            | {'p':['a','b']}
      'value':'a'         | 'essential':true      | {}            | {'p':'a'}
      'value':null        | 'essential':false     | {'p':'a'}     | {}
      'add':['a']         | 'default':['b']       | {}            | {'p':['a']}
      'add':['a']         | 'subset_of':['a','b'] | {'p':['b','c']} | {'p':['b','a']}
      'add':['a']         | 'superset_of':['b']   | {'p':['b']}   | {'p':['b','a']}
      'add':['a']         | 'essential':true      | {}            | {'p':['a']}
      'default':'a'       | 'one_of':['a']        | {}            | {'p':'a'}
      'default':['a','b'] | 'subset_of':['b']     | {}            | {'p':['b']}
      'default':['a','b'] | 'superset_of':['b']   | {}            | {'p':['a','b']}
      'default':'a'       | 'essential':true      | {}            | {'p':'a'}
      'one_of':['a']      | 'essential':true      | {'p':'a'}     | {'p':'a'}
      'subset_of':['a']   | 'superset_of':['a']   | {'p':['b','a']} | {'p':['a']}
      'subset_of':['a']   | 'essential':true      | {'p':['b']}   | {'p':[]}
      'superset_of':['a'] | 'essential':true      | {'p':['a']}   | {'p':['a']}
      """;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = NOT_ALLOWED)
  void parseAndMerge_notAllowedTogether_isPolicyError(String named, String one, String other) {
    String where = TYPE + ".p." + named;
    MetadataPolicy above = operators("{" + one + "}");
    MetadataPolicy below = operators("{" + other + "}");
    refused(Reason.POLICY_VIOLATED, where, () -> operators("{" + one + "," + other + "}"));
    refused(Reason.POLICY_VIOLATED, where, () -> above.merge(below));
    refused(Reason.POLICY_VIOLATED, where, () -> below.merge(above));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = ALLOWED)
  void parseAndMerge_allowedTogether_resolves(
      String one, String other, String given, String resolved) {
    MetadataPolicy together = operators("{" + one + "," + other + "}");
    MetadataPolicy above = operators("{" + one + "}");
    MetadataPolicy below = operators("{" + other + "}");
    assertThat(together.apply(parameters(given))).isEqualTo(parameters(resolved));
    assertThat(above.merge(below)).isEqualTo(together).hasSameHashCodeAs(together);
    assertThat(below.merge(above)).isEqualTo(together);
  }
}

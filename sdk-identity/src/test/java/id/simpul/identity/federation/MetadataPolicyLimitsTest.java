package id.simpul.identity.federation;

import static id.simpul.identity.federation.Statements.TYPE;
import static id.simpul.identity.federation.Statements.operators;
import static id.simpul.identity.federation.Statements.parameters;
import static id.simpul.identity.federation.Statements.policy;
import static id.simpul.identity.federation.Statements.refused;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException.Reason;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every limit at its last allowed value and one past it. */
class MetadataPolicyLimitsTest {
  private static String members(String prefix, int count, String value) {
    return IntStream.range(0, count)
        .mapToObj(i -> "'" + prefix + i + "':" + value)
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String list(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> "'v" + i + "'")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void parse_entityTypes_haveALimit() {
    String parameters = "{'p':{'value':1}}";
    MetadataPolicy most = policy(members("t", MetadataPolicy.MAX_ENTITY_TYPES, parameters));
    String more = members("t", MetadataPolicy.MAX_ENTITY_TYPES + 1, parameters);
    refused(Reason.MALFORMED, "metadata_policy", () -> policy(more));
    MetadataPolicy another = policy("{'another':{'p':{'value':1}}}");
    refused(Reason.MALFORMED, "metadata_policy", () -> most.merge(another));
    assertThat(most.merge(most)).isEqualTo(most);
  }

  @Test
  void parse_parameters_haveALimit() {
    String operators = "{'value':1}";
    String parameters = members("p", MetadataPolicy.MAX_PARAMETERS, operators);
    String more = members("p", MetadataPolicy.MAX_PARAMETERS + 1, operators);
    MetadataPolicy most = policy("{'" + TYPE + "':" + parameters + "}");
    refused(Reason.MALFORMED, TYPE, () -> policy("{'" + TYPE + "':" + more + "}"));
    MetadataPolicy another = operators("another", operators);
    refused(Reason.MALFORMED, TYPE, () -> most.merge(another));
    assertThat(most.merge(most)).isEqualTo(most);
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "one_of", "subset_of", "superset_of"})
  void parse_valuesOfAnOperator_haveALimit(String operator) {
    String most = "{'" + operator + "':" + list(0, MetadataPolicy.MAX_VALUES) + "}";
    String more = "{'" + operator + "':" + list(0, MetadataPolicy.MAX_VALUES + 1) + "}";
    assertThat(operators(most).merge(operators(most))).isEqualTo(operators(most));
    refused(Reason.MALFORMED, TYPE + ".p", () -> operators(more));
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "superset_of"})
  void merge_valuesOfAnOperator_haveALimit(String operator) {
    int half = MetadataPolicy.MAX_VALUES / 2;
    MetadataPolicy first = operators("{'" + operator + "':" + list(0, half) + "}");
    MetadataPolicy second =
        operators("{'" + operator + "':" + list(half, MetadataPolicy.MAX_VALUES) + "}");
    MetadataPolicy one = operators("{'" + operator + "':['one']}");
    MetadataPolicy most = first.merge(second);
    refused(Reason.MALFORMED, TYPE + ".p", () -> most.merge(one));
  }

  /** What a token brings is shallower by the limit of its reader; this was built in memory. */
  @Test
  void parse_nesting_hasALimit() {
    assertThat(nested(15).apply(parameters("{}"))).isNotEqualTo(parameters("{}"));
    refused(Reason.MALFORMED, "JSON", () -> nested(16));
    refused(Reason.MALFORMED, "JSON", () -> nested(100_000));
    assertThat(objects(15).apply(parameters("{}"))).isNotEqualTo(parameters("{}"));
    refused(Reason.MALFORMED, "JSON", () -> objects(16));
  }

  /** {@code add} with so many objects in each other. */
  private static MetadataPolicy objects(int count) {
    JsonObject value = JsonObject.EMPTY;
    for (int i = 0; i < count; i++) {
      value = JsonObject.builder().put("a", value).build();
    }
    return adding(value);
  }

  /** {@code add} with one object that holds so many arrays in each other. */
  private static MetadataPolicy nested(int arrays) {
    JsonValue value = JsonArray.EMPTY;
    for (int i = 1; i < arrays; i++) {
      value = new JsonArray(List.of(value));
    }
    return adding(JsonObject.builder().put("a", value).build());
  }

  private static MetadataPolicy adding(JsonObject object) {
    JsonObject add = JsonObject.builder().put("add", new JsonArray(List.of(object))).build();
    JsonObject parameters = JsonObject.builder().put("p", add).build();
    return MetadataPolicy.parse(JsonObject.builder().put(TYPE, parameters).build(), Set.of());
  }
}

package id.simpul.identity.federation;

import static id.simpul.identity.federation.Statements.json;
import static id.simpul.identity.federation.Statements.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException.Reason;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsTest {
  private static final JsonObject METADATA =
      json("{'a':{'p':1},'federation_entity':{'p':2},'b':{'p':3}}");

  @Test
  void none_demandsNothing() {
    Constraints.NONE.checkPathLength(Integer.MAX_VALUE);
    Constraints.NONE.checkName(new EntityId("https://192.0.2.1/"));
    assertThat(Constraints.NONE.restrictTypes(METADATA)).isEqualTo(METADATA);
  }

  @Test
  void parse_unknownConstraint_isIgnored() {
    Constraints constraints = Constraints.parse(json("{'max_age':0,'naming':{'permitted':[]}}"));
    constraints.checkPathLength(9);
    constraints.checkName(new EntityId("https://node.example/"));
    assertThat(constraints.restrictTypes(METADATA)).isEqualTo(METADATA);
  }

  @Test
  void parse_exampleOfTheSpecification_isTaken() {
    Constraints constraints =
        Constraints.parse(
            json(
                """
                {'max_path_length': 2,
                 'naming_constraints': {'permitted': ['.example.com'],
                   'excluded': ['east.example.com']},
                 'allowed_entity_types': ['openid_provider', 'openid_relying_party']}
                """));
    constraints.checkPathLength(2);
    constraints.checkName(new EntityId("https://west.example.com"));
    refused(
        Reason.CONSTRAINT_VIOLATED,
        "naming_constraints",
        () -> constraints.checkName(new EntityId("https://east.example.com")));
    assertThat(constraints.restrictTypes(json("{'openid_provider':{},'oauth_client':{}}")))
        .isEqualTo(json("{'openid_provider':{}}"));
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "1,0",
    "1,1",
    "2,2",
    "2147483647,2147483647",
    "99999999999999999999,2147483647"
  })
  void checkPathLength_upToTheLimit_passes(String limit, int intermediates) {
    Constraints constraints = Constraints.parse(json("{'max_path_length':" + limit + "}"));
    assertThatCode(() -> constraints.checkPathLength(intermediates)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,2", "2,3", "999999999,1000000000"})
  void checkPathLength_onePastTheLimit_isViolated(String limit, int intermediates) {
    Constraints constraints = Constraints.parse(json("{'max_path_length':" + limit + "}"));
    refused(
        Reason.CONSTRAINT_VIOLATED,
        "max_path_length",
        () -> constraints.checkPathLength(intermediates));
  }

  @Test
  void checkPathLength_negative_isACallersMistake() {
    assertThatThrownBy(() -> Constraints.NONE.checkPathLength(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "-0", "1.0", "1e1", "'1'", "null", "true", "[1]", "{}"})
  void parse_pathLengthOfAnotherForm_isMalformed(String value) {
    JsonObject json = json("{'max_path_length':" + value + "}");
    refused(Reason.MALFORMED, "max_path_length", () -> Constraints.parse(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "['a']                     | {'a':{'p':1},'federation_entity':{'p':2}}",
        "['b','a','a','c']         | {'a':{'p':1},'federation_entity':{'p':2},'b':{'p':3}}",
        "['A']                     | {'federation_entity':{'p':2}}",
        "[]                        | {'federation_entity':{'p':2}}",
        "['federation_entity']     | {'federation_entity':{'p':2}}",
      })
  void restrictTypes_notListed_areTakenAway(String types, String left) {
    Constraints constraints = Constraints.parse(json("{'allowed_entity_types':" + types + "}"));
    assertThat(constraints.restrictTypes(METADATA)).isEqualTo(json(left));
    assertThat(constraints.restrictTypes(json("{'c-':{}}"))).isEqualTo(JsonObject.EMPTY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a'", "null", "{}", "[1]", "['a',null]", "[['a']]"})
  void parse_entityTypesOfAnotherForm_isMalformed(String value) {
    JsonObject json = json("{'allowed_entity_types':" + value + "}");
    refused(Reason.MALFORMED, "allowed_entity_types", () -> Constraints.parse(json));
  }

  @Test
  void parse_entityTypes_haveALimit() {
    Constraints most = Constraints.parse(types(Constraints.MAX_ENTITY_TYPES));
    assertThat(most.restrictTypes(METADATA).members()).hasSize(2);
    JsonObject more = types(Constraints.MAX_ENTITY_TYPES + 1);
    refused(Reason.MALFORMED, "allowed_entity_types", () -> Constraints.parse(more));
  }

  private static JsonObject types(int count) {
    return JsonObject.builder()
        .put("allowed_entity_types", JsonArray.ofStrings(Collections.nCopies(count, "a")))
        .build();
  }
}

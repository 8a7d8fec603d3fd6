package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import org.jspecify.annotations.Nullable;

/** Reads the operators of one parameter; a value of a type not supported is a policy error. */
final class OperatorReader {
  private final JsonObject operators;
  private final PolicyPath path;

  OperatorReader(JsonObject operators, PolicyPath path) {
    this.operators = operators;
    this.path = path;
  }

  ParameterPolicy read() {
    return new ParameterPolicy(
        value("value"),
        set("add"),
        initial(),
        oneOf(),
        set("subset_of"),
        set("superset_of"),
        essential());
  }

  private @Nullable JsonValue value(String operator) {
    JsonValue value = operators.members().get(operator);
    if (value == null || value == JsonNull.NULL || !path.isScope()) {
      return value;
    }
    return words(operator, value);
  }

  private @Nullable JsonValue initial() {
    JsonValue value = value("default");
    if (value == JsonNull.NULL) {
      throw path.violated("default", "is null, which no parameter is");
    }
    return value;
  }

  private @Nullable ValueSet oneOf() {
    ValueSet values = set("one_of");
    if (values != null && path.isScope()) {
      throw path.violated("one_of", "compares one value, and this parameter is a list");
    }
    return values;
  }

  private @Nullable ValueSet set(String operator) {
    JsonValue value = value(operator);
    if (value == null) {
      return null;
    }
    if (!(value instanceof JsonArray array) || !ValueSet.isComparable(array)) {
      throw path.violated(operator, "is not an array of strings, numbers or objects");
    }
    return ValueSet.of(array);
  }

  private boolean essential() {
    JsonValue value = operators.members().get("essential");
    if (value == null) {
      return false;
    }
    if (!(value instanceof JsonBoolean essential)) {
      throw path.violated("essential", "is neither true nor false");
    }
    return essential.value();
  }

  private JsonArray words(String operator, JsonValue value) {
    JsonArray words = Scope.words(value);
    if (words == null) {
      throw path.violated(operator, "is neither a string nor an array of strings");
    }
    return words;
  }
}

package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * Applies a policy to one value, in the one order there is: {@code value}, {@code add}, {@code
 * default}, {@code one_of}, {@code subset_of}, {@code superset_of}, {@code essential}.
 */
final class Application {
  private final ParameterPolicy policy;
  private final PolicyPath path;

  Application(ParameterPolicy policy, PolicyPath path) {
    this.policy = policy;
    this.path = path;
  }

  @Nullable JsonValue resolve(@Nullable JsonValue given) {
    if (!path.isScope()) {
      return checked(modified(given));
    }
    JsonValue resolved = checked(modified(given == null ? null : words(given)));
    return resolved == null ? null : Scope.text(words(resolved));
  }

  private @Nullable JsonValue modified(@Nullable JsonValue given) {
    JsonValue value = policy.value();
    JsonValue current = given;
    if (value != null) {
      current = value == JsonNull.NULL ? null : value;
    }
    ValueSet add = policy.add();
    if (add != null) {
      current = add.addedTo(current == null ? JsonArray.EMPTY : list(current, "add"));
    }
    return current == null ? policy.initial() : current;
  }

  private @Nullable JsonValue checked(@Nullable JsonValue current) {
    if (current == null) {
      if (policy.essential()) {
        throw path.violated("essential", "is missing");
      }
      return null;
    }
    ValueSet oneOf = policy.oneOf();
    if (oneOf != null && !oneOf.contains(current)) {
      throw path.violated("one_of", "has another value");
    }
    ValueSet subsetOf = policy.subsetOf();
    JsonValue kept = subsetOf == null ? current : subsetOf.retained(list(current, "subset_of"));
    ValueSet supersetOf = policy.supersetOf();
    if (supersetOf != null && !supersetOf.isIn(list(kept, "superset_of"))) {
      throw path.violated("superset_of", "lacks a value");
    }
    return kept;
  }

  private JsonArray list(JsonValue value, String operator) {
    if (value instanceof JsonArray array && ValueSet.isComparable(array)) {
      return array;
    }
    throw path.violated(operator, "works on an array of strings, numbers or objects");
  }

  private JsonArray words(JsonValue value) {
    JsonArray words = Scope.words(value);
    if (words == null) {
      throw path.violated("is neither a string nor an array of strings");
    }
    return words;
  }
}

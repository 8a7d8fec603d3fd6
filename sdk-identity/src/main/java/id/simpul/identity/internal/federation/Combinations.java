package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import org.jspecify.annotations.Nullable;

/**
 * Which operators may stand beside each other, and when (OpenID Federation 1.1, section 6.1.3.1).
 * What is not named here is always allowed. The same rules hold for what one statement says and for
 * what a chain of statements says together.
 */
final class Combinations {
  private final ParameterPolicy policy;
  private final PolicyPath path;

  private Combinations(ParameterPolicy policy, PolicyPath path) {
    this.policy = policy;
    this.path = path;
  }

  /**
   * Checks a policy.
   *
   * @param policy the policy of one parameter
   * @param path which parameter
   * @throws TrustException {@code POLICY_VIOLATED} for the first rule that is broken, {@code
   *     MALFORMED} when an operator has more than {@link ValueSet#MAX_SIZE} values
   */
  static void check(ParameterPolicy policy, PolicyPath path) {
    Combinations combinations = new Combinations(policy, path);
    combinations.checkSizes();
    JsonValue value = policy.value();
    if (value != null) {
      combinations.checkValue(value, value instanceof JsonArray list ? list : null);
    }
    combinations.checkOneOf();
    combinations.checkSets();
  }

  private void checkSizes() {
    checkSize(policy.add(), "add");
    checkSize(policy.oneOf(), "one_of");
    checkSize(policy.subsetOf(), "subset_of");
    checkSize(policy.supersetOf(), "superset_of");
  }

  private void checkSize(@Nullable ValueSet values, String operator) {
    if (values != null && values.size() > ValueSet.MAX_SIZE) {
      throw path.malformed(operator + " has more than " + ValueSet.MAX_SIZE + " values");
    }
  }

  /** {@code list} is {@code value} when that is an array. */
  private void checkValue(JsonValue value, @Nullable JsonArray list) {
    boolean removes = value == JsonNull.NULL;
    ValueSet add = policy.add();
    allow("add", add == null || (list != null && add.isIn(list)));
    allow("default", policy.initial() == null || !removes);
    ValueSet oneOf = policy.oneOf();
    allow("one_of", oneOf == null || oneOf.contains(value));
    ValueSet subsetOf = policy.subsetOf();
    allow("subset_of", subsetOf == null || (list != null && subsetOf.containsAll(list)));
    ValueSet supersetOf = policy.supersetOf();
    allow("superset_of", supersetOf == null || (list != null && supersetOf.isIn(list)));
    allow("essential", !policy.essential() || !removes);
  }

  private void allow(String operator, boolean allowed) {
    if (!allowed) {
      throw path.violated(operator, "contradicts value");
    }
  }

  private void checkOneOf() {
    ValueSet oneOf = policy.oneOf();
    if (oneOf == null) {
      return;
    }
    if (oneOf.size() == 0) {
      throw path.violated("one_of", "leaves no value");
    }
    if (policy.add() != null || policy.subsetOf() != null || policy.supersetOf() != null) {
      throw path.violated("one_of", "stands beside an operator for arrays");
    }
  }

  private void checkSets() {
    ValueSet subsetOf = policy.subsetOf();
    if (subsetOf == null) {
      return;
    }
    ValueSet add = policy.add();
    if (add != null && !subsetOf.containsAll(add)) {
      throw path.violated("add", "adds what subset_of takes away");
    }
    ValueSet supersetOf = policy.supersetOf();
    if (supersetOf != null && !subsetOf.containsAll(supersetOf)) {
      throw path.violated("superset_of", "asks for what subset_of takes away");
    }
  }
}

package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import org.jspecify.annotations.Nullable;

/**
 * The policy of one metadata parameter: at most one of each standard operator (OpenID Federation
 * 1.1, section 6.1.3.1), none in a combination that is not allowed. For {@code scope} strings have
 * become arrays of words. Immutable.
 *
 * @param value what the parameter is set to, {@code JsonNull} when it is removed, or null
 * @param add what is added, or null
 * @param initial {@code default}: what an absent parameter becomes, or null
 * @param oneOf what the parameter is one of, not empty, or null
 * @param subsetOf what the parameter is cut down to, or null
 * @param supersetOf what the parameter contains, or null
 * @param essential whether the parameter must be there; false is the same as no operator
 */
public record ParameterPolicy(
    @Nullable JsonValue value,
    @Nullable ValueSet add,
    @Nullable JsonValue initial,
    @Nullable ValueSet oneOf,
    @Nullable ValueSet subsetOf,
    @Nullable ValueSet supersetOf,
    boolean essential) {
  /** The most values of an operator, after merging too. */
  public static final int MAX_VALUES = ValueSet.MAX_SIZE;

  private static final ParameterPolicy EMPTY =
      new ParameterPolicy(null, null, null, null, null, null, false);

  /**
   * Reads the operators of a parameter; those of other names are ignored (section 6.1.3.2).
   *
   * @param operators the third level of a {@code metadata_policy}
   * @param path which parameter
   * @return the policy
   * @throws TrustException {@code POLICY_VIOLATED} for a value or combination that is not allowed,
   *     {@code MALFORMED} when it nests too deeply
   */
  public static ParameterPolicy parse(JsonObject operators, PolicyPath path) {
    ParameterPolicy policy = new OperatorReader(operators, path).read();
    Combinations.check(policy, path);
    return policy;
  }

  /**
   * Whether it asks for nothing.
   *
   * @return true when there is no operator, or only {@code essential} of false
   */
  public boolean isEmpty() {
    return equals(EMPTY);
  }

  /**
   * Merges a subordinate's policy into this one of its superior (section 6.1.4.1).
   *
   * @param below the subordinate's policy for the same parameter
   * @param path which parameter
   * @return a policy that is as strict as both
   * @throws TrustException {@code POLICY_VIOLATED} when they contradict each other
   */
  public ParameterPolicy merge(ParameterPolicy below, PolicyPath path) {
    ParameterPolicy merged =
        new ParameterPolicy(
            equal(value, below.value, path, "value"),
            union(add, below.add),
            equal(initial, below.initial, path, "default"),
            intersection(oneOf, below.oneOf),
            intersection(subsetOf, below.subsetOf),
            union(supersetOf, below.supersetOf),
            essential || below.essential);
    Combinations.check(merged, path);
    return merged;
  }

  /**
   * Applies the operators in their order.
   *
   * @param given the parameter's value in metadata, not {@code JsonNull}, or null when it is absent
   * @param path which parameter
   * @return the resolved value, or null when the parameter is absent
   * @throws TrustException {@code POLICY_VIOLATED} when the value does not keep the policy
   */
  public @Nullable JsonValue apply(@Nullable JsonValue given, PolicyPath path) {
    return new Application(this, path).resolve(given);
  }

  private static @Nullable JsonValue equal(
      @Nullable JsonValue above, @Nullable JsonValue below, PolicyPath path, String operator) {
    if (above == null || below == null) {
      return above == null ? below : above;
    }
    if (!NormalForm.same(above, below)) {
      throw path.violated(operator, "a subordinate sets another value than its superior");
    }
    return above;
  }

  private static @Nullable ValueSet union(@Nullable ValueSet above, @Nullable ValueSet below) {
    if (above == null || below == null) {
      return above == null ? below : above;
    }
    return above.union(below);
  }

  private static @Nullable ValueSet intersection(
      @Nullable ValueSet above, @Nullable ValueSet below) {
    if (above == null || below == null) {
      return above == null ? below : above;
    }
    return above.intersection(below);
  }

  @Override
  public String toString() {
    return "policy of one parameter";
  }
}

package id.simpul.identity.federation;

import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.federation.ParameterPolicy;
import id.simpul.identity.internal.federation.PolicyPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What superiors make of the metadata of those below them (OpenID Federation 1.1, section 6.1): the
 * operators {@code value}, {@code add}, {@code default}, {@code one_of}, {@code subset_of}, {@code
 * superset_of} and {@code essential}. No other operator is understood; in particular none that runs
 * a regular expression. Immutable, thread-safe.
 *
 * <p>The policy of a chain is that of its most superior statement with the others merged into it
 * one by one downwards. Merging only ever makes it stricter, so no subordinate repeals what a
 * superior said.
 */
public final class MetadataPolicy {
  /** The most entity types with a policy, after merging too. */
  public static final int MAX_ENTITY_TYPES = 32;

  /** The most parameters of an entity type with a policy, after merging too. */
  public static final int MAX_PARAMETERS = 128;

  /** The most values of an operator, after merging too. */
  public static final int MAX_VALUES = ParameterPolicy.MAX_VALUES;

  /** The policy that asks for nothing. */
  public static final MetadataPolicy NONE = new MetadataPolicy(Map.of());

  private static final Set<String> OPERATORS =
      Set.of("value", "add", "default", "one_of", "subset_of", "superset_of", "essential");

  private static final String WHO = "metadata policy";

  private final Map<String, Map<String, ParameterPolicy>> types;

  private MetadataPolicy(Map<String, Map<String, ParameterPolicy>> types) {
    checkSizes(types);
    this.types = Collections.unmodifiableMap(types);
  }

  private static void checkSizes(Map<String, Map<String, ParameterPolicy>> types) {
    if (types.size() > MAX_ENTITY_TYPES) {
      throw malformed("has more than " + MAX_ENTITY_TYPES + " entity types", "metadata_policy");
    }
    types.forEach((type, parameters) -> {
      if (parameters.size() > MAX_PARAMETERS) {
        throw malformed("has more than " + MAX_PARAMETERS + " parameters", type);
      }
    });
  }

  /**
   * Reads what one statement says.
   *
   * <p>Operators of other names are ignored, unless a statement of the chain calls them critical.
   * Levels without members are taken and ask for nothing.
   *
   * @param metadataPolicy the claim {@code metadata_policy}: operators by parameter by entity type
   * @param criticalOperators the names in the claims {@code metadata_policy_crit} of all statements
   *     of the chain
   * @return the policy
   * @throws TrustException {@code POLICY_VIOLATED} when an operator is critical and not understood,
   *     has a value it cannot have, or stands beside another it may not stand beside; {@code
   *     MALFORMED} when a level is no object, a limit is passed or a critical operator is one of
   *     the standard ones (section 3.2)
   */
  public static MetadataPolicy parse(JsonObject metadataPolicy, Set<String> criticalOperators) {
    refuseCritical(criticalOperators);
    Map<String, Map<String, ParameterPolicy>> types = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> type : metadataPolicy.members().entrySet()) {
      if (!(type.getValue() instanceof JsonObject parameters)) {
        throw malformed("is not an object", type.getKey());
      }
      types.put(type.getKey(), parseParameters(type.getKey(), parameters));
    }
    return new MetadataPolicy(types);
  }

  /** Section 6.1.3.2; no operator beyond the standard ones is understood, wherever it stands. */
  private static void refuseCritical(Set<String> criticalOperators) {
    for (String operator : new TreeSet<>(criticalOperators)) {
      String where = PolicyPath.printable("metadata_policy_crit." + operator);
      if (OPERATORS.contains(operator)) {
        throw malformed("calls a standard operator critical", where);
      }
      throw new TrustException(
          Reason.POLICY_VIOLATED, WHO, "calls an operator critical that is not understood", where);
    }
  }

  private static Map<String, ParameterPolicy> parseParameters(String type, JsonObject parameters) {
    Map<String, ParameterPolicy> policies = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> parameter : parameters.members().entrySet()) {
      PolicyPath path = new PolicyPath(type, parameter.getKey());
      if (!(parameter.getValue() instanceof JsonObject operators)) {
        throw path.malformed("is not an object");
      }
      ParameterPolicy policy = ParameterPolicy.parse(operators, path);
      if (!policy.isEmpty()) {
        policies.put(parameter.getKey(), policy);
      }
    }
    return Collections.unmodifiableMap(policies);
  }

  /**
   * Merges the policy of the next statement down the chain into this one (section 6.1.4.1).
   *
   * @param subordinate what the next statement says
   * @return a policy that is as strict as both
   * @throws TrustException {@code POLICY_VIOLATED} when they contradict each other, {@code
   *     MALFORMED} when a limit is passed
   */
  public MetadataPolicy merge(MetadataPolicy subordinate) {
    Map<String, Map<String, ParameterPolicy>> merged = new LinkedHashMap<>(types);
    subordinate.types.forEach((type, policies) ->
        merged.merge(type, policies, (above, below) -> mergeParameters(type, above, below)));
    return new MetadataPolicy(merged);
  }

  private static Map<String, ParameterPolicy> mergeParameters(
      String type, Map<String, ParameterPolicy> above, Map<String, ParameterPolicy> below) {
    Map<String, ParameterPolicy> merged = new LinkedHashMap<>(above);
    below.forEach((parameter, policy) ->
        merged.merge(parameter, policy, (a, b) -> a.merge(b, new PolicyPath(type, parameter))));
    return Collections.unmodifiableMap(merged);
  }

  /**
   * Applies the policy of a whole chain (section 6.1.4.2). What the immediate superior says in
   * {@code metadata} must already be in place, and the entity types that constraints do not allow
   * must be gone.
   *
   * @param metadata the subject's metadata: parameters by entity type
   * @return the resolved metadata, with the same entity types; {@code scope} is a string in it
   *     where a policy is about it
   * @throws TrustException {@code POLICY_VIOLATED}, naming entity type, parameter and operator,
   *     when the metadata does not keep the policy; {@code MALFORMED} when an entity type is no
   *     object or a parameter is null (section 5)
   */
  public JsonObject apply(JsonObject metadata) {
    JsonObject.Builder resolved = JsonObject.builder();
    for (Map.Entry<String, JsonValue> type : metadata.members().entrySet()) {
      if (!(type.getValue() instanceof JsonObject parameters)) {
        throw malformed("is not an object in the metadata", type.getKey());
      }
      refuseNulls(type.getKey(), parameters);
      resolved.put(type.getKey(), applyTo(type.getKey(), parameters));
    }
    return resolved.build();
  }

  private static void refuseNulls(String type, JsonObject parameters) {
    parameters
        .members()
        .forEach((parameter, value) -> {
          if (value == JsonNull.NULL) {
            throw new PolicyPath(type, parameter).malformed("is null in the metadata");
          }
        });
  }

  private JsonObject applyTo(String type, JsonObject parameters) {
    Map<String, ParameterPolicy> policies = types.getOrDefault(type, Map.of());
    Map<String, JsonValue> resolved = new LinkedHashMap<>(parameters.members());
    policies.forEach((parameter, policy) -> {
      PolicyPath path = new PolicyPath(type, parameter);
      JsonValue value = policy.apply(resolved.get(parameter), path);
      if (value == null) {
        resolved.remove(parameter);
      } else {
        resolved.put(parameter, value);
      }
    });
    return new JsonObject(resolved);
  }

  private static TrustException malformed(String what, String where) {
    return new TrustException(Reason.MALFORMED, WHO, what, PolicyPath.printable(where));
  }

  /** Equal policies ask for the same, whatever the order of members and of set values. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MetadataPolicy policy && types.equals(policy.types);
  }

  @Override
  public int hashCode() {
    return types.hashCode();
  }

  @Override
  public String toString() {
    return "metadata policy for " + types.size() + " entity types";
  }
}

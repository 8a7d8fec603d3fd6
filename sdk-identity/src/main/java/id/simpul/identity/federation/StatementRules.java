package id.simpul.identity.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which claims a statement may have (OpenID Federation 1.1, sections 3.1 and 3.2): those of the
 * other kind and those of registration messages it must not, and of {@code crit} nothing is known.
 */
final class StatementRules {
  private static final Set<String> OF_BOTH =
      Set.of("iss", "sub", "iat", "exp", "jwks", "metadata", "crit");
  private static final Set<String> OF_CONFIGURATIONS =
      Set.of(
          "authority_hints",
          "trust_anchor_hints",
          "trust_marks",
          "trust_mark_issuers",
          "trust_mark_owners");
  private static final Set<String> OF_SUBORDINATES =
      Set.of("constraints", "metadata_policy", "metadata_policy_crit", "source_endpoint");
  private static final Set<String> OF_REGISTRATION = Set.of("aud", "trust_anchor");
  private static final Set<JsonValue> OF_THE_STANDARD =
      Stream.of(OF_BOTH, OF_CONFIGURATIONS, OF_SUBORDINATES, OF_REGISTRATION)
          .flatMap(Set::stream)
          .map(JsonString::new)
          .collect(Collectors.toUnmodifiableSet());

  private final JsonObject claims;
  private final String who;

  private StatementRules(JsonObject claims, String who) {
    this.claims = claims;
    this.who = who;
  }

  static void check(JsonObject claims, StatementName name) {
    StatementRules rules = new StatementRules(claims, name.toString());
    rules.forbid(name.isConfiguration() ? OF_SUBORDINATES : OF_CONFIGURATIONS);
    rules.forbid(OF_REGISTRATION);
    rules.checkCrit();
    rules.checkMetadata();
  }

  private void forbid(Set<String> names) {
    for (String name : claims.members().keySet()) {
      if (names.contains(name)) {
        throw fail(Reason.NOT_ALLOWED, "does not belong in this kind of statement", name);
      }
    }
  }

  /** Section 13.4: all of them must be understood, and no claim beyond the standard's is. */
  private void checkCrit() {
    JsonValue crit = claims.members().get("crit");
    if (crit == null) {
      return;
    }
    List<JsonValue> names = crit instanceof JsonArray array ? array.items() : List.of();
    if (names.isEmpty() || !names.stream().allMatch(JsonString.class::isInstance)) {
      throw fail(Reason.MALFORMED, "is not an array of at least one name", "crit");
    }
    boolean plain = names.stream().anyMatch(OF_THE_STANDARD::contains);
    throw fail(
        Reason.NOT_ALLOWED,
        plain ? "lists a claim of the standard" : "lists a claim that is not understood here",
        "crit");
  }

  /** Section 5: by entity type an object, none of whose members is null. */
  private void checkMetadata() {
    if (!(claims.members().get("metadata") instanceof JsonObject metadata)) {
      return;
    }
    for (Map.Entry<String, JsonValue> type : metadata.members().entrySet()) {
      if (!(type.getValue() instanceof JsonObject parameters)) {
        throw fail(Reason.MALFORMED, "has an entity type that is not an object", "metadata");
      }
      if (parameters.members().containsValue(JsonNull.NULL)) {
        throw fail(Reason.MALFORMED, "has a parameter that is null", "metadata");
      }
    }
  }

  private TrustException fail(Reason reason, String what, String where) {
    return new TrustException(reason, who, what, where);
  }
}

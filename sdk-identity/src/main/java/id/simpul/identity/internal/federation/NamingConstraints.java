package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts subordinates may live on (OpenID Federation 1.1, section 6.2.2). Immutable.
 *
 * @param permitted the hosts and domains they live on or below, or null when there is no such list;
 *     an empty list permits nobody
 * @param excluded the hosts and domains they do not live on, whatever is permitted; may be empty
 */
public record NamingConstraints(@Nullable List<NamePattern> permitted, List<NamePattern> excluded) {
  /** The most names in each list. */
  public static final int MAX_NAMES = 128;

  /** The name of the constraint. */
  public static final String NAME = "naming_constraints";

  /** Copies the lists. */
  public NamingConstraints {
    permitted = permitted == null ? null : List.copyOf(permitted);
    excluded = List.copyOf(excluded);
  }

  /**
   * Reads the constraint; other members than the two lists are ignored.
   *
   * @param json its value
   * @return the constraint
   * @throws TrustException {@code MALFORMED} when a list is no array of hosts and domains, or too
   *     long
   */
  public static NamingConstraints parse(JsonObject json) {
    List<NamePattern> excluded = patterns(json, "excluded");
    return new NamingConstraints(
        patterns(json, "permitted"), excluded == null ? List.of() : excluded);
  }

  private static @Nullable List<NamePattern> patterns(JsonObject json, String list) {
    JsonValue value = json.members().get(list);
    if (value == null) {
      return null;
    }
    String where = NAME + "." + list;
    List<NamePattern> patterns = new ArrayList<>();
    for (String name : ConstraintReader.strings(value, MAX_NAMES, where)) {
      patterns.add(
          NamePattern.parse(name)
              .orElseThrow(() ->
                  ConstraintReader.malformed(
                      "holds what is neither a host nor a domain with a dot before it", where)));
    }
    return patterns;
  }

  /**
   * Checks one subordinate. An IP address has no name that could be compared, so it fails whenever
   * there is a list (RFC 5280, section 4.2.1.10).
   *
   * @param entity the subordinate
   * @throws TrustException {@code CONSTRAINT_VIOLATED} when it may not live where it does
   */
  public void check(EntityId entity) {
    if (permitted == null && excluded.isEmpty()) {
      return;
    }
    Optional<String> host = HostName.of(entity);
    if (host.isEmpty()) {
      throw violated(entity, "has an address for a host, which no naming constraint lets pass");
    }
    if (matches(excluded, host.get())) {
      throw violated(entity, "lives on a host that a superior excludes");
    }
    if (permitted != null && !matches(permitted, host.get())) {
      throw violated(entity, "lives on a host that a superior does not permit");
    }
  }

  private static boolean matches(List<NamePattern> patterns, String host) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(host));
  }

  private static TrustException violated(EntityId entity, String what) {
    return new TrustException(Reason.CONSTRAINT_VIOLATED, entity.value(), what, NAME);
  }
}

package id.simpul.identity.federation;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.federation.ConstraintReader;
import id.simpul.identity.internal.federation.NamingConstraints;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one subordinate statement demands of the chain below it (OpenID Federation 1.1, section
 * 6.2). Each statement of a chain is applied by itself; one that fails spoils the chain. Immutable,
 * thread-safe.
 */
public final class Constraints {
  /** The most names in each list of {@code naming_constraints}. */
  public static final int MAX_NAMES = NamingConstraints.MAX_NAMES;

  /** The most entity types in {@code allowed_entity_types}. */
  public static final int MAX_ENTITY_TYPES = ConstraintReader.MAX_ENTITY_TYPES;

  /** The constraints that demand nothing. */
  public static final Constraints NONE = parse(JsonObject.EMPTY);

  /** The entity type that is always allowed. */
  private static final String FEDERATION_ENTITY = "federation_entity";

  private final int maxPathLength;
  private final @Nullable NamingConstraints naming;
  private final @Nullable Set<String> allowedEntityTypes;

  private Constraints(ConstraintReader reader) {
    maxPathLength = reader.maxPathLength().orElse(Integer.MAX_VALUE);
    naming = reader.naming().orElse(null);
    allowedEntityTypes = reader.allowedEntityTypes().map(Set::copyOf).orElse(null);
  }

  /**
   * Reads the claim of a statement. Constraints nobody here knows are ignored.
   *
   * <p>{@code federation_entity} does not belong in {@code allowed_entity_types} (section 6.2.3);
   * where it stands there it changes nothing. A {@code permitted} list without names permits
   * nobody.
   *
   * @param constraints the claim {@code constraints}
   * @return the constraints
   * @throws TrustException {@code MALFORMED} when a known constraint has another form than its
   *     section gives it, or passes a limit
   */
  public static Constraints parse(JsonObject constraints) {
    return new Constraints(new ConstraintReader(constraints));
  }

  /**
   * Checks {@code max_path_length} (section 6.2.1).
   *
   * @param intermediatesBetweenSetterAndSubject how many entities stand between the one that issued
   *     the statement and the subject of the chain, neither counted; zero or more
   * @throws TrustException {@code CONSTRAINT_VIOLATED} when there are too many
   */
  public void checkPathLength(int intermediatesBetweenSetterAndSubject) {
    if (intermediatesBetweenSetterAndSubject < 0) {
      throw new IllegalArgumentException("A count is zero or more");
    }
    if (intermediatesBetweenSetterAndSubject > maxPathLength) {
      throw new TrustException(
          Reason.CONSTRAINT_VIOLATED,
          "trust chain",
          "has more intermediates below a superior than it allows",
          ConstraintReader.MAX_PATH_LENGTH);
    }
  }

  /**
   * Checks {@code naming_constraints} (section 6.2.2), by the host alone: without port, in lower
   * case, without a final dot and in A-labels. What is excluded stays so even when it is permitted.
   *
   * @param entity one subordinate in the chain; each must be checked
   * @throws TrustException {@code CONSTRAINT_VIOLATED} when its host is excluded, is not permitted,
   *     or is an IP address while any name is constrained
   */
  public void checkName(EntityId entity) {
    if (naming != null) {
      naming.check(entity);
    }
  }

  /**
   * Takes away the entity types that {@code allowed_entity_types} does not list (section 6.2.3), to
   * be done after what the immediate superior says in {@code metadata} and before any policy.
   *
   * @param metadata the subject's metadata: parameters by entity type
   * @return the metadata of the types that are left; {@code federation_entity} always is
   */
  public JsonObject restrictTypes(JsonObject metadata) {
    Set<String> types = allowedEntityTypes;
    if (types == null) {
      return metadata;
    }
    JsonObject.Builder allowed = JsonObject.builder();
    metadata
        .members()
        .forEach((type, parameters) -> {
          if (type.equals(FEDERATION_ENTITY) || types.contains(type)) {
            allowed.put(type, parameters);
          }
        });
    return allowed.build();
  }

  @Override
  public String toString() {
    return "constraints of one statement";
  }
}

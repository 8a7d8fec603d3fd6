package id.simpul.node.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.identity.EntityId;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.federation.Subordinate;
import id.simpul.identity.jose.JwkSet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One entity below this node, as it was approved.
 *
 * @param entity who it is
 * @param region its Kemendagri code, {@code ""} when it has none
 * @param keys its federation keys, compared with a letter
 * @param entityTypes the roles it asked for
 * @param intermediate whether others stand below it
 * @param constraints what it must keep to, possibly nothing
 * @param standing whether this node speaks for it, and since when
 */
public record SubordinateRecord(
    EntityId entity,
    String region,
    JwkSet keys,
    List<String> entityTypes,
    boolean intermediate,
    JsonObject constraints,
    Standing standing) {
  private static final String ENTITY = "entity";
  private static final String REGION = "region";
  private static final String JWKS = "jwks";
  private static final String TYPES = "entity_types";
  private static final String INTERMEDIATE = "intermediate";
  private static final String CONSTRAINTS = "constraints";
  private static final String STATUS = "status";
  private static final String SINCE = "since";
  private static final String ACTIVE = "active";
  private static final String SUSPENDED = "suspended";

  /**
   * Whether this node speaks for an entity.
   *
   * @param active false when it is suspended
   * @param since since when
   */
  public record Standing(boolean active, Instant since) {
    /** Checks that the time is given. */
    public Standing {
      Objects.requireNonNull(since, "since");
    }

    @Override
    public String toString() {
      return active ? ACTIVE : SUSPENDED;
    }
  }

  /** Copies the types. */
  public SubordinateRecord {
    Objects.requireNonNull(entity, "entity");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(keys, "keys");
    entityTypes = List.copyOf(entityTypes);
    Objects.requireNonNull(constraints, "constraints");
    Objects.requireNonNull(standing, "standing");
  }

  /**
   * The same with another standing.
   *
   * @param changed the standing
   * @return a copy
   */
  public SubordinateRecord with(Standing changed) {
    return new SubordinateRecord(
        entity, region, keys, entityTypes, intermediate, constraints, changed);
  }

  /**
   * Whether both say the same of the entity, whenever they were written.
   *
   * @param other another record
   * @return false when any statement about it would differ
   */
  public boolean saysTheSameAs(SubordinateRecord other) {
    return standing.active() == other.standing.active()
        && with(other.standing).toJson().equals(other.toJson());
  }

  /**
   * What goes into a statement about it.
   *
   * @return the subordinate
   */
  Subordinate toSubordinate() {
    // Whose region it is, is not for the entity itself to say: others keep its word to it.
    JsonObject node = JsonObject.builder().put(REGION, region).build();
    Subordinate plain =
        Subordinate.of(entity, keys)
            .withMetadata(JsonObject.builder().put(EntityTypes.NODE, node).build());
    return constraints.members().isEmpty() ? plain : plain.withConstraints(constraints);
  }

  JsonObject toJson() {
    return JsonObject.builder()
        .put(ENTITY, entity.value())
        .put(REGION, region)
        .put(JWKS, keys.toJson())
        .put(TYPES, JsonArray.ofStrings(entityTypes))
        .put(INTERMEDIATE, JsonBoolean.of(intermediate))
        .put(CONSTRAINTS, constraints)
        .put(STATUS, standing.toString())
        .put(SINCE, standing.since().toString())
        .build();
  }

  /**
   * Reads a record that was written here.
   *
   * @throws IllegalArgumentException when it is not whole
   */
  static SubordinateRecord of(JsonObject json) {
    String status = text(json, STATUS);
    if (!status.equals(ACTIVE) && !status.equals(SUSPENDED)) {
      throw new IllegalArgumentException("status is active or suspended");
    }
    return new SubordinateRecord(
        new EntityId(text(json, ENTITY)),
        text(json, REGION),
        JwkSet.of(object(json, JWKS)),
        texts(json, TYPES),
        json.get(INTERMEDIATE).orElse(null) == JsonBoolean.TRUE,
        object(json, CONSTRAINTS),
        new Standing(status.equals(ACTIVE), Instant.parse(text(json, SINCE))));
  }

  static String text(JsonObject json, String name) {
    if (json.get(name).orElse(null) instanceof JsonString string) {
      return string.value();
    }
    throw new IllegalArgumentException(name + " must be a string");
  }

  static JsonObject object(JsonObject json, String name) {
    if (json.get(name).orElse(null) instanceof JsonObject object) {
      return object;
    }
    throw new IllegalArgumentException(name + " must be an object");
  }

  static List<String> texts(JsonObject json, String name) {
    if (!(json.get(name).orElse(null) instanceof JsonArray array)
        || !array.items().stream().allMatch(JsonString.class::isInstance)) {
      throw new IllegalArgumentException(name + " must be an array of strings");
    }
    return array.items().stream().map(item -> ((JsonString) item).value()).toList();
  }
}

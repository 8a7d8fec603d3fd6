package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Trusts exactly the entities it was given, with exactly the keys it was given. Immutable. */
public final class PinnedEntities implements TrustResolver {
  private final Map<EntityId, ResolvedEntity> entities;

  /**
   * Pins entities under the rules of production.
   *
   * @param entities the entities, identifiers unique
   * @throws TrustException {@code NOT_ALLOWED} when one is named by plain {@code http}
   */
  public PinnedEntities(Collection<ResolvedEntity> entities) {
    this(entities, LoopbackPolicy.production());
  }

  /**
   * Pins entities.
   *
   * @param entities the entities, identifiers unique
   * @param loopback whether names for development are taken
   * @throws TrustException {@code NOT_ALLOWED} when one is named by plain {@code http} and the
   *     policy does not allow it
   */
  public PinnedEntities(Collection<ResolvedEntity> entities, LoopbackPolicy loopback) {
    Map<EntityId, ResolvedEntity> byId = new LinkedHashMap<>();
    for (ResolvedEntity entity : entities) {
      loopback.check(entity.id());
      if (byId.put(entity.id(), entity) != null) {
        throw new IllegalArgumentException("Pinned twice: " + entity.id());
      }
    }
    this.entities = Map.copyOf(byId);
  }

  @Override
  public ResolvedEntity resolve(EntityId entity) {
    ResolvedEntity known = entities.get(entity);
    if (known == null) {
      throw new TrustException(
          TrustException.Reason.UNKNOWN_ENTITY,
          entity.value(),
          "is not among the pinned entities",
          "trust configuration");
    }
    return known;
  }

  @Override
  public Optional<ResolvedEntity> known(EntityId entity) {
    return Optional.ofNullable(entities.get(entity));
  }
}

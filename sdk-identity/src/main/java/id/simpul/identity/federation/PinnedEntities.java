package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Trusts exactly the entities it was given, with exactly the keys it was given. Immutable. */
public final class PinnedEntities implements TrustResolver {
  private final Map<EntityId, ResolvedEntity> entities;

  /**
   * Pins entities.
   *
   * @param entities the entities, identifiers unique
   */
  public PinnedEntities(Collection<ResolvedEntity> entities) {
    Map<EntityId, ResolvedEntity> byId = new LinkedHashMap<>();
    for (ResolvedEntity entity : entities) {
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
}

package id.simpul.identity.wire;

import id.simpul.identity.EntityId;
import java.util.List;
import java.util.Objects;

/**
 * What a resolver is asked (OpenID Federation 1.1, section 8.3.1).
 *
 * @param subject the entity whose metadata is wanted
 * @param trustAnchors the anchors a chain may end in, at least one
 * @param entityTypes the types whose metadata is wanted, all when empty
 */
public record ResolveQuery(
    EntityId subject, List<EntityId> trustAnchors, List<String> entityTypes) {
  /** Copies the lists. */
  public ResolveQuery {
    Objects.requireNonNull(subject, "subject");
    trustAnchors = List.copyOf(trustAnchors);
    entityTypes = List.copyOf(entityTypes);
    if (trustAnchors.isEmpty()) {
      throw new IllegalArgumentException("A chain ends in an anchor");
    }
  }
}

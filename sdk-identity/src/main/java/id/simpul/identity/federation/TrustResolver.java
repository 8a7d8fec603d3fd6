package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import java.util.Optional;

/**
 * Says which keys an entity may sign with. May need the network, so never call it on an event loop.
 * Thread-safe.
 */
public interface TrustResolver {
  /**
   * Resolves an entity.
   *
   * @param entity its identifier, as claimed and not yet believed
   * @return what is known and trusted of it
   * @throws TrustException when it is unknown or its trust has run out; fails closed
   */
  ResolvedEntity resolve(EntityId entity);

  /**
   * What is known of an entity without asking the network, so that it may be asked anywhere.
   *
   * @param entity its identifier, as claimed and not yet believed
   * @return what is known and trusted of it at present, or empty; nothing unless overridden
   */
  default Optional<ResolvedEntity> known(EntityId entity) {
    return Optional.empty();
  }
}

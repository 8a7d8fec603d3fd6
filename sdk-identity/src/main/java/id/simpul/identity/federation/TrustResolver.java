package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;

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
}

package id.simpul.identity.federation;

import id.simpul.core.AddressPolicy;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;

/**
 * Whether entities may be called {@code http://localhost} and the like. In production they may not:
 * such a name belongs to whoever runs a program on the same machine, and nothing protects what is
 * sent to it. Immutable.
 */
public final class LoopbackPolicy {
  private static final LoopbackPolicy PRODUCTION = new LoopbackPolicy(false);
  private static final LoopbackPolicy DEVELOPMENT = new LoopbackPolicy(true);

  private final boolean allowed;

  private LoopbackPolicy(boolean allowed) {
    this.allowed = allowed;
  }

  /**
   * The rule of production, and the default everywhere: {@code https} alone.
   *
   * @return the policy
   */
  public static LoopbackPolicy production() {
    return PRODUCTION;
  }

  /**
   * Also allows plain {@code http} to loopback hosts, for development, tests and examples. Nothing
   * else becomes weaker.
   *
   * @return the policy
   */
  public static LoopbackPolicy allowInsecureLoopbackForDevelopment() {
    return DEVELOPMENT;
  }

  /**
   * Checks one name.
   *
   * @param entity an entity, for example one that is about to be pinned, or our own
   * @return the same entity
   * @throws TrustException {@code NOT_ALLOWED} for plain {@code http} in production
   */
  public EntityId check(EntityId entity) {
    if (entity.isInsecureLoopback() && !allowed) {
      throw new TrustException(
          Reason.NOT_ALLOWED,
          entity.value(),
          "is plain http on loopback, which only development allows",
          "trust configuration");
    }
    return entity;
  }

  /**
   * Where a client may connect to that fetches what entities publish.
   *
   * @return {@link AddressPolicy#publicOnly()}, and under development this machine itself
   */
  public AddressPolicy addresses() {
    AddressPolicy addresses = AddressPolicy.publicOnly();
    return allowed ? addresses.allowInsecureLoopbackForDevelopment() : addresses;
  }

  @Override
  public String toString() {
    return allowed ? "insecure loopback allowed for development" : "https only";
  }
}

package id.simpul.node;

import id.simpul.identity.EntityId;
import java.util.Set;

/**
 * What a node does with residents' credentials.
 *
 * @param issues whether its officers issue them
 * @param issuers whose it takes when somebody presents one; nobody's means that it asks for none.
 *     Each must also be an entity the node trusts
 */
public record NodeCredentials(boolean issues, Set<EntityId> issuers) {
  /** Nothing. */
  public static final NodeCredentials NONE = new NodeCredentials(false, Set.of());

  /** Copies the set. */
  public NodeCredentials {
    issuers = Set.copyOf(issuers);
  }

  /**
   * Whether it does anything.
   *
   * @return true when it issues or verifies
   */
  public boolean any() {
    return issues || verifies();
  }

  /**
   * Whether it asks for presentations.
   *
   * @return true when there is somebody whose credentials it takes
   */
  public boolean verifies() {
    return !issuers.isEmpty();
  }
}

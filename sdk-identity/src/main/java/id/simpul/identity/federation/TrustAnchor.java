package id.simpul.identity.federation;

import id.simpul.identity.EntityId;
import id.simpul.identity.jose.JwkSet;
import java.util.Objects;

/**
 * An entity at which chains of trust may end, with keys that came by another way than the network:
 * in a letter, from a colleague, with the installation. What an anchor says of its own keys takes
 * keys away and never adds one, so that a new key of an anchor has to be pinned, too.
 *
 * @param id who it is
 * @param keys its federation keys
 */
public record TrustAnchor(EntityId id, JwkSet keys) {
  /** Checks that both are given. */
  public TrustAnchor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(keys, "keys");
  }
}

package id.simpul.identity.federation;

import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.util.List;

/**
 * The keys of an entity that count: it lists them itself, and somebody trusted vouches for them.
 */
final class SharedKeys {
  private SharedKeys() {}

  /**
   * Keys in both sets, under the same {@code kid}. A key that its owner has taken out of its
   * configuration is dead at once, even while its superior still vouches for it. Where an owner's
   * configuration is not at hand, as that of an intermediate in a chain that came with a message,
   * the superior's word alone decides; so a rotation ends with the superior dropping the old key.
   */
  static JwkSet of(ReceivedStatement configuration, JwkSet vouched) {
    List<PublicJwk> shared =
        configuration.keys().keys().stream()
            .filter(key -> vouched.find(key.kid()).filter(key::equals).isPresent())
            .toList();
    if (shared.isEmpty()) {
      throw configuration.refuse(
          Reason.UNKNOWN_KEY, "lists no key that its superior vouches for", "jwks");
    }
    return JwkSet.of(shared);
  }
}

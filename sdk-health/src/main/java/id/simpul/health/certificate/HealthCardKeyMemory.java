package id.simpul.health.certificate;

import id.simpul.identity.CryptoProviders;
import id.simpul.identity.VerificationKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The key each issuer used last, so that it is taken in once and not for each card. What is
 * remembered holds for the very bytes of the key set it was found in; when the set changes, it is
 * read again. At most one key an issuer, and issuers are on the caller's list. Thread-safe.
 */
final class HealthCardKeyMemory {
  private final Map<String, Found> last = new ConcurrentHashMap<>();
  private final CryptoProviders providers;

  HealthCardKeyMemory(CryptoProviders providers) {
    this.providers = providers;
  }

  /** A key, and the bytes it was found in, which are a copy. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its bytes alone, see isFor
  private record Found(byte[] jwks, String kid, VerificationKey key) {
    boolean isFor(byte[] some, String name) {
      return kid.equals(name) && Arrays.equals(jwks, some);
    }
  }

  /** The key of a name in an issuer's set, when it is one for cards. */
  Optional<VerificationKey> find(String issuer, byte[] jwks, String kid) {
    Found before = last.get(issuer);
    if (before != null && before.isFor(jwks, kid)) {
      return Optional.of(before.key());
    }
    byte[] own = jwks.clone();
    Optional<VerificationKey> found =
        HealthCardKeySet.read(own, issuer).flatMap(keys -> keys.find(kid)).map(providers::bind);
    found.ifPresent(key -> last.put(issuer, new Found(own, kid, key)));
    return found;
  }
}

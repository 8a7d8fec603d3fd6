package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import java.util.Map;

/**
 * A library that is there and says it works.
 *
 * @param version what it calls itself, empty when it does not say
 * @param backends its code for each algorithm it has
 */
public record LoadedLibrary(String version, Map<SignatureAlgorithm, SignatureBackend> backends) {
  /** Copies the map. */
  public LoadedLibrary {
    backends = Map.copyOf(backends);
  }
}

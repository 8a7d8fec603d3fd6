package id.simpul.node.internal.security;

import id.simpul.core.value.Secret;
import java.util.Optional;

/** Tells who holds a key or token. Thread-safe. */
@FunctionalInterface
public interface Callers {
  /**
   * Who holds a key or token.
   *
   * @param candidate what was presented
   * @return the caller, or empty when nobody holds it
   */
  Optional<Caller> identify(Secret candidate);

  /**
   * These and others.
   *
   * @param others asked when these know nobody
   * @return both
   */
  default Callers or(Callers others) {
    return candidate -> identify(candidate).or(() -> others.identify(candidate));
  }
}

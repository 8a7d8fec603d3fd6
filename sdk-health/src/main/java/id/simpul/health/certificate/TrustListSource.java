package id.simpul.health.certificate;

import id.simpul.core.SimpulException;

/** Where trust lists come from: a file, a server, a document of the WHO. */
@FunctionalInterface
public interface TrustListSource {
  /**
   * Gets the list as it is now.
   *
   * @return the list
   * @throws SimpulException when it cannot be reached or read
   */
  TrustList load();
}

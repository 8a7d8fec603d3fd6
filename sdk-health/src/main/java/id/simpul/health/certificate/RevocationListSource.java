package id.simpul.health.certificate;

/** Where a list of revoked certificates comes from. Thread-safe. */
@FunctionalInterface
public interface RevocationListSource {
  /**
   * Gets the list as it is now. May block.
   *
   * @return the list
   * @throws id.simpul.core.SimpulException when it cannot be had or read
   */
  RevocationList load();
}

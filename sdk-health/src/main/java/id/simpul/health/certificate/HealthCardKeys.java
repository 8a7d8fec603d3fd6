package id.simpul.health.certificate;

import id.simpul.core.SimpulException;

/**
 * Where the keys of an issuer of SMART Health Cards come from. It is asked about issuers on the
 * caller's list alone, so that nobody's card makes a verifier call an address. Whoever fetches
 * reads {@link #WELL_KNOWN} below the issuer, over TLS 1.2 or newer, follows no redirect to another
 * origin, reads at most {@link #MAX_BYTES}, and keeps the answer for a while. Thread-safe.
 */
@FunctionalInterface
public interface HealthCardKeys {
  /** What is appended to an issuer. */
  String WELL_KNOWN = "/.well-known/jwks.json";

  /** The largest set of keys in bytes. */
  int MAX_BYTES = 256 * 1024;

  /**
   * Gets the keys of an issuer.
   *
   * @param issuer an issuer on the caller's list
   * @return a JSON Web Key Set (RFC 7517, section 5)
   * @throws SimpulException when it cannot be had
   */
  byte[] jwks(String issuer);
}

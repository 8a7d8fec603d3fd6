package id.simpul.benchmarks.jws;

/** Verifies one token as a library does it. */
@FunctionalInterface
interface TokenVerifier {
  /**
   * Reads the compact serialisation, holds the algorithm to the key's, verifies the signature and
   * checks issuer, audience and expiry.
   *
   * @param token the token
   * @return its claims, as the library gives them
   * @throws Exception when the token is not good, of the library's own kind
   */
  Object verify(String token) throws Exception;
}

package id.simpul.benchmarks.credential;

/** Verifies one credential as a library does it. */
@FunctionalInterface
interface CredentialVerifier {
  /**
   * Takes the compact serialisation apart, verifies the issuer's signature, puts the disclosed
   * claims where their digests are, and checks header type, issuer, credential type and expiry.
   *
   * @param credential an SD-JWT without key binding
   * @return its claims, as the library gives them
   * @throws Exception when the credential is not good, of the library's own kind
   */
  Object verify(String credential) throws Exception;
}

package id.simpul.identity;

/**
 * Asks the signature code questions with known answers, so that a program that cannot tell a
 * signature from a forgery does not start. Takes a few milliseconds, keeps nothing; a node runs it
 * at every start.
 */
public final class CryptoSelfTest {
  private CryptoSelfTest() {}

  /**
   * Tests Bouncy Castle with every algorithm of this library: a known answer for signing (RFC 8032,
   * section 7.1, test 3; RFC 6979, appendix A.2.5, SHA-256, "sample"; RFC 9964, appendix A.1),
   * which has to verify, and forgeries that broken libraries have taken: another message, all zero
   * bits (CVE-2022-21449), two bytes, one byte too few, one too many, none, one bit changed, and
   * numbers out of their range. {@link CryptoProviders} asks every other library the same.
   *
   * @throws TrustException {@code KEY_UNUSABLE} with the name of the failed check
   */
  public static void run() {
    // Nothing is chosen untested.
    CryptoProviders unused = CryptoProviders.bouncyCastle();
  }
}

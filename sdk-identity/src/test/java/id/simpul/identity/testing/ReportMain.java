package id.simpul.identity.testing;

import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;

/** Prints what is chosen where it runs, and what becomes of each library when it is forced. */
public final class ReportMain {
  private ReportMain() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    System.out.println(CryptoProviders.detect().report());
    for (CryptoLibrary library : CryptoLibrary.values()) {
      try {
        System.out.println(
            "forced " + CryptoProviders.bouncyCastle().with(SignatureAlgorithm.ES256, library));
      } catch (TrustException e) {
        System.out.println("refused " + library + " " + e.reason());
      }
    }
  }
}

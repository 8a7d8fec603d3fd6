package id.simpul.identity.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.TrustException;

/** All algorithms in the hands of one library, so that a test can be run with each. */
public final class EveryLibrary {
  private EveryLibrary() {}

  /** The choice; skips the test where the library's native code does not load. */
  public static CryptoProviders on(CryptoLibrary library) {
    CryptoProviders providers = CryptoProviders.bouncyCastle();
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      try {
        providers = providers.with(algorithm, library);
      } catch (TrustException e) {
        if (e.getMessage().contains("native code")) {
          return abort("skipped: " + library + " does not run on this machine");
        }
        throw e;
      }
    }
    return providers;
  }
}

package id.simpul.identity.internal.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import id.simpul.identity.SignatureAlgorithm;
import java.security.Provider;
import java.util.Map;

/**
 * Amazon Corretto Crypto Provider, an optional dependency. Only {@link Libraries} may touch this
 * class, because it does not load without that library.
 */
final class CorrettoLibrary {
  private CorrettoLibrary() {}

  static LoadedLibrary load() throws LibraryUnavailableException {
    AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    Throwable error = provider.getLoadingError();
    if (error != null) {
      throw new LibraryUnavailableException("its native code does not load here", error);
    }
    provider.assertHealthy();
    return new LoadedLibrary(provider.getVersionStr(), backends(provider));
  }

  private static Map<SignatureAlgorithm, SignatureBackend> backends(Provider provider) {
    return Map.of(
        SignatureAlgorithm.ED25519,
        // Its key factory is only there when a system property of its own says so.
        new JcaBackend(provider, JcaNames.plain(null, "EdDSA", "EdDSA")),
        SignatureAlgorithm.ES256,
        new JcaBackend(provider, JcaNames.plain("EC", "EC", "SHA256withECDSAinP1363Format")),
        SignatureAlgorithm.ML_DSA_65,
        new JcaBackend(provider, JcaNames.plain("ML-DSA-65", "ML-DSA", "ML-DSA")));
  }
}

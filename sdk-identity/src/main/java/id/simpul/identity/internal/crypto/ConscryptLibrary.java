package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import java.security.Provider;
import java.util.Map;
import org.conscrypt.Conscrypt;

/**
 * Conscrypt, an optional dependency. Only {@link Libraries} may touch this class, because it does
 * not load without that library.
 */
final class ConscryptLibrary {
  private ConscryptLibrary() {}

  static LoadedLibrary load() {
    Conscrypt.checkAvailability(); // a LinkageError when its native code does not load
    Conscrypt.Version version = Conscrypt.version();
    return new LoadedLibrary(
        version.major() + "." + version.minor() + "." + version.patch(),
        backends(Conscrypt.newProvider()));
  }

  private static Map<SignatureAlgorithm, SignatureBackend> backends(Provider provider) {
    return Map.of(
        SignatureAlgorithm.ED25519,
        new JcaBackend(provider, JcaNames.plain("EdDSA", "EdDSA", "EdDSA")),
        SignatureAlgorithm.ES256,
        new JcaBackend(provider, new JcaNames("EC", "EC", "SHA256withECDSA", true)),
        SignatureAlgorithm.ML_DSA_65,
        new JcaBackend(provider, JcaNames.plain("ML-DSA-65", "ML-DSA", "ML-DSA-65")));
  }
}

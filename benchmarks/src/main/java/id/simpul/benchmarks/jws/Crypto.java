package id.simpul.benchmarks.jws;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.CryptoProviders;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.jose.PublicJwk;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Who does the arithmetic of signatures in this process, for everybody who is measured in it. */
public enum Crypto {
  /** What each library takes when nobody tells it anything. */
  SHIPPED,
  /** Bouncy Castle, for the peers as the first of the platform's providers. */
  BOUNCY_CASTLE,
  /** Amazon Corretto, likewise. */
  CORRETTO,
  /** Nobody: a provider that takes every signature, so that what is around it can be measured. */
  NOBODY;

  private static final String CORRETTO_KEYS =
      "com.amazon.corretto.crypto.provider.registerEdKeyFactory";

  /** Puts the provider first in the platform's order. */
  public void install() {
    switch (this) {
      case SHIPPED -> {}
      case BOUNCY_CASTLE -> Security.insertProviderAt(new BouncyCastleProvider(), 1);
      case CORRETTO -> {
        // So that the peers' Ed25519 keys are its own, and need not be translated each time.
        System.setProperty(CORRETTO_KEYS, "true");
        AmazonCorrettoCryptoProvider.install();
      }
      case NOBODY -> Security.insertProviderAt(new NobodyProvider(), 1);
    }
  }

  /**
   * The same for whoever holds many keys of ours.
   *
   * @return who computes what
   */
  public CryptoProviders providers() {
    CryptoProviders shipped = CryptoProviders.bouncyCastle();
    return this == CORRETTO
        ? shipped.with(SignatureAlgorithm.ES256, CryptoLibrary.CORRETTO)
        : shipped;
  }

  /**
   * A key of ours in the same hands.
   *
   * @param key a key
   * @return the same key
   */
  public PublicJwk bind(PublicJwk key) {
    SignatureAlgorithm algorithm = key.key().algorithm();
    return switch (this) {
      // Bouncy Castle is what we ship with.
      case SHIPPED, BOUNCY_CASTLE -> key;
      case CORRETTO ->
          key.bind(CryptoProviders.bouncyCastle().with(algorithm, CryptoLibrary.CORRETTO));
      case NOBODY -> PublicJwk.of(new NobodyKey(key.key(), PlatformKeys.of(key)));
    };
  }
}

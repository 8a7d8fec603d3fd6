package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import java.security.SecureRandom;

/** A private key in this process's memory, which can therefore be written down. */
public sealed interface LocalSigningKey extends SigningKey
    permits Ed25519PrivateKey, Es256PrivateKey, MlDsa65PrivateKey {
  /**
   * Makes a new key.
   *
   * @param algorithm what it will sign with
   * @param random where it comes from
   * @return the key
   */
  static LocalSigningKey generate(SignatureAlgorithm algorithm, SecureRandom random) {
    return switch (algorithm) {
      case ED25519 -> Ed25519PrivateKey.generate(random);
      case ES256 -> Es256PrivateKey.generate(random);
      case ML_DSA_65 -> MlDsa65PrivateKey.generate(random);
    };
  }

  /**
   * The private key as PKCS#8 (RFC 5208, version 1, which every tool reads). The name is loud so
   * that a search finds every place that shows a private key.
   *
   * @return DER, owned by the caller
   */
  byte[] revealPkcs8();
}

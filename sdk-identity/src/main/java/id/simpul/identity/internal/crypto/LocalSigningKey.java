package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import java.security.SecureRandom;

/** A private key in this process's memory, which can therefore be written down. */
public abstract sealed class LocalSigningKey implements SigningKey
    permits Ed25519PrivateKey, Es256PrivateKey, MlDsa65PrivateKey {
  private final LocalVerificationKey publicKey;
  private final Signer signer;

  LocalSigningKey(LocalVerificationKey publicKey, Signer signer) {
    this.publicKey = publicKey;
    this.signer = signer;
  }

  /**
   * Makes a new key.
   *
   * @param algorithm what it will sign with
   * @param random where it comes from
   * @return the key
   */
  public static LocalSigningKey generate(SignatureAlgorithm algorithm, SecureRandom random) {
    return switch (algorithm) {
      case ED25519 -> Ed25519PrivateKey.generate(random);
      case ES256 -> Es256PrivateKey.generate(random);
      case ML_DSA_65 -> MlDsa65PrivateKey.generate(random);
    };
  }

  @Override
  public final SignatureAlgorithm algorithm() {
    return publicKey.algorithm();
  }

  @Override
  public final LocalVerificationKey publicKey() {
    return publicKey;
  }

  @Override
  public final byte[] sign(byte[] message) {
    return signer.sign(message);
  }

  abstract Signer bouncyCastle();

  /**
   * The same key in the hands of a library, and its public half with it.
   *
   * @param backend the library's code for this algorithm
   * @return a copy that keeps what the library made of the key
   */
  public abstract LocalSigningKey on(SignatureBackend backend);

  /**
   * The private key as PKCS#8 (RFC 5208, version 1, which every tool reads). The name is loud so
   * that a search finds every place that shows a private key.
   *
   * @return DER, owned by the caller
   */
  public abstract byte[] revealPkcs8();

  /** The key id and no secret. */
  @Override
  public final String toString() {
    return algorithm().joseName() + " signing key " + keyId();
  }
}

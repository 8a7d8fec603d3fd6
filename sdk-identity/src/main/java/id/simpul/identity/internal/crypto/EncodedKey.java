package id.simpul.identity.internal.crypto;

import java.security.PrivateKey;
import java.security.PublicKey;

/** A key in its encoded form, for providers that take such keys without a key factory. */
final class EncodedKey implements PublicKey, PrivateKey {
  private static final long serialVersionUID = 1L;

  /** What the provider calls the kind of key. */
  private final String algorithm;

  /** {@code X.509} or {@code PKCS#8}. */
  private final String format;

  /** The key itself, which does not travel with a serialised object. */
  private final transient byte[] encoded;

  private EncodedKey(String algorithm, String format, byte[] encoded) {
    this.algorithm = algorithm;
    this.format = format;
    this.encoded = encoded;
  }

  static PublicKey ofPublic(String algorithm, byte[] subjectPublicKeyInfo) {
    return new EncodedKey(algorithm, "X.509", subjectPublicKeyInfo);
  }

  static PrivateKey ofPrivate(String algorithm, byte[] pkcs8) {
    return new EncodedKey(algorithm, "PKCS#8", pkcs8);
  }

  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public String getFormat() {
    return format;
  }

  @Override
  public byte[] getEncoded() {
    return encoded.clone();
  }

  /** The kind and nothing of the key. */
  @Override
  public String toString() {
    return algorithm + " key";
  }
}

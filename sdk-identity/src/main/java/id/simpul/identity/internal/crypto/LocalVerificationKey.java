package id.simpul.identity.internal.crypto;

import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.VerificationKey;

/**
 * A public key whose bytes are known, and which was found valid. What can be checked of a signature
 * without arithmetic is checked here, whichever library computes the rest.
 */
public abstract sealed class LocalVerificationKey implements VerificationKey
    permits Ed25519PublicKey, Es256PublicKey, MlDsa65PublicKey {
  private final SignatureAlgorithm algorithm;
  private final String keyId;
  private final Verifier verifier;

  LocalVerificationKey(SignatureAlgorithm algorithm, String keyId, Verifier verifier) {
    this.algorithm = algorithm;
    this.keyId = keyId;
    this.verifier = verifier;
  }

  @Override
  public final SignatureAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public final String keyId() {
    return keyId;
  }

  /** The key as SubjectPublicKeyInfo (RFC 5280, section 4.1.2.7) in DER. */
  abstract byte[] subjectPublicKeyInfo();

  abstract Verifier bouncyCastle();

  /**
   * The same key in the hands of a library.
   *
   * @param backend the library's code for this algorithm
   * @return a copy that keeps what the library made of the key
   */
  public abstract LocalVerificationKey on(SignatureBackend backend);

  /** Whether the numbers in a signature of the right length lie where they must. */
  boolean isInRange(byte[] signature) {
    return true;
  }

  @Override
  public final boolean verify(byte[] message, byte[] signature) {
    return isInForm(signature) && verifier.verify(message, signature);
  }

  /**
   * Verifies a signature over the beginning of a buffer, which need not be copied for it.
   *
   * @param buffer the signed bytes and others after them, not changed
   * @param length how many are signed
   * @param signature the signature, of any length
   * @return true only for a signature by this key over exactly these bytes
   */
  public final boolean verify(byte[] buffer, int length, byte[] signature) {
    return isInForm(signature) && verifier.verify(buffer, length, signature);
  }

  private boolean isInForm(byte[] signature) {
    return signature.length == algorithm.signatureLength() && isInRange(signature);
  }

  @Override
  public final boolean equals(Object o) {
    return o instanceof VerificationKey other && keyId.equals(other.keyId());
  }

  @Override
  public final int hashCode() {
    return keyId.hashCode();
  }

  @Override
  public final String toString() {
    return algorithm.joseName() + " public key " + keyId;
  }
}

package id.simpul.identity;

/** A public key that verifies. Implementations are immutable, thread-safe and equal by key id. */
public interface VerificationKey {
  /**
   * What it verifies.
   *
   * @return the algorithm
   */
  SignatureAlgorithm algorithm();

  /**
   * The RFC 7638 SHA-256 thumbprint, base64url without padding.
   *
   * @return 43 characters
   */
  String keyId();

  /**
   * Verifies a signature. Lengths are checked before any arithmetic.
   *
   * @param message the signed bytes, not changed
   * @param signature the signature, of any length
   * @return true only for a signature by this key over exactly these bytes
   */
  boolean verify(byte[] message, byte[] signature);
}

package id.simpul.identity;

/**
 * A private key that signs. An interface, so that a key may stay in an HSM or a remote service:
 * such a key says its algorithm, shows its public half, read for example with {@link
 * id.simpul.identity.jose.PublicJwk}, and has the other half sign. Implementations are thread-safe,
 * and their {@code toString} shows the key id and no secret.
 */
public interface SigningKey {
  /**
   * What it signs with.
   *
   * @return the algorithm
   */
  SignatureAlgorithm algorithm();

  /**
   * The RFC 7638 SHA-256 thumbprint of the public key, base64url without padding.
   *
   * @return 43 characters
   */
  default String keyId() {
    return publicKey().keyId();
  }

  /**
   * The key others verify with.
   *
   * @return the public half
   */
  VerificationKey publicKey();

  /**
   * Signs a message.
   *
   * @param message the bytes to sign, not changed
   * @return a signature of the algorithm's length: of ES256 r and s alone, and not in ASN.1
   * @throws TrustException {@code KEY_UNUSABLE} when the key, or the service that holds it, cannot
   *     sign now
   */
  byte[] sign(byte[] message);
}

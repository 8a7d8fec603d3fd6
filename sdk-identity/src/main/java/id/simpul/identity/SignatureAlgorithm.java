package id.simpul.identity;

/**
 * The signature algorithms Simpul issues. The algorithm of a signature is always the algorithm of
 * the key; a header can only agree or be refused.
 */
public enum SignatureAlgorithm {
  /** EdDSA over Curve25519 (RFC 8032), {@code Ed25519} in JOSE (RFC 9864). */
  ED25519("Ed25519", "ed25519", 64),
  /** ECDSA over P-256 with SHA-256, signature as r and s of 32 bytes each (RFC 7518, 3.4). */
  ES256("ES256", "ecdsa-p256-sha256", 64);

  private final String joseName;
  private final String httpName;
  private final int signatureLength;

  SignatureAlgorithm(String joseName, String httpName, int signatureLength) {
    this.joseName = joseName;
    this.httpName = httpName;
    this.signatureLength = signatureLength;
  }

  /**
   * The {@code alg} value in a JWS header or JWK.
   *
   * @return the JOSE name
   */
  public String joseName() {
    return joseName;
  }

  /**
   * The {@code alg} parameter of an HTTP message signature (RFC 9421, section 6.2).
   *
   * @return the HTTP signature name
   */
  public String httpName() {
    return httpName;
  }

  /**
   * The only length a signature may have.
   *
   * @return bytes
   */
  public int signatureLength() {
    return signatureLength;
  }
}

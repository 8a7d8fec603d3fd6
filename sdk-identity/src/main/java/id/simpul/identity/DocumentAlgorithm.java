package id.simpul.identity;

/**
 * How others sign the documents Simpul reads, such as health certificates from abroad. Simpul signs
 * nothing with what stands here alone, and takes no token, message or credential that was; what it
 * issues has a {@link SignatureAlgorithm}.
 */
public enum DocumentAlgorithm {
  /**
   * ECDSA with SHA-256, r and s as they are (RFC 9053, section 2.1), over P-256 or P-384: COSE
   * binds no curve to the algorithm.
   */
  ES256,
  /** RSASSA-PSS with SHA-256, MGF1 with SHA-256 and a salt of 32 bytes (RFC 8230, section 2). */
  PS256
}

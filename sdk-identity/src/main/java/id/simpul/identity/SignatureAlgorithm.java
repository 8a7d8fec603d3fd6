package id.simpul.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signature algorithms Simpul issues. The algorithm of a signature is always the algorithm of
 * the key; a header can only agree or be refused.
 */
public enum SignatureAlgorithm {
  /** EdDSA over Curve25519 (RFC 8032), {@code Ed25519} in JOSE (RFC 9864). */
  ED25519("Ed25519", "ed25519", 64),
  /** ECDSA over P-256 with SHA-256, signature as r and s of 32 bytes each (RFC 7518, 3.4). */
  ES256("ES256", "ecdsa-p256-sha256", 64),
  /**
   * ML-DSA with the parameter set ML-DSA-65 (FIPS 204), pure and with the empty context (RFC 9964,
   * section 5). Holds against quantum computers, at 51 times the length.
   */
  ML_DSA_65("ML-DSA-65", null, 3309);

  private final String joseName;
  private final @Nullable String httpName;
  private final int signatureLength;

  SignatureAlgorithm(String joseName, @Nullable String httpName, int signatureLength) {
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
   * @return the HTTP signature name, or empty when the registry has none, so that no HTTP message
   *     is signed with it
   */
  public Optional<String> httpName() {
    return Optional.ofNullable(httpName);
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

package id.simpul.identity.jose;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.internal.jose.Base64Url;

/**
 * The SHA-256 thumbprint of a public key (RFC 7638, section 3): the digest of its required members
 * alone, so that one key has one name wherever it is published. Immutable.
 *
 * @param value base64url without padding
 */
public record Thumbprint(String value) {
  /** Characters of a thumbprint: 32 bytes in base64url. */
  public static final int LENGTH = 43;

  /**
   * Checks the form.
   *
   * @throws TrustException {@code MALFORMED} when it is not 32 bytes in base64url
   */
  public Thumbprint {
    if (value.length() != LENGTH || Base64Url.decode(value).isEmpty()) {
      throw new TrustException(
          Reason.MALFORMED, "thumbprint", "is not 32 bytes in base64url", "RFC 7638");
    }
  }

  /**
   * The thumbprint of a key.
   *
   * @param key the key
   * @return its thumbprint
   */
  public static Thumbprint of(VerificationKey key) {
    return new Thumbprint(key.keyId());
  }

  @Override
  public String toString() {
    return value;
  }
}

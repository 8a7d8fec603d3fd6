package id.simpul.identity.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * RFC 7638 SHA-256 thumbprints: the digest of the key's required members, in lexicographic order,
 * without white space.
 */
final class Thumbprints {
  private Thumbprints() {}

  /** RFC 8037, section 2 and appendix A.3: crv, kty and x. */
  static String ofEd25519(byte[] x) {
    return digest("{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"" + encode(x) + "\"}");
  }

  /** RFC 7638, section 3.2: crv, kty, x and y. */
  static String ofP256(byte[] x, byte[] y) {
    return digest(
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
            + encode(x)
            + "\",\"y\":\""
            + encode(y)
            + "\"}");
  }

  /** RFC 9964, section 6: alg, kty and pub; the same bytes under another alg are another key. */
  static String ofMlDsa65(byte[] pub) {
    return digest("{\"alg\":\"ML-DSA-65\",\"kty\":\"AKP\",\"pub\":\"" + encode(pub) + "\"}");
  }

  private static String digest(String members) {
    return encode(Sha256.digest(members.getBytes(StandardCharsets.US_ASCII)));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}

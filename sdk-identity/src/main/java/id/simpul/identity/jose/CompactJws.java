package id.simpul.identity.jose;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.internal.crypto.LocalVerificationKey;
import id.simpul.identity.internal.jose.Base64Url;
import java.util.Arrays;

/** The three parts of a compact serialisation (RFC 7515, section 7.1), each decoded when asked. */
final class CompactJws {
  private static final int HASH_STEP = 5;

  private final String who;
  private final byte[] token;
  private final int firstDot;
  private final int secondDot;

  private CompactJws(String who, byte[] token, int firstDot, int secondDot) {
    this.who = who;
    this.token = token;
    this.firstDot = firstDot;
    this.secondDot = secondDot;
  }

  static CompactJws parse(String token, JwsProfile profile) {
    String who = profile.toString();
    if (token.length() > profile.maxLength()) {
      throw malformed(who, "is longer than " + profile.maxLength() + " characters", "token");
    }
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first < 0 || second < 0 || token.indexOf('.', second + 1) >= 0) {
      throw malformed(who, "is not three parts with two dots", "token");
    }
    // A pair of surrogates becomes one byte for two characters, and the dots would not be where
    // they were.
    byte[] ascii = Base64Url.ascii(token);
    if (ascii.length != token.length()) {
      throw malformed(who, "is not ASCII", "token");
    }
    return new CompactJws(who, ascii, first, second);
  }

  byte[] header() {
    return decode(0, firstDot, "header");
  }

  /** The encoded header as it came. */
  byte[] encodedHeader() {
    return Arrays.copyOf(token, firstDot);
  }

  int headerLength() {
    return firstDot;
  }

  /** Whether the encoded header is exactly this. */
  boolean hasHeader(byte[] encoded) {
    return Arrays.equals(token, 0, firstDot, encoded, 0, encoded.length);
  }

  /** A number that differs for most headers, made of some of its characters. */
  int headerHash() {
    int hash = firstDot;
    for (int i = 0; i < firstDot; i += HASH_STEP) {
      hash = 31 * hash + token[i];
    }
    return hash;
  }

  byte[] payload() {
    return decode(firstDot + 1, secondDot, "payload");
  }

  byte[] signature() {
    return decode(secondDot + 1, token.length, "signature");
  }

  /** RFC 7515, section 5.1: what is signed is the ASCII of the first two parts as they came. */
  boolean isSignedBy(VerificationKey key, byte[] signature) {
    return key instanceof LocalVerificationKey local
        ? local.verify(token, secondDot, signature)
        : key.verify(Arrays.copyOf(token, secondDot), signature);
  }

  private byte[] decode(int from, int to, String part) {
    return Base64Url.decode(token, from, to)
        .orElseThrow(() -> malformed(who, "is not base64url without padding", part));
  }

  private static TrustException malformed(String who, String what, String where) {
    return new TrustException(Reason.MALFORMED, who, what, where);
  }
}

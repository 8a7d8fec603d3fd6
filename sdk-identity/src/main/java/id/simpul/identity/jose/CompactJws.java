package id.simpul.identity.jose;

import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The three parts of a compact serialisation (RFC 7515, section 7.1), each decoded when asked. */
final class CompactJws {
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
    // What is not ASCII becomes a question mark, which no part can contain; but a pair of
    // surrogates becomes one for two characters, and the dots would not be where they were.
    byte[] ascii = token.getBytes(StandardCharsets.US_ASCII);
    if (ascii.length != token.length()) {
      throw malformed(who, "is not ASCII", "token");
    }
    return new CompactJws(who, ascii, first, second);
  }

  byte[] header() {
    return decode(0, firstDot, "header");
  }

  byte[] payload() {
    return decode(firstDot + 1, secondDot, "payload");
  }

  byte[] signature() {
    return decode(secondDot + 1, token.length, "signature");
  }

  /** RFC 7515, section 5.1: the ASCII of the first two parts as they came. */
  byte[] signingInput() {
    return Arrays.copyOf(token, secondDot);
  }

  private byte[] decode(int from, int to, String part) {
    return Base64Url.decode(token, from, to)
        .orElseThrow(() -> malformed(who, "is not base64url without padding", part));
  }

  private static TrustException malformed(String who, String what, String where) {
    return new TrustException(Reason.MALFORMED, who, what, where);
  }
}

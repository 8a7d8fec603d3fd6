package id.simpul.health.certificate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The forms a SMART Health Card travels in (SMART Health Cards Framework 1.4, "Encoding JWS as
 * QR"): a compact JWS, or its characters as two digits each behind {@code shc:/}, perhaps in
 * chunks, which are no longer made and still carried.
 */
final class HealthCardText {
  static final String PREFIX = "shc:/";

  private static final int OFFSET = '-';
  private static final int MAX_PAIR = 'z' - '-'; // 77
  private static final Pattern CHUNK =
      Pattern.compile("shc:/([0-9]{1,2})/([0-9]{1,2})/([0-9]{1,4300})");

  private HealthCardText() {}

  /** The JWS of one text. */
  static String jws(String text) throws StepFailure {
    if (!text.startsWith(PREFIX)) {
      return text;
    }
    if (CHUNK.matcher(text).matches()) {
      return jwsOfChunks(List.of(text));
    }
    String jws = characters(text.substring(PREFIX.length()));
    if (jws.length() > HealthCardVerifier.MAX_SINGLE_LENGTH) {
      throw StepFailure.of(CheckCode.TOO_LARGE);
    }
    return jws;
  }

  /** The JWS of all chunks, in any order: each once, none missing, all of one number. */
  static String jwsOfChunks(List<String> chunks) throws StepFailure {
    @Nullable String[] parts = new String[chunks.size()];
    for (String chunk : chunks) {
      Matcher matcher = CHUNK.matcher(chunk);
      if (!matcher.matches()) {
        throw StepFailure.of(CheckCode.WRONG_PREFIX);
      }
      int number = Integer.parseInt(matcher.group(1));
      boolean fits = Integer.parseInt(matcher.group(2)) == parts.length;
      if (!fits || number < 1 || number > parts.length || parts[number - 1] != null) {
        throw StepFailure.of(CheckCode.INCOMPLETE);
      }
      String part = characters(matcher.group(3));
      if (part.length() > HealthCardVerifier.MAX_CHUNK_LENGTH) {
        throw StepFailure.of(CheckCode.TOO_LARGE);
      }
      parts[number - 1] = part;
    }
    return String.join("", parts);
  }

  private static String characters(String digits) throws StepFailure {
    if (digits.length() % 2 != 0) {
      throw StepFailure.of(CheckCode.BAD_ENCODING);
    }
    StringBuilder characters = new StringBuilder(digits.length() / 2);
    for (int i = 0; i < digits.length(); i += 2) {
      int pair = digit(digits, i) * 10 + digit(digits, i + 1);
      if (pair > MAX_PAIR) {
        throw StepFailure.of(CheckCode.BAD_ENCODING);
      }
      characters.append((char) (pair + OFFSET));
    }
    return characters.toString();
  }

  private static int digit(String digits, int at) throws StepFailure {
    char c = digits.charAt(at);
    if (c < '0' || c > '9') {
      throw StepFailure.of(CheckCode.BAD_ENCODING);
    }
    return c - '0';
  }

  /** The text of a QR code. */
  static String numeric(String jws) {
    StringBuilder digits = new StringBuilder(PREFIX);
    for (int i = 0; i < jws.length(); i++) {
      int pair = jws.charAt(i) - OFFSET;
      digits.append((char) ('0' + pair / 10)).append((char) ('0' + pair % 10));
    }
    return digits.toString();
  }
}

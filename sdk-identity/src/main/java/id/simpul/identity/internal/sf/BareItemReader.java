package id.simpul.identity.internal.sf;

import id.simpul.core.format.FormatException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** Reads one bare item (RFC 9651, 4.2.3.1 to 4.2.10). */
final class BareItemReader {
  private static final int MAX_INTEGER_DIGITS = 15;
  private static final int BASE64_GROUP = 4;
  private static final String BASE64_ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  private BareItemReader() {}

  static BareItem read(Cursor in) throws FormatException {
    char first = in.peek();
    if (first == '-' || Chars.isDigit(first)) {
      return number(in);
    }
    if (Chars.isTokenStart(first)) {
      return token(in);
    }
    return switch (first) {
      case '"' -> string(in);
      case ':' -> bytes(in);
      case '?' -> bool(in);
      case '@' -> date(in);
      case '%' -> displayString(in);
      default -> throw in.fail("no item starts here");
    };
  }

  private static BareItem number(Cursor in) throws FormatException {
    int start = in.position();
    boolean negative = in.take('-');
    int integerDigits = digits(in, MAX_INTEGER_DIGITS);
    if (integerDigits == 0) {
      throw in.fail("a number without digits");
    }
    if (in.peek() != '.') {
      long value = Long.parseLong(in.from(negative ? start + 1 : start));
      return new BareItem.IntegerItem(negative ? -value : value);
    }
    if (integerDigits > BareItem.MAX_DECIMAL_INTEGER_DIGITS) {
      throw in.fail("a decimal has at most 12 digits before its point");
    }
    in.next();
    if (digits(in, BareItem.MAX_DECIMAL_FRACTION_DIGITS) == 0) {
      throw in.fail("a decimal without digits after its point");
    }
    return new BareItem.DecimalItem(new BigDecimal(in.from(start)));
  }

  private static int digits(Cursor in, int max) throws FormatException {
    int count = 0;
    while (Chars.isDigit(in.peek())) {
      count++;
      if (count > max) {
        throw in.fail("a number with more than " + max + " digits in a row");
      }
      in.next();
    }
    return count;
  }

  private static BareItem token(Cursor in) throws FormatException {
    int start = in.position();
    while (Chars.isTokenPart(in.peek())) {
      in.next();
    }
    if (in.position() - start > SfLimits.MAX_TOKEN_LENGTH) {
      throw in.fail("a token longer than " + SfLimits.MAX_TOKEN_LENGTH + " characters");
    }
    return new BareItem.TokenItem(in.from(start));
  }

  private static BareItem string(Cursor in) throws FormatException {
    in.next();
    int start = in.position();
    in.skipPlain();
    checkLength(in, start);
    String plain = in.from(start);
    return new BareItem.StringItem(in.take('"') ? plain : plain + unescape(in, start));
  }

  private static String unescape(Cursor in, int start) throws FormatException {
    StringBuilder unescaped = new StringBuilder();
    for (char c = in.next(); c != '"'; c = in.next()) {
      if (c == '\\') {
        c = in.next();
        if (c != '"' && c != '\\') {
          throw in.fail("a backslash before something that needs none");
        }
      }
      checkString(in, start, c);
      unescaped.append(c);
    }
    return unescaped.toString();
  }

  private static void checkString(Cursor in, int start, char c) throws FormatException {
    if (!Chars.isPrintable(c)) {
      throw in.fail("a string that does not end, or holds more than printable ASCII");
    }
    checkLength(in, start);
  }

  private static void checkLength(Cursor in, int start) throws FormatException {
    if (in.position() - start > SfLimits.MAX_STRING_LENGTH) {
      throw in.fail("a string longer than " + SfLimits.MAX_STRING_LENGTH + " characters");
    }
  }

  private static BareItem bytes(Cursor in) throws FormatException {
    in.next();
    int start = in.position();
    if (!in.skipTo(':')) {
      throw in.fail("a byte sequence that does not end");
    }
    String encoded = in.from(start);
    in.next();
    byte[] value = decode(in, encoded);
    if (value.length > SfLimits.MAX_BYTES_LENGTH) {
      throw in.fail("a byte sequence longer than " + SfLimits.MAX_BYTES_LENGTH + " bytes");
    }
    return new BareItem.BytesItem(value);
  }

  /**
   * Decodes canonical base64 alone. RFC 9651 lets a reader refuse missing padding and unused bits
   * that are set (4.2.7); one text for one value leaves nothing to play with in a signature.
   */
  private static byte[] decode(Cursor in, String encoded) throws FormatException {
    byte[] value;
    try {
      value = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw new FormatException("character " + (in.position() + 1), "not base64", e);
    }
    if (encoded.length() % BASE64_GROUP != 0 || hasUnusedBits(encoded)) {
      throw in.fail("base64 that is not in its one canonical form");
    }
    return value;
  }

  private static boolean hasUnusedBits(String encoded) {
    int padding = encoded.indexOf('=');
    if (padding < 0) {
      return false;
    }
    int unused = encoded.length() - padding == 2 ? 0b1111 : 0b0011;
    return (BASE64_ALPHABET.indexOf(encoded.charAt(padding - 1)) & unused) != 0;
  }

  private static BareItem bool(Cursor in) throws FormatException {
    in.next();
    return switch (in.next()) {
      case '0' -> new BareItem.BooleanItem(false);
      case '1' -> BareItem.BooleanItem.TRUE;
      default -> throw in.fail("a boolean is ?0 or ?1");
    };
  }

  private static BareItem date(Cursor in) throws FormatException {
    in.next();
    if (number(in) instanceof BareItem.IntegerItem seconds) {
      return new BareItem.DateItem(Instant.ofEpochSecond(seconds.value()));
    }
    throw in.fail("a date has whole seconds");
  }

  private static BareItem displayString(Cursor in) throws FormatException {
    in.next();
    if (!in.take('"')) {
      throw in.fail("a display string starts with a quote");
    }
    int start = in.position();
    ByteBuffer utf8 = ByteBuffer.allocate(SfLimits.MAX_STRING_LENGTH);
    for (char c = in.next(); c != '"'; c = in.next()) {
      checkString(in, start, c);
      utf8.put((byte) (c == '%' ? hex(in) << 4 | hex(in) : c));
    }
    try {
      return new BareItem.DisplayStringItem(
          StandardCharsets.UTF_8.newDecoder().decode(utf8.flip()).toString());
    } catch (CharacterCodingException e) {
      throw new FormatException("character " + (start + 1), "not valid UTF-8", e);
    }
  }

  private static int hex(Cursor in) throws FormatException {
    char c = in.next();
    if (Chars.isDigit(c)) {
      return c - '0';
    }
    if (c >= 'a' && c <= 'f') {
      return c - 'a' + 10;
    }
    throw in.fail("a percent sign without two lower-case hexadecimal digits");
  }
}

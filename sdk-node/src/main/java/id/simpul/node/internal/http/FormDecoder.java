package id.simpul.node.internal.http;

import id.simpul.core.format.FormatException;
import id.simpul.core.operation.Params;
import id.simpul.node.NodeLimits;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Decodes {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.1), strictly: a broken
 * percent sign or broken UTF-8 is refused instead of being replaced.
 */
public final class FormDecoder {
  // A name that is longer is told by its number.
  private static final int MAX_NAME_SHOWN = 100;

  private FormDecoder() {}

  /**
   * Decodes a query string or form body.
   *
   * @param text the encoded bytes, a character a byte (ISO-8859-1), so that raw UTF-8 in a value is
   *     checked like escaped UTF-8
   * @return the fields in order
   * @throws FormatException when it is not such a text or has too many fields
   */
  public static Params decode(String text) throws FormatException {
    Params.Builder fields = Params.builder();
    int count = 0;
    int start = 0;
    while (start <= text.length() && !text.isEmpty()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        count++;
        if (count > NodeLimits.MAX_FIELDS) {
          throw new FormatException(
              "field " + count, "more than " + NodeLimits.MAX_FIELDS + " fields");
        }
        int equals = text.indexOf('=', start);
        boolean bare = equals < 0 || equals >= end;
        String name = unescape(text, start, bare ? end : equals, "field " + count);
        String where = name.length() > MAX_NAME_SHOWN ? "field " + count : name;
        String value = bare ? "" : unescape(text, equals + 1, end, where);
        fields.add(name, value);
      }
      start = end + 1;
    }
    return fields.build();
  }

  private static String unescape(String text, int from, int to, String where)
      throws FormatException {
    if (isPlain(text, from, to)) {
      return text.substring(from, to).replace('+', ' ');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(to - from);
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int high = digit(text, i + 1, to);
        int low = digit(text, i + 2, to);
        if (high < 0 || low < 0) {
          throw new FormatException(where, "a percent sign without two hex digits");
        }
        bytes.write(high << 4 | low);
        i += 2;
      } else if (c == '+') {
        bytes.write(' ');
      } else {
        bytes.write(c);
      }
    }
    return utf8(bytes.toByteArray(), where);
  }

  private static boolean isPlain(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '%' || text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static int digit(String text, int at, int to) {
    return at < to ? Character.digit(text.charAt(at), 16) : -1;
  }

  /**
   * Decodes UTF-8, refusing what is not.
   *
   * @param bytes the bytes
   * @param where the field, for the message
   * @return the text
   * @throws FormatException when the bytes are not UTF-8
   */
  static String utf8(byte[] bytes, String where) throws FormatException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new FormatException(where, "not valid UTF-8", e);
    }
  }
}

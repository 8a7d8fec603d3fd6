package id.simpul.core.internal.http;

import id.simpul.core.operation.Params;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes names and values as {@code application/x-www-form-urlencoded} (WHATWG URL, section 5), in
 * UTF-8. A query string differs from a form in the space alone: {@code %20}, which every server
 * understands.
 */
final class FormEncoding {
  private static final char[] HEX = "0123456789ABCDEF".toCharArray();
  private static final int REPLACEMENT = 0xFFFD;

  private FormEncoding() {}

  static byte[] form(Params params) {
    return encode(params, "+").getBytes(StandardCharsets.US_ASCII);
  }

  static String query(Params params) {
    return encode(params, "%20");
  }

  private static String encode(Params params, String space) {
    List<Params.Param> entries = params.entries();
    StringBuilder out = new StringBuilder(64 + 32 * entries.size());
    for (int i = 0; i < entries.size(); i++) {
      if (i > 0) {
        out.append('&');
      }
      append(entries.get(i).name(), space, out);
      out.append('=');
      append(entries.get(i).value(), space, out);
    }
    return out.toString();
  }

  private static void append(String text, String space, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (plain(c)) {
        out.append(c);
      } else if (c == ' ') {
        out.append(space);
      } else {
        int point = text.codePointAt(i);
        if (Character.isSupplementaryCodePoint(point)) {
          i++;
        }
        boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        appendUtf8(lone ? REPLACEMENT : point, out);
      }
    }
  }

  private static boolean plain(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '*';
  }

  private static void appendUtf8(int point, StringBuilder out) {
    if (point < 0x80) {
      appendByte(point, out);
      return;
    }
    if (point < 0x800) {
      appendByte(0xC0 | (point >> 6), out);
    } else {
      if (point < 0x10000) {
        appendByte(0xE0 | (point >> 12), out);
      } else {
        appendByte(0xF0 | (point >> 18), out);
        appendContinuation(point >> 12, out);
      }
      appendContinuation(point >> 6, out);
    }
    appendContinuation(point, out);
  }

  private static void appendContinuation(int bits, StringBuilder out) {
    appendByte(0x80 | (bits & 0x3F), out);
  }

  private static void appendByte(int b, StringBuilder out) {
    out.append('%').append(HEX[b >> 4]).append(HEX[b & 0xF]);
  }
}

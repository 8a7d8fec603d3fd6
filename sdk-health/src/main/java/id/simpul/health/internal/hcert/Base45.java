package id.simpul.health.internal.hcert;

import id.simpul.core.format.FormatException;
import java.util.Arrays;

/** Base45 (RFC 9285), strict: a byte string has exactly one text. */
public final class Base45 {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  private static final int BASE = ALPHABET.length();
  private static final byte[] VALUES = values();
  private static final int TRIPLET = 3;
  private static final int MAX_OF_TWO_BYTES = 0xffff;
  private static final int MAX_OF_ONE_BYTE = 0xff;

  private Base45() {}

  private static byte[] values() {
    byte[] values = new byte[Byte.MAX_VALUE + 1];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < BASE; i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }

  /**
   * Encodes bytes.
   *
   * @param bytes any bytes
   * @return their text
   */
  public static String encode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length / 2 * TRIPLET + 2);
    for (int i = 0; i + 1 < bytes.length; i += 2) {
      int two = ((bytes[i] & 0xff) << Byte.SIZE) | (bytes[i + 1] & 0xff);
      text.append(ALPHABET.charAt(two % BASE));
      text.append(ALPHABET.charAt(two / BASE % BASE));
      text.append(ALPHABET.charAt(two / (BASE * BASE)));
    }
    if (bytes.length % 2 == 1) {
      int one = bytes[bytes.length - 1] & 0xff;
      text.append(ALPHABET.charAt(one % BASE)).append(ALPHABET.charAt(one / BASE));
    }
    return text.toString();
  }

  /**
   * Decodes a text (section 6: what is not an encoding is refused and not repaired).
   *
   * @param text any text whose length the caller has bounded
   * @return its bytes
   * @throws FormatException when a character is outside the alphabet, three characters stand for
   *     more than 65535 or two for more than 255, or one character is left over
   */
  public static byte[] decode(String text) throws FormatException {
    int rest = text.length() % TRIPLET;
    if (rest == 1) {
      throw fail(text.length(), "one character is left over");
    }
    byte[] bytes = new byte[text.length() / TRIPLET * 2 + rest / 2];
    int filled = 0;
    int at = 0;
    for (; at + TRIPLET <= text.length(); at += TRIPLET) {
      int two = pair(text, at) + value(text, at + 2) * BASE * BASE;
      if (two > MAX_OF_TWO_BYTES) {
        throw fail(at, "three characters beyond two bytes");
      }
      bytes[filled++] = (byte) (two >>> Byte.SIZE);
      bytes[filled++] = (byte) two;
    }
    if (rest == 2) {
      int one = pair(text, at);
      if (one > MAX_OF_ONE_BYTE) {
        throw fail(at, "two characters beyond one byte");
      }
      bytes[filled] = (byte) one;
    }
    return bytes;
  }

  private static int pair(String text, int at) throws FormatException {
    return value(text, at) + value(text, at + 1) * BASE;
  }

  private static int value(String text, int at) throws FormatException {
    char c = text.charAt(at);
    int value = c < VALUES.length ? VALUES[c] : -1;
    if (value < 0) {
      throw fail(at, "a character outside the alphabet");
    }
    return value;
  }

  private static FormatException fail(int at, String reason) {
    return new FormatException("character " + at, reason);
  }
}

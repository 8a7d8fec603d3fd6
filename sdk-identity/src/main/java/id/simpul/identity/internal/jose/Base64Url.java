package id.simpul.identity.internal.jose;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Base64url as JOSE uses it (RFC 7515, section 2): the alphabet of RFC 4648, section 5, without
 * padding, line breaks or other characters. Unused bits of the last character are zero (RFC 4648,
 * section 3.5), so that a byte string has exactly one encoding.
 */
public final class Base64Url {
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final byte[] VALUES = values();
  private static final int CHARACTERS_PER_GROUP = 4;

  private Base64Url() {}

  /**
   * Encodes bytes.
   *
   * @param bytes any bytes
   * @return their text
   */
  public static String encode(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }

  /**
   * Decodes a text.
   *
   * @param text any text
   * @return the bytes, or empty when it is not their one encoding
   */
  public static Optional<byte[]> decode(String text) {
    byte[] ascii = ascii(text);
    return decode(ascii, 0, ascii.length);
  }

  /**
   * The characters of a text as bytes. What is not ASCII becomes a question mark, which is outside
   * the alphabet.
   *
   * @param text any text
   * @return as many bytes as it has characters, or fewer when surrogates stand in it
   */
  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Decodes a part of a text.
   *
   * @param ascii the text
   * @param from index of the first character
   * @param to index after the last character
   * @return the bytes, or empty when it is not their one encoding
   */
  public static Optional<byte[]> decode(byte[] ascii, int from, int to) {
    if (from == to) {
      return Optional.of(new byte[0]);
    }
    // The decoder would take padding and stray bits.
    int last = value(ascii[to - 1]);
    int unusedBits =
        switch ((to - from) % CHARACTERS_PER_GROUP) {
          case 2 -> 0b1111;
          case 3 -> 0b0011;
          default -> 0;
        };
    if (last < 0 || (last & unusedBits) != 0) {
      return Optional.empty();
    }
    try {
      ByteBuffer decoded = DECODER.decode(ByteBuffer.wrap(ascii, from, to - from));
      byte[] bytes = decoded.array();
      return Optional.of(
          bytes.length == decoded.limit() ? bytes : Arrays.copyOf(bytes, decoded.limit()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** RFC 4648, table 2, or a negative number for what is not in it. */
  private static int value(byte character) {
    return character < 0 ? -1 : VALUES[character];
  }

  private static byte[] values() {
    byte[] values = new byte[Byte.MAX_VALUE + 1];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }
}

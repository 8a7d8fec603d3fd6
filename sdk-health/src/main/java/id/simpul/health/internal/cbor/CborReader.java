package id.simpul.health.internal.cbor;

import id.simpul.core.format.FormatException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads one CBOR item (RFC 8949) and nothing after it. Refuses what is not well-formed, what passes
 * a limit, a key that occurs twice or is neither integer nor text, and text that is not UTF-8. A
 * length is compared with the bytes that are left before anything is made for it. Numbers and
 * lengths in more bytes than they need are taken (section 4.1 asks that of writers alone), and so
 * are items of indefinite length.
 */
public final class CborReader {
  private static final int INFO_MASK = 0x1f;
  private static final int MAJOR_SHIFT = 5;
  private static final int ONE_BYTE = 24;
  private static final int TWO_BYTES = 25;
  private static final int FOUR_BYTES = 26;
  private static final int EIGHT_BYTES = 27;
  private static final int INDEFINITE = 31;
  private static final int BREAK = 0xff;
  private static final int BYTE_STRING = 2;
  private static final int TEXT_STRING = 3;

  private final byte[] bytes;
  private final CborLimits limits;
  private int at;
  private int items;

  private CborReader(byte[] bytes, CborLimits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /**
   * Reads one item.
   *
   * @param bytes the item, not changed
   * @param limits how much to take
   * @return the item
   * @throws FormatException when it is not well-formed or passes a limit; says at which byte
   */
  public static CborValue read(byte[] bytes, CborLimits limits) throws FormatException {
    CborReader reader = new CborReader(bytes, limits);
    if (bytes.length > limits.maxBytes()) {
      throw reader.fail("more than " + limits.maxBytes() + " bytes");
    }
    CborValue value = reader.value(0);
    if (reader.at < bytes.length) {
      throw reader.fail("something follows the item");
    }
    return value;
  }

  private CborValue value(int depth) throws FormatException {
    count();
    int initial = next();
    int info = initial & INFO_MASK;
    return switch (initial >>> MAJOR_SHIFT) {
      case 0 -> new CborInteger(false, argument(info));
      case 1 -> new CborInteger(true, argument(info));
      case BYTE_STRING -> byteString(info);
      case TEXT_STRING -> textString(info);
      case 4 -> array(info, deeper(depth));
      case 5 -> map(info, deeper(depth));
      case 6 -> new CborTag(argument(info), value(deeper(depth)));
      default -> simple(info);
    };
  }

  private void count() throws FormatException {
    items++;
    if (items > limits.maxItems()) {
      throw fail("more than " + limits.maxItems() + " items");
    }
  }

  private int deeper(int depth) throws FormatException {
    if (depth >= limits.maxDepth()) {
      throw fail("nested deeper than " + limits.maxDepth());
    }
    return depth + 1;
  }

  private CborBytes byteString(int info) throws FormatException {
    if (info != INDEFINITE) {
      return CborBytes.ofOwn(take(length(info, 1)));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (!atBreak()) {
      all.writeBytes(chunk(BYTE_STRING));
    }
    return CborBytes.ofOwn(all.toByteArray());
  }

  private CborText textString(int info) throws FormatException {
    if (info != INDEFINITE) {
      return new CborText(text(length(info, 1)));
    }
    StringBuilder all = new StringBuilder();
    while (!atBreak()) {
      // Section 3.2.3: no character is spread over two chunks.
      all.append(utf8(chunk(TEXT_STRING)));
    }
    return new CborText(all.toString());
  }

  /** Section 3.2.3: a chunk is a string of the same type and of definite length. */
  private byte[] chunk(int major) throws FormatException {
    count();
    int initial = next();
    if (initial >>> MAJOR_SHIFT != major) {
      throw fail("a chunk is of another type than its string");
    }
    return take(length(initial & INFO_MASK, 1));
  }

  private CborArray array(int info, int depth) throws FormatException {
    List<CborValue> values = new ArrayList<>();
    if (info == INDEFINITE) {
      while (!atBreak()) {
        values.add(value(depth));
      }
    } else {
      for (int left = length(info, 1); left > 0; left--) {
        values.add(value(depth));
      }
    }
    return new CborArray(values);
  }

  private CborMap map(int info, int depth) throws FormatException {
    Map<CborValue, CborValue> entries = new LinkedHashMap<>();
    if (info == INDEFINITE) {
      while (!atBreak()) {
        entry(entries, depth);
      }
    } else {
      for (int left = length(info, 2); left > 0; left--) {
        entry(entries, depth);
      }
    }
    return new CborMap(entries);
  }

  private void entry(Map<CborValue, CborValue> entries, int depth) throws FormatException {
    CborValue key = value(depth);
    if (!(key instanceof CborInteger || key instanceof CborText)) {
      throw fail("a key is neither integer nor text");
    }
    if (entries.containsKey(key)) {
      throw fail("a key occurs twice in one map");
    }
    entries.put(key, value(depth));
  }

  private CborValue simple(int info) throws FormatException {
    return switch (info) {
      case ONE_BYTE -> simpleOfTwoBytes();
      case TWO_BYTES -> new CborFloat(HalfFloat.decode((int) number(Short.BYTES)));
      case FOUR_BYTES -> new CborFloat(Float.intBitsToFloat((int) number(Integer.BYTES)));
      case EIGHT_BYTES -> new CborFloat(Double.longBitsToDouble(number(Long.BYTES)));
      case INDEFINITE -> throw fail("a break outside an item of indefinite length");
      default -> new CborSimple((int) argument(info));
    };
  }

  private CborSimple simpleOfTwoBytes() throws FormatException {
    int value = next();
    if (value < CborSimple.FIRST_OF_TWO_BYTES) {
      throw fail("a simple value in a form it must not have");
    }
    return new CborSimple(value);
  }

  /** Whether an item of indefinite length ends here; then its end is behind us. */
  private boolean atBreak() throws FormatException {
    if (at == bytes.length) {
      throw fail("ends within an item");
    }
    if ((bytes[at] & BREAK) != BREAK) {
      return false;
    }
    at++;
    return true;
  }

  /** How many bytes or items follow, each of which takes at least so many bytes. */
  private int length(int info, int bytesOfOne) throws FormatException {
    long length = argument(info);
    if (length < 0 || length > (bytes.length - at) / bytesOfOne) {
      throw fail("a length beyond the end");
    }
    return (int) length;
  }

  private long argument(int info) throws FormatException {
    if (info < ONE_BYTE) {
      return info;
    }
    if (info > EIGHT_BYTES) {
      throw fail("a form that is reserved, or has no indefinite length");
    }
    return number(1 << (info - ONE_BYTE));
  }

  private long number(int length) throws FormatException {
    long number = 0;
    for (int i = 0; i < length; i++) {
      number = (number << Byte.SIZE) | next();
    }
    return number;
  }

  private int next() throws FormatException {
    if (at == bytes.length) {
      throw fail("ends within an item");
    }
    return bytes[at++] & 0xff;
  }

  private byte[] take(int length) {
    byte[] taken = new byte[length];
    System.arraycopy(bytes, at, taken, 0, length);
    at += length;
    return taken;
  }

  /** Most texts are ASCII, which needs no decoder. */
  private String text(int length) throws FormatException {
    for (int i = at; i < at + length; i++) {
      if (bytes[i] < 0) {
        return utf8(take(length));
      }
    }
    String text = new String(bytes, at, length, StandardCharsets.US_ASCII);
    at += length;
    return text;
  }

  private String utf8(byte[] text) throws FormatException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(text))
          .toString();
    } catch (CharacterCodingException e) {
      throw new FormatException(where(), "not valid UTF-8", e);
    }
  }

  private FormatException fail(String reason) {
    return new FormatException(where(), reason);
  }

  private String where() {
    return "byte " + at;
  }
}

package id.simpul.health.internal.cbor;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Writes the one deterministic form of an item (RFC 8949, section 4.2.1): definite lengths, the
 * shortest numbers, keys in the bytewise order of their encoding.
 */
public final class CborWriter {
  private static final int BYTE_STRING = 2;
  private static final int TEXT_STRING = 3;
  private static final int ARRAY = 4;
  private static final int MAP = 5;
  private static final int TAG = 6;
  private static final int SIMPLE = 7;
  private static final int MAJOR_SHIFT = 5;
  private static final int ONE_BYTE = 24;
  private static final int FIRST_ROOM = 512;
  private static final int HALF = (SIMPLE << MAJOR_SHIFT) | 25;
  private static final int SINGLE = (SIMPLE << MAJOR_SHIFT) | 26;
  private static final int DOUBLE = (SIMPLE << MAJOR_SHIFT) | 27;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST_ROOM);

  private CborWriter() {}

  /**
   * Writes one item.
   *
   * @param value the item
   * @return its bytes
   */
  public static byte[] write(CborValue value) {
    CborWriter writer = new CborWriter();
    writer.value(value);
    return writer.out.toByteArray();
  }

  private void value(CborValue value) {
    if (value instanceof CborInteger integer) {
      head(integer.negative() ? 1 : 0, integer.argument());
    } else if (value instanceof CborBytes bytes) {
      string(BYTE_STRING, bytes.own());
    } else if (value instanceof CborText text) {
      string(TEXT_STRING, text.value().getBytes(StandardCharsets.UTF_8));
    } else if (value instanceof CborArray array) {
      head(ARRAY, array.items().size());
      array.items().forEach(this::value);
    } else if (value instanceof CborMap map) {
      map(map);
    } else if (value instanceof CborTag tag) {
      head(TAG, tag.tag());
      value(tag.content());
    } else if (value instanceof CborSimple simple) {
      head(SIMPLE, simple.value());
    } else {
      number(((CborFloat) value).value());
    }
  }

  private void string(int major, byte[] content) {
    head(major, content.length);
    out.writeBytes(content);
  }

  private void map(CborMap map) {
    TreeMap<byte[], CborValue> sorted = new TreeMap<>(Arrays::compareUnsigned);
    map.entries().forEach((key, value) -> sorted.put(write(key), value));
    head(MAP, sorted.size());
    for (Map.Entry<byte[], CborValue> entry : sorted.entrySet()) {
      out.writeBytes(entry.getKey());
      value(entry.getValue());
    }
  }

  private void number(double value) {
    OptionalInt half = HalfFloat.encode(value);
    float single = (float) value;
    if (half.isPresent()) {
      out.write(HALF);
      out.writeBytes(ByteBuffer.allocate(Short.BYTES).putShort((short) half.getAsInt()).array());
    } else if (Double.compare(single, value) == 0) {
      out.write(SINGLE);
      out.writeBytes(ByteBuffer.allocate(Float.BYTES).putFloat(single).array());
    } else {
      out.write(DOUBLE);
      out.writeBytes(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
    }
  }

  /** The type and the argument, in as few bytes as hold it. */
  private void head(int major, long argument) {
    int type = major << MAJOR_SHIFT;
    if (argument >= 0 && argument < ONE_BYTE) {
      out.write(type | (int) argument);
      return;
    }
    int log = argument >>> 8 == 0 ? 0 : argument >>> 16 == 0 ? 1 : argument >>> 32 == 0 ? 2 : 3;
    out.write(type | (ONE_BYTE + log));
    for (int shift = (1 << log) - 1; shift >= 0; shift--) {
      out.write((int) (argument >>> (shift * Byte.SIZE)));
    }
  }
}

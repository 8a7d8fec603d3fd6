package id.simpul.health.internal.reconciliation;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads what {@link RowWriter} wrote, in the same order. Not thread-safe. */
public final class RowReader {
  private static final int MORE = 0x80;

  private final byte[] bytes;
  private int at;

  /** A reader that begins somewhere in an array. */
  public RowReader(byte[] bytes, int at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Where the next value begins. */
  public int position() {
    return at;
  }

  /** Reads a number of 0 to 255. */
  public int small() {
    return bytes[at++] & 0xFF;
  }

  /** Reads a number. */
  public int number() {
    int value = 0;
    for (int i = 0; i < Integer.BYTES; i++) {
      value = value << 8 | small();
    }
    return value ^ Integer.MIN_VALUE;
  }

  /** Reads a long number. */
  public long longNumber() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | small();
    }
    return value ^ Long.MIN_VALUE;
  }

  /** Reads a text, or null when there is none. */
  public @Nullable String text() {
    int length = length();
    if (length < 0) {
      return null;
    }
    String value = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return value;
  }

  /** Passes over a text. */
  public void skipText() {
    int length = length();
    if (length > 0) {
      at += length;
    }
  }

  private int length() {
    int value = 0;
    int shift = 0;
    int next = small();
    while ((next & MORE) != 0) {
      value |= (next ^ MORE) << shift;
      shift += 7;
      next = small();
    }
    return (value | next << shift) - 1;
  }
}

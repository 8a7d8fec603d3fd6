package id.simpul.health.internal.reconciliation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes values one after the other so that equal values, and only they, have equal bytes. Numbers
 * are big-endian with the sign turned, so that bytes sort as the numbers do. Not thread-safe.
 */
public final class RowWriter {
  private static final int FIRST_CAPACITY = 256;
  private static final int MORE = 0x80;

  private byte[] bytes = new byte[FIRST_CAPACITY];
  private int size;

  /** Begins anew. */
  public void clear() {
    size = 0;
  }

  /** What was written: the first {@link #size()} bytes of it. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** Writes a number of 0 to 255. */
  public RowWriter small(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Writes a number. */
  public RowWriter number(int value) {
    int turned = value ^ Integer.MIN_VALUE;
    for (int shift = 24; shift >= 0; shift -= 8) {
      small(turned >>> shift);
    }
    return this;
  }

  /** Writes a long number. */
  public RowWriter number(long value) {
    long turned = value ^ Long.MIN_VALUE;
    for (int shift = 56; shift >= 0; shift -= 8) {
      small((int) (turned >>> shift));
    }
    return this;
  }

  /** Writes a text without lone surrogates, or that there is none. */
  public RowWriter text(@Nullable String value) {
    if (value == null) {
      return small(0);
    }
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    int rest = text.length + 1;
    while (rest >= MORE) {
      small(rest | MORE);
      rest >>>= 7;
    }
    small(rest);
    room(text.length);
    System.arraycopy(text, 0, bytes, size, text.length);
    size += text.length;
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}

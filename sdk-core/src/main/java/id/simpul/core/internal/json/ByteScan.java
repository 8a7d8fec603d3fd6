package id.simpul.core.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * What stands in the bytes of a document, found eight at a time, because every document is looked
 * through.
 *
 * @param ascii whether all are from 1 to 127
 * @param backslash whether one is a backslash
 */
record ByteScan(boolean ascii, boolean backslash) {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long BACKSLASHES = ONES * '\\';

  static ByteScan of(byte[] bytes) {
    // A high bit remains where a byte was 0 or above 127, and where the first backslash was.
    long other = 0;
    long backslash = 0;
    int at = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, at);
      other |= eight | (eight - ONES);
      long difference = eight ^ BACKSLASHES;
      backslash |= (difference - ONES) & ~difference;
    }
    for (; at < bytes.length; at++) {
      other |= bytes[at] | (bytes[at] - 1);
      backslash |= bytes[at] == '\\' ? HIGH_BITS : 0;
    }
    return new ByteScan((other & HIGH_BITS) == 0, (backslash & HIGH_BITS) != 0);
  }
}

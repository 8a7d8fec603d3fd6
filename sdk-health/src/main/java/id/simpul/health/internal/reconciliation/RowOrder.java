package id.simpul.health.internal.reconciliation;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToLongFunction;

/**
 * Sorts rows by a number, and those of equal numbers by their bytes, with two arrays of longs
 * instead of an object a row.
 */
final class RowOrder {
  private final IntToLongFunction head;
  private final IntBinaryOperator bytes;

  RowOrder(IntToLongFunction head, IntBinaryOperator bytes) {
    this.head = head;
    this.bytes = bytes;
  }

  /** The rows 0 to size - 1 in their order. */
  int[] of(int size) {
    int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size - 1));
    long[] keys = new long[size];
    for (int row = 0; row < size; row++) {
      // Sorted as signed numbers, so the sign is turned for the order to be the unsigned one.
      keys[row] = (head.applyAsLong(row) >>> rowBits << rowBits | row) ^ Long.MIN_VALUE;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    long rowMask = (1L << rowBits) - 1;
    for (int i = 0; i < size; i++) {
      order[i] = (int) (keys[i] & rowMask);
    }
    int from = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || keys[i] >>> rowBits != keys[from] >>> rowBits) {
        refine(order, from, i);
        from = i;
      }
    }
    return order;
  }

  private void refine(int[] order, int from, int to) {
    if (to - from < 2) {
      return;
    }
    Integer[] run = new Integer[to - from];
    Arrays.setAll(run, i -> order[from + i]);
    Arrays.sort(run, this::compare);
    for (int i = 0; i < run.length; i++) {
      order[from + i] = run[i];
    }
  }

  private int compare(int a, int b) {
    int heads = Long.compareUnsigned(head.applyAsLong(a), head.applyAsLong(b));
    return heads != 0 ? heads : bytes.applyAsInt(a, b);
  }
}

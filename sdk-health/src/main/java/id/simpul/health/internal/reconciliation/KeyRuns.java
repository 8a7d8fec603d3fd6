package id.simpul.health.internal.reconciliation;

import java.util.Arrays;

/**
 * Brings items of equal keys together: an index that is one sorted array of longs, eight bytes an
 * entry. An item may stand under several keys, told apart by a variant. Not thread-safe.
 */
public final class KeyRuns {
  /** How many items there may be. */
  public static final int MAX_ITEMS = 1 << 24;

  /** How many keys an item may stand under. */
  public static final int MAX_VARIANTS = 1 << 5;

  private static final int FIRST_ROOM = 64;
  private static final int VARIANT_BITS = 5;
  private static final int ITEM_BITS = 24;
  private static final int HASH_SHIFT = VARIANT_BITS + ITEM_BITS;

  /** Gives the whole key again, of which the index holds the upper bits alone. */
  public interface Keys {
    /** The key of an item in one of its variants. */
    long key(int item, int variant);
  }

  /** Takes the items of one key, which are at least two, in ascending order. */
  public interface Visitor {
    /** The first items of an array that is used again afterwards. */
    void visit(int[] items, int count);
  }

  private final Keys keys;
  private long[] entries;
  private int size;
  private long shown;

  /** An index without entries. */
  public KeyRuns(Keys keys) {
    this(keys, FIRST_ROOM);
  }

  /** An index without entries that has room for some, so that it need not be copied. */
  public KeyRuns(Keys keys, int room) {
    this.keys = keys;
    this.entries = new long[Math.max(room, FIRST_ROOM)];
  }

  /** Puts an item under one of its keys. */
  public void add(int item, int variant) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size + (size >> 1));
    }
    long hash = keys.key(item, variant) >>> HASH_SHIFT;
    entries[size++] = hash << HASH_SHIFT | (long) item << VARIANT_BITS | variant;
  }

  /** Shows the items of each key under which there are two or more. */
  public void forEach(Visitor visitor) {
    Arrays.sort(entries, 0, size);
    int[] buffer = new int[64];
    int from = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || entries[i] >>> HASH_SHIFT != entries[from] >>> HASH_SHIFT) {
        // Two variants of one item are often one key, and it is not worth looking that up.
        if (itemOf(entries[from]) != itemOf(entries[i - 1])) {
          if (i - from > buffer.length) {
            buffer = new int[2 * (i - from)];
          }
          visitRun(from, i, buffer, visitor);
        }
        from = i;
      }
    }
  }

  private void visitRun(int from, int to, int[] buffer, Visitor visitor) {
    long first = key(from);
    boolean mixed = false;
    for (int i = from + 1; i < to && !mixed; i++) {
      mixed = key(i) != first;
    }
    if (mixed) {
      visitMixed(from, to, buffer, visitor);
    } else {
      visitSame(from, to, buffer, visitor);
    }
  }

  /** Keys that are alike in their upper bits alone are rare, so this may take its time. */
  private void visitMixed(int from, int to, int[] buffer, Visitor visitor) {
    Long[] run = new Long[to - from];
    Arrays.setAll(run, i -> entries[from + i]);
    Arrays.sort(
        run,
        (a, b) -> {
          int order = Long.compare(keyOf(a), keyOf(b));
          return order != 0 ? order : Long.compare(a, b);
        });
    for (int i = 0; i < run.length; i++) {
      entries[from + i] = run[i];
    }
    int start = from;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || key(i) != key(start)) {
        visitSame(start, i, buffer, visitor);
        start = i;
      }
    }
  }

  private void visitSame(int from, int to, int[] buffer, Visitor visitor) {
    int count = 0;
    for (int i = from; i < to; i++) {
      int item = itemOf(entries[i]);
      // Two variants of an item may be one key.
      if (count == 0 || buffer[count - 1] != item) {
        buffer[count++] = item;
      }
    }
    if (count > 1) {
      shown = key(from);
      visitor.visit(buffer, count);
    }
  }

  /** The key of the items that are being shown. */
  public long key() {
    return shown;
  }

  private long key(int entry) {
    return keyOf(entries[entry]);
  }

  private long keyOf(long entry) {
    return keys.key(itemOf(entry), (int) (entry & (MAX_VARIANTS - 1)));
  }

  private static int itemOf(long entry) {
    return (int) (entry >>> VARIANT_BITS) & (MAX_ITEMS - 1);
  }
}

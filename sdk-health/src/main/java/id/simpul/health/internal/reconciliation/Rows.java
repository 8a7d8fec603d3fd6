package id.simpul.health.internal.reconciliation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Different rows of bytes in one fixed order, packed into pages: a row takes little more than its
 * bytes, where objects would take three times as much. Rows with an equal head (the record they are
 * of) stand together, in the order of their bytes. Immutable and thread-safe; pages are shared by
 * all sets that hold their rows.
 */
public final class Rows {
  private static final int LENGTH_BYTES = 4;
  private static final int FIRST_PAGE = 1 << 10;
  private static final int LARGEST_PAGE = 1 << 20;
  private static final int PAGE_SHIFT = 32;

  private final List<byte[]> pages;

  /** The page's number in the upper half, the row's place in it in the lower. */
  private final long[] places;

  private Rows(List<byte[]> pages, long[] places) {
    this.pages = pages;
    this.places = places;
  }

  /** How many rows there are. */
  public int size() {
    return places.length;
  }

  /** A reader at the beginning of a row. */
  public RowReader reader(int row) {
    return new RowReader(page(row), start(row));
  }

  /** A number that stands for the row's bytes. */
  public long hash(int row) {
    return Hashes.of(page(row), start(row), end(row));
  }

  private byte[] page(int row) {
    return pages.get((int) (places[row] >>> PAGE_SHIFT));
  }

  private int start(int row) {
    return (int) places[row] + LENGTH_BYTES;
  }

  private int end(int row) {
    return start(row) + new RowReader(page(row), (int) places[row]).number();
  }

  /** Compares bytes only. */
  private int compareBytes(int row, Rows other, int otherRow) {
    return Arrays.compareUnsigned(
        page(row),
        start(row),
        end(row),
        other.page(otherRow),
        other.start(otherRow),
        other.end(otherRow));
  }

  /** The number rows are ordered by before their bytes are: that of register and record id. */
  private long head(int row) {
    RowReader head = reader(row);
    int start = head.position();
    head.small();
    head.skipText();
    return Hashes.of(page(row), start, head.position());
  }

  private int compare(int row, Rows other, int otherRow) {
    int heads = Long.compareUnsigned(head(row), other.head(otherRow));
    return heads != 0 ? heads : compareBytes(row, other, otherRow);
  }

  /** The rows that are in either set, each once. */
  public Rows union(Rows other) {
    List<byte[]> all = new ArrayList<>(pages);
    long[] newPage = newPages(all, other.pages);
    long[] merged = new long[places.length + other.places.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < places.length || j < other.places.length) {
      int order = i == places.length ? 1 : j == other.places.length ? -1 : compare(i, other, j);
      if (order <= 0) {
        merged[n++] = places[i++];
        j += order == 0 ? 1 : 0;
      } else {
        long place = other.places[j++];
        merged[n++] = newPage[(int) (place >>> PAGE_SHIFT)] | (int) place;
      }
    }
    if (n == places.length) {
      return this;
    }
    return n == other.places.length
        ? other
        : new Rows(List.copyOf(all), Arrays.copyOf(merged, n)).packed();
  }

  /**
   * Adds pages that are not there yet; where each of them is then, as the upper half of a place.
   */
  private static long[] newPages(List<byte[]> all, List<byte[]> more) {
    IdentityHashMap<byte[], Integer> known = new IdentityHashMap<>();
    all.forEach(page -> known.put(page, known.size()));
    long[] numbers = new long[more.size()];
    for (int i = 0; i < numbers.length; i++) {
      int number =
          known.computeIfAbsent(
              more.get(i),
              page -> {
                all.add(page);
                return all.size() - 1;
              });
      numbers[i] = (long) number << PAGE_SHIFT;
    }
    return numbers;
  }

  /** How many bytes are kept, those of rows that are in another set alone included. */
  public long kept() {
    return pages.stream().mapToLong(page -> page.length).sum();
  }

  /** These rows in pages of their own, when most of what is kept is not of them. */
  private Rows packed() {
    long used = 0;
    for (int row = 0; row < places.length; row++) {
      used += LENGTH_BYTES + end(row) - start(row);
    }
    if (kept() - used <= Math.max(used, LARGEST_PAGE)) {
      return this;
    }
    Builder copy = new Builder();
    for (int row = 0; row < places.length; row++) {
      copy.add(page(row), start(row), end(row) - start(row));
    }
    return new Rows(List.copyOf(copy.pages), Arrays.copyOf(copy.places, copy.size));
  }

  /** Whether both hold the same rows. */
  public boolean sameAs(Rows other) {
    if (places.length != other.places.length) {
      return false;
    }
    for (int row = 0; row < places.length; row++) {
      if (compareBytes(row, other, row) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Collects rows. Not thread-safe. */
  public static final class Builder {
    private final List<byte[]> pages = new ArrayList<>();
    private long[] places = new long[16];
    private int size;
    private int used;

    /** Adds what was written. */
    public void add(RowWriter row) {
      add(row.bytes(), 0, row.size());
    }

    private void add(byte[] bytes, int from, int length) {
      int room = LENGTH_BYTES + length;
      if (pages.isEmpty() || used + room > last().length) {
        int page = pages.isEmpty() ? FIRST_PAGE : Math.min(LARGEST_PAGE, 2 * last().length);
        pages.add(new byte[Math.max(page, room)]);
        used = 0;
      }
      if (size == places.length) {
        places = Arrays.copyOf(places, size + (size >> 1) + 1);
      }
      places[size++] = (long) (pages.size() - 1) << PAGE_SHIFT | used;
      RowWriter head = new RowWriter().number(length);
      System.arraycopy(head.bytes(), 0, last(), used, LENGTH_BYTES);
      System.arraycopy(bytes, from, last(), used + LENGTH_BYTES, length);
      used += room;
    }

    private byte[] last() {
      return pages.get(pages.size() - 1);
    }

    /** How many rows were added, those that were added twice counted twice. */
    public int size() {
      return size;
    }

    /** Leaves out what was added twice; something was added. */
    public void compact() {
      Rows once = build();
      pages.clear();
      pages.addAll(once.pages);
      used = last().length;
      places = once.places;
      size = once.size();
    }

    /** The rows, each once, in their order. */
    public Rows build() {
      Rows added = new Rows(List.copyOf(pages), Arrays.copyOf(places, size));
      int[] order = new RowOrder(added::head, added::compareOwn).of(size);
      long[] ordered = new long[size];
      int n = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || added.compareBytes(order[i], added, order[i - 1]) != 0) {
          ordered[n++] = added.places[order[i]];
        }
      }
      return new Rows(added.pages, Arrays.copyOf(ordered, n)).packed();
    }
  }

  private int compareOwn(int row, int otherRow) {
    return compareBytes(row, this, otherRow);
  }
}

package id.simpul.health.internal.reconciliation;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Candidates for pairs, of which only those are made where neither side has another candidate:
 * whoever chose among several would choose by chance. Not thread-safe.
 */
public final class UniquePairs {
  private static final int SHIFT = Integer.SIZE;

  private final BitSet ambiguous;
  private long[] pairs = new long[64];
  private int size;

  /** No candidates yet. */
  public UniquePairs(BitSet ambiguous) {
    this.ambiguous = ambiguous;
  }

  /** Adds a candidate; the same one may be added again. */
  public void add(int left, int right) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size + (size >> 1));
    }
    pairs[size++] = (long) left << SHIFT | right;
  }

  /** Joins the pairs and marks both sides of all other candidates as ambiguous. */
  public void join(DisjointSets sets) {
    Arrays.sort(pairs, 0, size);
    int n = 0;
    BitSet once = new BitSet();
    BitSet more = new BitSet();
    for (int i = 0; i < size; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pairs[n++] = pairs[i];
        count((int) (pairs[i] >>> SHIFT), once, more);
        count((int) pairs[i], once, more);
      }
    }
    for (int i = 0; i < n; i++) {
      int left = (int) (pairs[i] >>> SHIFT);
      int right = (int) pairs[i];
      if (more.get(left) || more.get(right) || ambiguous.get(left) || ambiguous.get(right)) {
        ambiguous.set(left);
        ambiguous.set(right);
      } else {
        sets.join(left, right);
      }
    }
  }

  private static void count(int item, BitSet once, BitSet more) {
    if (once.get(item)) {
      more.set(item);
    }
    once.set(item);
  }
}

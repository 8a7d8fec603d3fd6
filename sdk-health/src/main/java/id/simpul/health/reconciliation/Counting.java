package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Hashes;
import id.simpul.health.internal.reconciliation.KeyRuns;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/**
 * Counts each person's doses of a vaccine group by day, over both registers. Two doses of one day
 * have no order, so neither they nor what comes after them is counted.
 */
final class Counting {
  private static final int NOBODY = -1;

  private final Columns columns;

  /** For each root the position that says whose dose it was and when: the national one first. */
  private final int[] speaker;

  private final int[] counted;

  private Counting(Columns columns) {
    this.columns = columns;
    this.speaker = new int[columns.size()];
    this.counted = new int[columns.size()];
    Arrays.fill(speaker, NOBODY);
  }

  static Counting of(Columns columns, Grouping grouping) {
    Counting counting = new Counting(columns);
    BitSet takenBack = takenBack(columns, grouping, true);
    takenBack.or(takenBack(columns, grouping, false));
    for (int at = 0; at < columns.size(); at++) {
      int root = grouping.root(at);
      int before = counting.speaker[root];
      boolean better = before == NOBODY || (columns.national(at) && !columns.national(before));
      boolean counts = columns.given(at) && !takenBack.get(root);
      if (better && counts && columns.nik(at) != Columns.NONE) {
        counting.speaker[root] = at;
      }
    }
    counting.count();
    return counting;
  }

  /** The groups of which a register has taken back every record it has. */
  private static BitSet takenBack(Columns columns, Grouping grouping, boolean national) {
    BitSet said = new BitSet();
    BitSet kept = new BitSet();
    for (int at = 0; at < columns.size(); at++) {
      if (columns.national(at) == national) {
        (columns.error(at) ? said : kept).set(grouping.root(at));
      }
    }
    said.andNot(kept);
    return said;
  }

  /** The number of a group's dose, or 0. */
  int counted(int root) {
    return counted[root];
  }

  private void count() {
    KeyRuns runs = new KeyRuns((root, variant) -> key(speaker[root]));
    for (int root = 0; root < speaker.length; root++) {
      if (speaker[root] != NOBODY) {
        counted[root] = 1;
        runs.add(root, 0);
      }
    }
    runs.forEach(this::countRun);
  }

  private long key(int at) {
    return Hashes.with(Hashes.with(columns.nik(at), 0), columns.group(at));
  }

  private void countRun(int[] items, int count) {
    Integer[] roots = new Integer[count];
    Arrays.setAll(roots, i -> items[i]);
    Arrays.sort(roots, Comparator.comparingInt(root -> columns.day(speaker[root])));
    boolean ordered = true;
    for (int i = 0; i < count; i++) {
      boolean tie = i + 1 < count && day(roots[i]) == day(roots[i + 1]);
      ordered = ordered && !tie && i < DoseStatement.MAX_DOSE_NUMBER;
      counted[roots[i]] = ordered ? i + 1 : 0;
    }
  }

  private int day(int root) {
    return columns.day(speaker[root]);
  }
}

package id.simpul.health.reconciliation;

import id.simpul.health.internal.reconciliation.Hashes;
import id.simpul.health.internal.reconciliation.KeyRuns;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;

/**
 * Counts each person's doses of a vaccine group by day, over both registers. Where the records of
 * one of the doses do not agree on NIK and day, or it is in doubt, none is counted; two doses of
 * one day have no order, so neither they nor what comes after them is.
 */
final class Counting {
  private static final int NOBODY = -1;

  private final Columns columns;
  private final Grouping grouping;
  private final Doubts doubts;
  private final BitSet takenBack;

  /** By root: a position that says whose dose it was and when. */
  private final int[] speaker;

  /** Roots whose records do not say so alike. */
  private final BitSet divided = new BitSet();

  private final byte[] counted;

  private Counting(Columns columns, Grouping grouping, Doubts doubts) {
    this.columns = columns;
    this.grouping = grouping;
    this.doubts = doubts;
    this.takenBack = takenBack(columns, grouping, true);
    this.takenBack.or(takenBack(columns, grouping, false));
    this.speaker = new int[columns.size()];
    this.counted = new byte[columns.size()];
    Arrays.fill(speaker, NOBODY);
  }

  static Counting of(Columns columns, Grouping grouping, Doubts doubts) {
    Counting counting = new Counting(columns, grouping, doubts);
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

  private boolean counts(int at) {
    return columns.given(at)
        && columns.nik(at) != Columns.NONE
        && !takenBack.get(grouping.root(at));
  }

  private void count() {
    KeyRuns runs = new KeyRuns((at, variant) -> key(at), columns.size());
    for (int at = 0; at < columns.size(); at++) {
      if (counts(at)) {
        hear(at);
        runs.add(at, 0);
      }
    }
    for (int root = 0; root < speaker.length; root++) {
      counted[root] = (byte) (speaker[root] != NOBODY && sure(root) ? 1 : 0);
    }
    runs.forEach(this::countRun);
  }

  private void hear(int at) {
    int root = grouping.root(at);
    if (speaker[root] == NOBODY) {
      speaker[root] = at;
    } else if (!samePerson(at, speaker[root]) || columns.day(at) != columns.day(speaker[root])) {
      divided.set(root);
    }
  }

  private boolean samePerson(int a, int b) {
    return columns.nik(a) == columns.nik(b) && columns.group(a) == columns.group(b);
  }

  private boolean sure(int root) {
    return !divided.get(root) && !doubts.any(root);
  }

  private long key(int at) {
    return Hashes.with(Hashes.with(columns.nik(at), 0), columns.group(at));
  }

  private void countRun(int[] items, int count) {
    int[] roots = Arrays.stream(items, 0, count).map(grouping::root).distinct().toArray();
    boolean ordered = true;
    for (int i = 0; i < count; i++) {
      ordered = ordered && samePerson(items[i], items[0]) && sure(grouping.root(items[i]));
    }
    int[] byDay =
        Arrays.stream(roots)
            .boxed()
            .sorted(Comparator.comparingInt(this::day))
            .mapToInt(root -> root)
            .toArray();
    for (int i = 0; i < byDay.length; i++) {
      boolean tie = i + 1 < byDay.length && day(byDay[i]) == day(byDay[i + 1]);
      ordered = ordered && !tie && i < DoseStatement.MAX_DOSE_NUMBER;
      counted[byDay[i]] = (byte) (ordered ? i + 1 : 0);
    }
  }

  private int day(int root) {
    return columns.day(speaker[root]);
  }
}

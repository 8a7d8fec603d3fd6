package id.simpul.health.reconciliation;

import java.util.Arrays;

/** Which NIKs each register has, whoever they stand for. */
final class HeldNiks {
  private final long[] national;
  private final long[] regional;

  private HeldNiks(long[] national, long[] regional) {
    this.national = national;
    this.regional = regional;
  }

  static HeldNiks of(Columns columns) {
    return new HeldNiks(sorted(columns, true), sorted(columns, false));
  }

  private static long[] sorted(Columns columns, boolean national) {
    long[] niks = new long[columns.size()];
    int n = 0;
    for (int at = 0; at < columns.size(); at++) {
      if (columns.national(at) == national && columns.nik(at) != Columns.NONE) {
        niks[n++] = columns.nik(at);
      }
    }
    Arrays.sort(niks, 0, n);
    return Arrays.copyOf(niks, n);
  }

  /** Whether one register has both. */
  boolean together(long a, long b) {
    return (has(national, a) && has(national, b)) || (has(regional, a) && has(regional, b));
  }

  private static boolean has(long[] niks, long nik) {
    return Arrays.binarySearch(niks, nik) >= 0;
  }
}

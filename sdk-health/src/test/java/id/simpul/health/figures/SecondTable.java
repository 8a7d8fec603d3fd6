package id.simpul.health.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody can compute who sees a published table, knows its sums, and knows that what was
 * left out is 1 or more. For a count that was left out it looks for a second table that shows the
 * same, in which that count is another number: by linear programming (simplex, Bland's rule), and
 * each table it finds is checked. It knows nothing of how cells were chosen.
 */
final class SecondTable {
  /** A count nobody sees. */
  private record Unknown(int row, CaseMeasure measure, boolean mayFall) {}

  private final List<Map<CaseMeasure, Long>> truth;
  private final List<Unknown> unknowns = new ArrayList<>();
  private final List<int[]> sums = new ArrayList<>();

  private SecondTable(List<Map<CaseMeasure, Long>> truth) {
    this.truth = truth;
  }

  /**
   * The counts left out that can be one number only.
   *
   * @param truth all counts of all rows, with those that were never published if they are part of
   *     the sums
   */
  static Set<String> determined(
      SuppressedTable table, boolean total, List<Map<CaseMeasure, Long>> truth) {
    SecondTable second = new SecondTable(truth);
    for (int row = 0; row < truth.size(); row++) {
      for (Map.Entry<CaseMeasure, Long> count : truth.get(row).entrySet()) {
        if (table.count(row, count.getKey()).isEmpty()) {
          long least = table.isHidden(row, count.getKey()) ? 1 : 0;
          second.unknowns.add(new Unknown(row, count.getKey(), count.getValue() > least));
        }
      }
    }
    for (int row = 0; row < truth.size(); row++) {
      second.addRow(row);
    }
    for (CaseMeasure measure : total ? CaseMeasure.values() : new CaseMeasure[0]) {
      second.addColumn(measure);
    }
    Set<String> determined = new TreeSet<>();
    for (int at = 0; at < second.unknowns.size(); at++) {
      Unknown unknown = second.unknowns.get(at);
      if (table.isHidden(unknown.row(), unknown.measure())
          && !second.exists(at, 1)
          && !(unknown.mayFall() && second.exists(at, -1))) {
        determined.add(unknown.row() + " " + unknown.measure());
      }
    }
    return determined;
  }

  private static int sign(CaseMeasure measure) {
    return switch (measure) {
      case CONFIRMED -> 1;
      case ACTIVE, RECOVERED, DEATHS -> -1;
      case TESTED -> 0;
    };
  }

  private void addRow(int row) {
    Map<CaseMeasure, Integer> signs = new EnumMap<>(CaseMeasure.class);
    truth.get(row).keySet().forEach(measure -> signs.put(measure, sign(measure)));
    long rest = 0;
    for (Map.Entry<CaseMeasure, Long> count : truth.get(row).entrySet()) {
      rest += count.getValue() * sign(count.getKey());
    }
    if (rest == 0) {
      sums.add(
          unknowns.stream().mapToInt(u -> u.row() == row ? signs.get(u.measure()) : 0).toArray());
    }
  }

  private void addColumn(CaseMeasure measure) {
    long rest = 0;
    for (int row = 0; row < truth.size(); row++) {
      rest += truth.get(row).getOrDefault(measure, 0L) * (row == 0 ? 1 : -1);
    }
    if (rest == 0) {
      sums.add(
          unknowns.stream()
              .mapToInt(u -> u.measure() != measure ? 0 : u.row() == 0 ? 1 : -1)
              .toArray());
    }
  }

  /** Whether there is a table in which one unknown is more by {@code step}. */
  private boolean exists(int at, int step) {
    List<int[]> columns = new ArrayList<>();
    for (int each = 0; each < unknowns.size(); each++) {
      if (each != at) {
        columns.add(new int[] {each, 1});
      }
      if (each != at && unknowns.get(each).mayFall()) {
        columns.add(new int[] {each, -1});
      }
    }
    long[][] rows = new long[sums.size()][columns.size() + 1];
    for (int row = 0; row < rows.length; row++) {
      int[] sum = sums.get(row);
      int flip = sum[at] * step > 0 ? -1 : 1;
      for (int column = 0; column < columns.size(); column++) {
        rows[row][column] = (long) flip * sum[columns.get(column)[0]] * columns.get(column)[1];
      }
      rows[row][columns.size()] = -(long) flip * sum[at] * step;
    }
    int[] basis = new int[rows.length];
    boolean found = feasible(rows, basis);
    if (found) {
      long[] steps = new long[unknowns.size()];
      steps[at] = step;
      for (int row = 0; row < rows.length; row++) {
        if (basis[row] < columns.size()) {
          steps[columns.get(basis[row])[0]] += columns.get(basis[row])[1] * last(rows[row]);
        }
      }
      check(steps);
    }
    return found;
  }

  /** A second table has to have the same sums and nothing below what a reader knows. */
  private void check(long[] steps) {
    for (int each = 0; each < steps.length; each++) {
      Unknown unknown = unknowns.get(each);
      if (steps[each] < (unknown.mayFall() ? -1 : 0)) {
        throw new AssertionError("a count of the second table is too small");
      }
    }
    for (int[] sum : sums) {
      long rest = 0;
      for (int each = 0; each < steps.length; each++) {
        rest += sum[each] * steps[each];
      }
      if (rest != 0) {
        throw new AssertionError("a sum of the second table does not hold");
      }
    }
  }

  private static long last(long[] row) {
    return row[row.length - 1];
  }

  /** The first phase of the simplex method; all numbers are whole, because every pivot is 1. */
  private static boolean feasible(long[][] rows, int[] basis) {
    int width = rows.length == 0 ? 1 : rows[0].length;
    long[] costs = new long[width];
    for (int row = 0; row < rows.length; row++) {
      basis[row] = width + row;
      for (int column = 0; column < width; column++) {
        costs[column] -= rows[row][column];
      }
    }
    while (true) {
      int enter = 0;
      while (enter < width - 1 && costs[enter] >= 0) {
        enter++;
      }
      if (enter == width - 1) {
        return costs[enter] == 0;
      }
      int leave = -1;
      for (int row = 0; row < rows.length; row++) {
        if (rows[row][enter] > 0
            && (leave < 0
                || last(rows[row]) < last(rows[leave])
                || (last(rows[row]) == last(rows[leave]) && basis[row] < basis[leave]))) {
          leave = row;
        }
      }
      pivot(rows, costs, leave, enter);
      basis[leave] = enter;
    }
  }

  private static void pivot(long[][] rows, long[] costs, int leave, int enter) {
    long[] by = rows[leave];
    if (by[enter] != 1) {
      throw new AssertionError("a pivot is " + by[enter] + ": " + Arrays.toString(by));
    }
    for (int row = 0; row < rows.length; row++) {
      if (row != leave) {
        subtract(rows[row], by, rows[row][enter]);
      }
    }
    subtract(costs, by, costs[enter]);
  }

  private static void subtract(long[] from, long[] row, long factor) {
    for (int column = 0; column < from.length; column++) {
      from[column] -= factor * row[column];
    }
  }
}

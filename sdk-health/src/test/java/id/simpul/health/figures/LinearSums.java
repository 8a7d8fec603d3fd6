package id.simpul.health.figures;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody can compute who sees a published table and knows its sums: solves the equations
 * exactly, by eliminating one unknown after the other, and knows nothing of how cells were chosen.
 */
final class LinearSums {
  private final List<Map<String, BigInteger>> equations = new ArrayList<>();

  private LinearSums() {}

  /** The hidden counts that the shown ones determine. */
  static Set<String> determined(SuppressedTable table, boolean total) {
    LinearSums sums = new LinearSums();
    for (int row = 0; row < table.size(); row++) {
      sums.addRow(table, row);
    }
    if (total) {
      for (CaseMeasure measure : CaseMeasure.values()) {
        sums.addColumn(table, measure);
      }
    }
    return sums.solve();
  }

  private static String cell(int row, CaseMeasure measure) {
    return row + " " + measure;
  }

  private static void add(
      Map<String, BigInteger> equation,
      SuppressedTable table,
      int row,
      CaseMeasure measure,
      int sign) {
    // Only unknowns matter: what is shown goes to the constant side, whatever it is.
    if (table.isHidden(row, measure)) {
      equation.put(cell(row, measure), BigInteger.valueOf(sign));
    }
  }

  private void addRow(SuppressedTable table, int row) {
    Set<CaseMeasure> all = table.report(row).counts().values().keySet();
    Map<String, BigInteger> equation = new TreeMap<>();
    for (CaseMeasure measure :
        List.of(
            CaseMeasure.CONFIRMED, CaseMeasure.ACTIVE, CaseMeasure.RECOVERED, CaseMeasure.DEATHS)) {
      if (!all.contains(measure)) {
        return;
      }
      add(equation, table, row, measure, measure == CaseMeasure.CONFIRMED ? 1 : -1);
    }
    equations.add(equation);
  }

  private void addColumn(SuppressedTable table, CaseMeasure measure) {
    if (!table.report(0).counts().values().containsKey(measure)) {
      return;
    }
    Map<String, BigInteger> equation = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      add(equation, table, row, measure, row == 0 ? 1 : -1);
    }
    equations.add(equation);
  }

  private Set<String> solve() {
    List<Map<String, BigInteger>> solved = new ArrayList<>();
    Map<String, BigInteger> next = takeNext();
    while (!next.isEmpty()) {
      String pivot = next.keySet().iterator().next();
      for (Map<String, BigInteger> other : equations) {
        eliminate(other, next, pivot);
      }
      for (Map<String, BigInteger> other : solved) {
        eliminate(other, next, pivot);
      }
      solved.add(next);
      next = takeNext();
    }
    Set<String> determined = new TreeSet<>();
    solved.stream().filter(e -> e.size() == 1).forEach(e -> determined.addAll(e.keySet()));
    return determined;
  }

  private Map<String, BigInteger> takeNext() {
    equations.removeIf(Map::isEmpty);
    return equations.isEmpty() ? Map.of() : equations.remove(0);
  }

  private static void eliminate(
      Map<String, BigInteger> from, Map<String, BigInteger> by, String pivot) {
    BigInteger factor = from.get(pivot);
    BigInteger scale = by.get(pivot);
    if (factor == null || scale == null) {
      return;
    }
    from.replaceAll((cell, value) -> value.multiply(scale));
    by.forEach((cell, value) -> from.merge(cell, value.multiply(factor).negate(), BigInteger::add));
    from.values().removeIf(value -> value.signum() == 0);
  }
}

package id.simpul.health.figures;

import id.simpul.health.figures.CellGraph.Edge;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses which counts to leave out. Each count stands in at most two sums: that of its row
 * (confirmed is the sum of the rest) and that of its column (the total over the areas). So sums are
 * points of a graph and counts its lines; a count that stands in one sum alone leads to a point for
 * everything outside. A set of sums that are all known determines a count that was left out exactly
 * when it is a <i>bridge</i> of the graph of counts left out: a bridge is the only unknown between
 * two halves. So every bridge is put on a circle, by leaving out the counts on the cheapest other
 * way between its ends, until there is none.
 */
final class CellProtection {
  private static final Set<CaseMeasure> SUMMED =
      EnumSet.of(
          CaseMeasure.CONFIRMED, CaseMeasure.ACTIVE, CaseMeasure.RECOVERED, CaseMeasure.DEATHS);

  /** A zero protects little, because many would guess it. */
  private static final long COST_OF_ZERO = 1L << 40;

  private final FigureTable table;
  private final List<CaseReport> rows;
  private final CellGraph graph;

  CellProtection(FigureTable table, int k) {
    this.table = table;
    this.rows = table.rows();
    this.graph = new CellGraph(1 + rows.size() + CaseMeasure.values().length);
    for (int row = 0; row < rows.size(); row++) {
      addRow(row, k);
    }
  }

  private void addRow(int row, int k) {
    int number = row;
    rows.get(row)
        .counts()
        .values()
        .forEach((measure, count) -> {
          boolean small = count > 0 && count < k;
          long cost = count == 0 ? COST_OF_ZERO : count;
          graph.add(new Edge(rowPoint(number, measure), columnPoint(measure), cost), small);
        });
  }

  /** The point of the row's sum, or the one outside when the row has none. */
  private int rowPoint(int row, CaseMeasure measure) {
    boolean summed =
        SUMMED.contains(measure) && rows.get(row).counts().values().keySet().containsAll(SUMMED);
    return summed ? 1 + row : CellGraph.OUTSIDE;
  }

  /** The point of the column's sum, or the one outside when the column has none. */
  private int columnPoint(CaseMeasure measure) {
    boolean summed = table.hasTotal() && rows.get(0).counts().get(measure).isPresent();
    return summed
        ? 1 + rows.size() + List.of(CaseMeasure.values()).indexOf(measure)
        : CellGraph.OUTSIDE;
  }

  /** What to leave out of each row. */
  List<Set<CaseMeasure>> hidden() {
    graph.protect();
    List<Set<CaseMeasure>> hidden = new ArrayList<>();
    int edge = 0;
    for (CaseReport row : rows) {
      Set<CaseMeasure> of = EnumSet.noneOf(CaseMeasure.class);
      for (CaseMeasure measure : row.counts().values().keySet()) {
        if (graph.isHidden(edge++)) {
          of.add(measure);
        }
      }
      hidden.add(of);
    }
    return hidden;
  }
}

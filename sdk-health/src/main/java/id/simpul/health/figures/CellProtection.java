package id.simpul.health.figures;

import id.simpul.health.figures.CellGraph.Edge;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Chooses which counts to leave out. Each count stands in at most two sums: that of its row
 * (confirmed is the sum of the rest) and that of its column (the total over the areas). So sums are
 * points of a graph and counts its arrows; a count that stands in one sum alone leads to a point
 * for everything outside.
 *
 * <p>A reader knows the sums, and that what was left out is 1 or more, because zeros are shown. So
 * a count that was left out has to be on a circle of such counts on which all may change together
 * and none falls below 1. Where there is no circle, the counts on the cheapest one are left out,
 * too. There are three readings, and all have to fail: that counts that were never published are
 * unknown but in the sums; that they are zero wherever the sums hold without them; and that sums
 * which contradict what was published say nothing.
 */
final class CellProtection {
  private static final Set<CaseMeasure> SUMMED =
      EnumSet.of(
          CaseMeasure.CONFIRMED, CaseMeasure.ACTIVE, CaseMeasure.RECOVERED, CaseMeasure.DEATHS);
  private static final List<CaseMeasure> MEASURES = List.of(CaseMeasure.values());

  /** A zero is the last to be left out: only where the sums contradict each other. */
  private static final long COST_OF_ZERO = 1L << 40;

  private static final Edge NO_WAY = new Edge(CellGraph.OUTSIDE, CellGraph.OUTSIDE, 0, 0, 0);

  private final FigureTable table;
  private final List<CaseReport> rows;
  private final int points;
  private final List<Edge> counts = new ArrayList<>();
  private final List<Edge> missing = new ArrayList<>();
  private final BitSet small = new BitSet();

  /** What flows into each point and not out of it, by the counts that were published. */
  private final long[] excess;

  private final int[] missingAt;

  CellProtection(FigureTable table, int k) {
    this.table = table;
    this.rows = table.rows();
    this.points = 1 + rows.size() + MEASURES.size();
    this.excess = new long[points];
    this.missingAt = new int[points];
    for (int row = 0; row < rows.size(); row++) {
      for (CaseMeasure measure : MEASURES) {
        addCell(row, measure, k);
      }
    }
  }

  private void addCell(int row, CaseMeasure measure, int k) {
    int rowPoint = SUMMED.contains(measure) ? 1 + row : CellGraph.OUTSIDE;
    int columnPoint =
        table.hasTotal() ? 1 + rows.size() + MEASURES.indexOf(measure) : CellGraph.OUTSIDE;
    // Parts flow from confirmed to the rest, the total flows back.
    boolean intoColumn = (measure == CaseMeasure.CONFIRMED) == (table.hasTotal() && row == 0);
    int from = intoColumn ? rowPoint : columnPoint;
    int to = intoColumn ? columnPoint : rowPoint;
    Long count = rows.get(row).counts().values().get(measure);
    if (count == null) {
      missing.add(new Edge(from, to, 0, 0, 0));
      missingAt[from]++;
      missingAt[to]++;
    } else {
      small.set(counts.size(), count > 0 && count < k);
      long cost = count == 0 ? COST_OF_ZERO : count;
      counts.add(new Edge(from, to, Math.min(count, 1), count, cost));
      excess[from] -= count;
      excess[to] += count;
    }
  }

  /** What to leave out of each row. */
  List<Set<CaseMeasure>> hidden() {
    BitSet left = small;
    BitSet before;
    // What one reading leaves out more has to stand the others, too.
    do {
      before = left;
      left = protect(left, missingAreUnknown(), false);
      left = protect(left, rests(false), true);
      left = protect(left, rests(true), false);
    } while (!left.equals(before));
    List<Set<CaseMeasure>> hidden = new ArrayList<>();
    int count = 0;
    for (CaseReport row : rows) {
      Set<CaseMeasure> of = EnumSet.noneOf(CaseMeasure.class);
      for (CaseMeasure measure : row.counts().values().keySet()) {
        if (left.get(count++)) {
          of.add(measure);
        }
      }
      hidden.add(of);
    }
    return hidden;
  }

  private BitSet protect(BitSet left, List<Edge> unknown, boolean zerosToo) {
    CellGraph graph = new CellGraph(points);
    for (int count = 0; count < counts.size(); count++) {
      Edge edge = counts.get(count);
      boolean shown = edge.value() == 0 && !left.get(count) && !zerosToo;
      graph.add(shown ? NO_WAY : edge, left.get(count));
    }
    unknown.forEach(edge -> graph.add(edge, true));
    return graph.protect(counts.size());
  }

  /** What is missing is zero; but a sum that does not hold without it has some unknown rest. */
  private List<Edge> rests(boolean whereNothingIsMissing) {
    List<Edge> rests = new ArrayList<>();
    for (int point = 1; point < points; point++) {
      boolean may = missingAt[point] > 0 || whereNothingIsMissing;
      if (may && excess[point] > 0) {
        rests.add(new Edge(point, CellGraph.OUTSIDE, 0, excess[point], 0));
      } else if (may && excess[point] < 0) {
        rests.add(new Edge(CellGraph.OUTSIDE, point, 0, -excess[point], 0));
      }
    }
    return rests;
  }

  /** Each as what the sum says in which nothing else is missing; where none does, as zero. */
  private List<Edge> missingAreUnknown() {
    List<Edge> unknown = new ArrayList<>();
    for (Edge edge : missing) {
      long value = 0;
      if (edge.from() != CellGraph.OUTSIDE && missingAt[edge.from()] == 1) {
        value = excess[edge.from()];
      } else if (edge.to() != CellGraph.OUTSIDE && missingAt[edge.to()] == 1) {
        value = -excess[edge.to()];
      }
      unknown.add(new Edge(edge.from(), edge.to(), 0, Math.max(0, value), 0));
    }
    return unknown;
  }
}

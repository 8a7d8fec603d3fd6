package id.simpul.health.figures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sums as points, counts as arrows between them, some of which are hidden. What flows into a point
 * flows out of it, so one count can be another number when some hidden ones make a circle in which
 * those along its direction grow and those against it shrink. Not thread-safe.
 */
final class CellGraph {
  /** The point no sum belongs to. */
  static final int OUTSIDE = 0;

  private static final int NONE = -1;

  private final List<Edge> edges = new ArrayList<>();
  private final List<List<Integer>> edgesOf = new ArrayList<>();
  private final BitSet hidden = new BitSet();

  /**
   * A count: the sums it stands in, the least a reader takes it for when it is hidden, what it is,
   * and what it costs to hide it.
   */
  record Edge(int from, int to, long least, long value, long cost) {
    int other(int point) {
      return point == from ? to : from;
    }

    /** Whether it may change in this direction: any may grow, none falls below its least. */
    boolean passable(int start) {
      return start == from || value > least;
    }
  }

  /** A point and what it takes to come there. */
  private record Reached(int point, long cost) {}

  CellGraph(int points) {
    for (int i = 0; i < points; i++) {
      edgesOf.add(new ArrayList<>());
    }
  }

  void add(Edge edge, boolean hide) {
    int number = edges.size();
    edges.add(edge);
    // What stands in no sum, or twice outside, is determined by nothing.
    if (edge.from() != edge.to()) {
      edgesOf.get(edge.from()).add(number);
      edgesOf.get(edge.to()).add(number);
    }
    hidden.set(number, hide);
  }

  /**
   * Hides more until every hidden one of the first counts is on a circle. What is on a circle stays
   * on one when more is hidden, and what is hidden here is on a circle from the start, so each
   * count is looked at once. Where there is no circle at all, the sums contradict each other.
   *
   * @param first how many counts; those behind them are unknown and need no circle
   * @return the hidden ones of them
   */
  BitSet protect(int first) {
    for (int edge = hidden.nextSetBit(0);
        edge >= 0 && edge < first;
        edge = hidden.nextSetBit(edge + 1)) {
      Edge of = edges.get(edge);
      if (of.from() != of.to() && !onCircle(edge)) {
        hideCircle(edge);
      }
    }
    return hidden.get(0, first);
  }

  /** Whether a hidden count may grow or shrink because other hidden ones do. */
  private boolean onCircle(int edge) {
    Edge of = edges.get(edge);
    return connected(of.to(), of.from(), edge)
        || (of.passable(of.to()) && connected(of.from(), of.to(), edge));
  }

  private boolean connected(int start, int end, int without) {
    BitSet seen = new BitSet();
    Deque<Integer> next = new ArrayDeque<>(List.of(start));
    seen.set(start);
    while (!next.isEmpty() && !seen.get(end)) {
      int point = next.remove();
      for (int each : edgesOf.get(point)) {
        Edge edge = edges.get(each);
        int other = edge.other(point);
        if (each != without && hidden.get(each) && edge.passable(point) && !seen.get(other)) {
          seen.set(other);
          next.add(other);
        }
      }
    }
    return seen.get(end);
  }

  /** Hides the cheapest way on which a count may grow, or shrink where that is cheaper. */
  private void hideCircle(int edge) {
    Edge of = edges.get(edge);
    Way growing = new Way(of.to(), of.from(), edge);
    Way shrinking = of.passable(of.to()) ? new Way(of.from(), of.to(), edge) : growing;
    (shrinking.cost() < growing.cost() ? shrinking : growing).hide();
  }

  /** The cheapest way between two points that leaves out one count (Dijkstra). */
  private final class Way {
    private final long[] costs = new long[edgesOf.size()];
    private final int[] cameBy = new int[edgesOf.size()];
    private final int start;
    private final int end;

    Way(int start, int end, int without) {
      this.start = start;
      this.end = end;
      Arrays.fill(costs, Long.MAX_VALUE);
      Arrays.fill(cameBy, NONE);
      PriorityQueue<Reached> next =
          new PriorityQueue<>(
              Comparator.comparingLong(Reached::cost).thenComparingInt(Reached::point));
      costs[start] = 0;
      next.add(new Reached(start, 0));
      while (!next.isEmpty()) {
        Reached at = next.remove();
        if (at.cost() == costs[at.point()]) {
          relax(at, without, next);
        }
      }
    }

    private void relax(Reached at, int without, PriorityQueue<Reached> next) {
      for (int each : edgesOf.get(at.point())) {
        Edge edge = edges.get(each);
        int other = edge.other(at.point());
        long cost = at.cost() + (hidden.get(each) ? 0 : edge.cost());
        if (each != without && edge.passable(at.point()) && cost < costs[other]) {
          costs[other] = cost;
          cameBy[other] = each;
          next.add(new Reached(other, cost));
        }
      }
    }

    long cost() {
      return costs[end];
    }

    void hide() {
      for (int point = end;
          cost() < Long.MAX_VALUE && point != start;
          point = edges.get(cameBy[point]).other(point)) {
        hidden.set(cameBy[point]);
      }
    }
  }
}

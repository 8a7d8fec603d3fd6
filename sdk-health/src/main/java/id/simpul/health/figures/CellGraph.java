package id.simpul.health.figures;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/** Sums as points, counts as lines between them, some of which are hidden. Not thread-safe. */
final class CellGraph {
  /** The point no sum belongs to. */
  static final int OUTSIDE = 0;

  private static final int NONE = -1;

  private final List<Edge> edges = new ArrayList<>();
  private final List<List<Integer>> edgesOf = new ArrayList<>();
  private final BitSet hidden = new BitSet();

  /** A count: the sums it stands in, and what it costs to leave it out. */
  record Edge(int a, int b, long cost) {
    int other(int point) {
      return point == a ? b : a;
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
    if (edge.a() != edge.b()) {
      edgesOf.get(edge.a()).add(number);
      edgesOf.get(edge.b()).add(number);
    }
    hidden.set(number, hide);
  }

  boolean isHidden(int edge) {
    return hidden.get(edge);
  }

  /**
   * Hides more until no hidden count is a bridge. What is on a circle stays on one when more is
   * hidden, and what is hidden here is on a circle from the start, so each count is looked at once.
   * Where there is no other way at all, sums fix the count at zero, or contradict each other.
   */
  void protect() {
    for (int edge = hidden.nextSetBit(0); edge >= 0; edge = hidden.nextSetBit(edge + 1)) {
      Edge of = edges.get(edge);
      if (of.a() != of.b() && !connectedWithout(edge)) {
        hideCircle(edge);
      }
    }
  }

  /** Whether the ends of a hidden count are joined by other hidden ones. */
  private boolean connectedWithout(int without) {
    Edge edge = edges.get(without);
    BitSet seen = new BitSet();
    Deque<Integer> next = new ArrayDeque<>(List.of(edge.a()));
    seen.set(edge.a());
    while (!next.isEmpty() && !seen.get(edge.b())) {
      int point = next.remove();
      for (int each : edgesOf.get(point)) {
        int other = edges.get(each).other(point);
        if (each != without && hidden.get(each) && !seen.get(other)) {
          seen.set(other);
          next.add(other);
        }
      }
    }
    return seen.get(edge.b());
  }

  /** Hides the cheapest other way between the ends of a count (Dijkstra). */
  private void hideCircle(int without) {
    long[] costs = new long[edgesOf.size()];
    int[] cameBy = new int[edgesOf.size()];
    Arrays.fill(costs, Long.MAX_VALUE);
    Arrays.fill(cameBy, NONE);
    int start = edges.get(without).a();
    int end = edges.get(without).b();
    PriorityQueue<Reached> next =
        new PriorityQueue<>(
            Comparator.comparingLong(Reached::cost).thenComparingInt(Reached::point));
    costs[start] = 0;
    next.add(new Reached(start, 0));
    while (!next.isEmpty()) {
      Reached at = next.remove();
      if (at.cost() == costs[at.point()]) {
        relax(at, without, costs, cameBy, next);
      }
    }
    boolean reached = costs[end] < Long.MAX_VALUE;
    for (int point = end;
        reached && point != start;
        point = edges.get(cameBy[point]).other(point)) {
      hidden.set(cameBy[point]);
    }
  }

  private void relax(
      Reached at, int without, long[] costs, int[] cameBy, PriorityQueue<Reached> next) {
    for (int each : edgesOf.get(at.point())) {
      Edge edge = edges.get(each);
      int other = edge.other(at.point());
      long cost = at.cost() + (hidden.get(each) ? 0 : edge.cost());
      if (each != without && cost < costs[other]) {
        costs[other] = cost;
        cameBy[other] = each;
        next.add(new Reached(other, cost));
      }
    }
  }
}

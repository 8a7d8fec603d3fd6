package id.simpul.benchmarks.client;

import java.util.List;

/**
 * How long and how often clients are measured.
 *
 * @param generations sets of client processes, one after the other, because no two virtual machines
 *     compile alike
 * @param rounds rounds of each variant in one generation
 * @param roundMillis length of a round
 * @param warmUpMillis calls of each variant and exchange before the rounds
 */
public record ClientPlan(int generations, int rounds, int roundMillis, int warmUpMillis) {
  /** For figures to be kept. */
  public static final ClientPlan FULL = new ClientPlan(3, 5, 1000, 6000);

  /** To see that everything works. */
  public static final ClientPlan QUICK = new ClientPlan(1, 3, 300, 500);

  /** Threads that call at once. */
  static final List<Integer> CONCURRENCY = List.of(16, 1);

  /** Threads that call at once to warm up. */
  static final int WARM_UP_CONCURRENCY = 16;
}

package id.simpul.benchmarks.strangers;

import java.time.Duration;

/**
 * How long and how hard a node is asked.
 *
 * @param rounds rounds of each kind, by turns
 * @param round length of a round
 * @param warmUp how long the node is made warm before, with both kinds of requests
 */
public record StrangersPlan(int rounds, Duration round, Duration warmUp) {
  /** For figures to be kept. */
  public static final StrangersPlan FULL =
      new StrangersPlan(5, Duration.ofSeconds(8), Duration.ofSeconds(30));

  /** To see that everything works. */
  public static final StrangersPlan QUICK =
      new StrangersPlan(2, Duration.ofSeconds(4), Duration.ofSeconds(9));

  /** Signed reports a second of a city the node knows. */
  static final int REPORTS_PER_SECOND = 200;

  /** Signed requests a second of entities it does not know. */
  static final int STRANGERS_PER_SECOND = 1_000;
}

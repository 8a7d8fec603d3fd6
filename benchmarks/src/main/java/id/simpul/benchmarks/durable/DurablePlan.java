package id.simpul.benchmarks.durable;

import java.time.Duration;

/**
 * How long and how often storing is measured.
 *
 * @param rounds rounds of each contender
 * @param round length of a round
 * @param warmUpSubmissions what each stores before its rounds
 * @param warmUpLimit how long that may take; a slow disk compiles less
 */
public record DurablePlan(int rounds, Duration round, int warmUpSubmissions, Duration warmUpLimit) {
  /** For figures to be kept. */
  public static final DurablePlan FULL =
      new DurablePlan(7, Duration.ofSeconds(4), 60_000, Duration.ofSeconds(45));

  /** To see that everything works. */
  public static final DurablePlan QUICK =
      new DurablePlan(3, Duration.ofSeconds(1), 1_000, Duration.ofSeconds(2));

  private static final Duration WARM_UP_STEP = Duration.ofSeconds(1);

  /** Has a contender store until it is warm. */
  void warmUp(Contender contender) {
    long end = System.nanoTime() + warmUpLimit.toNanos();
    long stored = 0;
    while (stored < warmUpSubmissions && System.nanoTime() - end < 0) {
      stored += contender.round(WARM_UP_STEP).count();
    }
  }
}

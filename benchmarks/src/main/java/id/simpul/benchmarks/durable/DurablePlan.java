package id.simpul.benchmarks.durable;

import java.time.Duration;

/**
 * How long and how often storing is measured.
 *
 * @param rounds rounds of each contender
 * @param round length of a round
 * @param warmUp what each does before its rounds
 */
public record DurablePlan(int rounds, Duration round, Duration warmUp) {
  /** For figures to be kept. */
  public static final DurablePlan FULL =
      new DurablePlan(7, Duration.ofSeconds(4), Duration.ofSeconds(15));

  /** To see that everything works. */
  public static final DurablePlan QUICK =
      new DurablePlan(3, Duration.ofSeconds(1), Duration.ofSeconds(2));
}

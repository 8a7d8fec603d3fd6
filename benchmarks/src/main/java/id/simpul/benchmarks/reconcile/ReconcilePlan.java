package id.simpul.benchmarks.reconcile;

import java.util.List;

/**
 * How large the registers are and how often they are reconciled.
 *
 * @param small doses a register of the smaller size
 * @param large doses a register of the larger size
 * @param smallRounds rounds of the smaller size; the first half warms up
 * @param largeRounds rounds of the larger size; the first half warms up
 * @param apartRounds rounds of the larger size with nothing in common, which takes the longest; the
 *     first half warms up
 */
public record ReconcilePlan(
    int small, int large, int smallRounds, int largeRounds, int apartRounds) {
  /** For figures to be kept. */
  public static final ReconcilePlan FULL = new ReconcilePlan(10_000, 1_000_000, 100, 4, 2);

  /** To see that everything works. */
  public static final ReconcilePlan QUICK = new ReconcilePlan(1_000, 20_000, 20, 4, 2);

  /** Rounds of the larger size. */
  int rounds(Shared shared) {
    return shared == Shared.NONE ? apartRounds : largeRounds;
  }

  /** What a dose may cost among many, as a multiple of what it costs among few. */
  static final double TARGET = 2;

  /** The heap both sizes have to do with. */
  static final List<String> HEAP = List.of("-Xmx1g");
}

package id.simpul.benchmarks.identity;

/**
 * How long and how often contenders are measured.
 *
 * @param generations sets of processes, one after the other, because no two virtual machines
 *     compile alike
 * @param rounds rounds of each contender in one generation
 * @param roundMillis processor time of a round
 * @param warmUpMillis processor time before the rounds
 */
public record IdentityPlan(int generations, int rounds, int roundMillis, int warmUpMillis) {
  /** For figures to be kept. */
  public static final IdentityPlan FULL = new IdentityPlan(2, 5, 200, 2000);

  /** The same for libraries that have more to compile before they are as fast as they get. */
  public static final IdentityPlan HEALTH = new IdentityPlan(2, 5, 200, 4000);

  /** To see that everything works. */
  public static final IdentityPlan QUICK = new IdentityPlan(1, 3, 50, 300);
}

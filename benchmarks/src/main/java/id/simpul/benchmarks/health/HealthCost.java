package id.simpul.benchmarks.health;

import id.simpul.benchmarks.fhir.ColdStart;
import id.simpul.benchmarks.identity.IdentityCost;
import id.simpul.benchmarks.identity.IdentityPlan;
import id.simpul.benchmarks.measure.Results;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What health records and certificates cost, warm in turns of rounds and cold in new processes. */
public final class HealthCost {
  private static final String COLD = "fhir-cold";
  private static final int COLD_ROUNDS = 10;
  private static final int QUICK_ROUNDS = 2;

  private HealthCost() {}

  /**
   * Measures, and says what came of it.
   *
   * @param quick to see that it works
   * @param prefix what the names of the questions begin with; empty for all
   * @param results where to say it
   * @return the raw rounds
   */
  public static JsonArray run(boolean quick, String prefix, Results results) {
    List<JsonValue> rounds = new ArrayList<>();
    if (!prefix.equals(COLD)) {
      IdentityPlan plan = quick ? IdentityPlan.QUICK : IdentityPlan.HEALTH;
      rounds.addAll(IdentityCost.runHealth(plan, prefix, results).items());
    }
    if (COLD.startsWith(prefix)) {
      rounds.addAll(ColdStart.run(quick ? QUICK_ROUNDS : COLD_ROUNDS, results).items());
    }
    return new JsonArray(rounds);
  }
}

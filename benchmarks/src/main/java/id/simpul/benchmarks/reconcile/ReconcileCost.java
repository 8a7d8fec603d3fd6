package id.simpul.benchmarks.reconcile;

import id.simpul.benchmarks.measure.Child;
import id.simpul.benchmarks.measure.Results;
import id.simpul.benchmarks.measure.Spread;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Two registers of few doses and of many, each in a process with a heap of 1 GB. */
public final class ReconcileCost {
  private static final double MICRO = 1e3;
  private static final double MEGA = 1 << 20;

  private ReconcileCost() {}

  /**
   * Measures, and says what came of it.
   *
   * @param plan how many doses, how often
   * @param results where to say it
   * @return the raw rounds
   */
  public static JsonArray run(ReconcilePlan plan, Results results) {
    results.line("Reconciling two registers, heap of 1 GB, processor time a dose");
    List<JsonValue> all = new ArrayList<>();
    for (Shared shared : Shared.values()) {
      results.line("  " + shared.text());
      List<ReconcileReading> small = rounds(plan.small(), plan.smallRounds(), shared);
      line(results, small);
      List<ReconcileReading> large = rounds(plan.large(), plan.rounds(shared), shared);
      line(results, large);
      verdict(results, small, large);
      small.forEach(reading -> all.add(reading.toJson(shared)));
      large.forEach(reading -> all.add(reading.toJson(shared)));
    }
    return new JsonArray(all);
  }

  private static void verdict(
      Results results, List<ReconcileReading> small, List<ReconcileReading> large) {
    double ratio = perDose(large).median() / perDose(small).median();
    results.line(
        String.format(
            Locale.ROOT,
            "    a dose among many to a dose among few: %.2f, target at most %.1f: %s",
            ratio,
            ReconcilePlan.TARGET,
            ratio <= ReconcilePlan.TARGET ? "met" : "MISSED"));
  }

  private static List<ReconcileReading> rounds(int doses, int count, Shared shared) {
    List<ReconcileReading> rounds = new ArrayList<>();
    try (Child child =
        Child.start(
            doses + " doses",
            ReconcileWorker.class.getName(),
            ReconcilePlan.HEAP,
            List.of(Integer.toString(doses), shared.name()))) {
      for (int i = 0; i < count; i++) {
        child.tell(Boolean.toString(i + 1 == count));
        ReconcileReading reading = ReconcileReading.read(child.next(ReconcileReading.MARK));
        if (i >= count / 2) {
          rounds.add(reading);
        }
      }
    }
    return rounds;
  }

  private static void line(Results results, List<ReconcileReading> rounds) {
    ReconcileReading last = rounds.get(rounds.size() - 1);
    results.line(
        String.format(
            Locale.ROOT,
            "    %,9d doses: reconcile %s us; make and pack %s us; %s s on the wall;"
                + " set keeps %.0f MB; %,d findings",
            last.doses(),
            perDose(rounds).text(2),
            spread(rounds, r -> r.packNanos() / MICRO / r.doses()).text(2),
            spread(rounds, r -> r.wallNanos() / 1e9).text(2),
            last.heapBytes() / MEGA,
            last.findings()));
  }

  private static Spread perDose(List<ReconcileReading> rounds) {
    return spread(rounds, r -> r.reconcileNanos() / MICRO / r.doses());
  }

  private static Spread spread(
      List<ReconcileReading> rounds, ToDoubleFunction<ReconcileReading> value) {
    return Spread.of(rounds.stream().map(r -> value.applyAsDouble(r)).toList());
  }
}

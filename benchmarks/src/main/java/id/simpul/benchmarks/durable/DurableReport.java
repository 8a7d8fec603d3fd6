package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.measure.Results;
import id.simpul.benchmarks.measure.Spread;
import id.simpul.core.format.JsonArray;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** Says what the rounds of storing came to, beside the targets. */
final class DurableReport {
  private static final double GROUP_TARGET = 5;
  private static final double STORE_TARGET = 0.8;
  private static final double JDBC_TARGET = 0.8;
  private static final double P99_TARGET_MILLIS = 15;

  private final List<DurableRound> rounds;

  DurableReport(List<DurableRound> rounds) {
    this.rounds = List.copyOf(rounds);
  }

  JsonArray write(Results results) {
    results.line("Durable submissions, " + DurablePost.CONNECTIONS + " connections or threads");
    results.line("(medians of rounds, in brackets the least and the greatest)");
    Set<String> names = new LinkedHashSet<>();
    rounds.forEach(r -> names.add(r.name()));
    for (String name : names) {
      results.line(
          String.format(
              Locale.ROOT,
              "  %-15s %s a second; p50 %s ms; p99 %s ms; %s us of CPU each",
              name,
              of(name, r -> r.stored().perSecond()).text(0),
              of(name, r -> r.stored().p50()).text(2),
              of(name, r -> r.stored().p99()).text(2),
              of(name, DurableRound::cpuMicros).text(0)));
    }
    verdicts(results);
    return new JsonArray(List.copyOf(rounds.stream().map(DurableRound::toJson).toList()));
  }

  private void verdicts(Results results) {
    verdict(
        results,
        "group commit / a commit each, over HTTP",
        ratio(DurablePost.NODE_GROUPED, DurablePost.NODE_SINGLE),
        GROUP_TARGET);
    verdict(
        results,
        "over HTTP / in process, group commit",
        ratio(DurablePost.NODE_GROUPED, DurablePost.STORE_GROUPED),
        STORE_TARGET);
    verdict(
        results,
        "store / plain JDBC, a commit each",
        ratio(DurablePost.STORE_SINGLE, DurablePost.JDBC),
        JDBC_TARGET);
    Spread p99 = of(DurablePost.NODE_GROUPED, r -> r.stored().p99());
    results.line(
        String.format(
            Locale.ROOT,
            "  p99 over HTTP, group commit: %s ms, target below %.0f: %s",
            p99.text(2),
            P99_TARGET_MILLIS,
            p99.median() < P99_TARGET_MILLIS ? "met" : "MISSED"));
  }

  private static void verdict(Results results, String what, Spread ratio, double target) {
    results.line(
        String.format(
            Locale.ROOT,
            "  %s: %s, target at least %.1f: %s",
            what,
            ratio.text(2),
            target,
            ratio.median() >= target ? "met" : "MISSED"));
  }

  private Spread of(String name, ToDoubleFunction<DurableRound> value) {
    return Spread.of(values(name, value));
  }

  private Spread ratio(String name, String base) {
    return Spread.ofRatios(
        values(name, r -> r.stored().perSecond()), values(base, r -> r.stored().perSecond()));
  }

  private List<Double> values(String name, ToDoubleFunction<DurableRound> value) {
    return rounds.stream()
        .filter(r -> r.name().equals(name))
        .map(r -> value.applyAsDouble(r))
        .toList();
  }
}

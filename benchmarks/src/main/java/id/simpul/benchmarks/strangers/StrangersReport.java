package id.simpul.benchmarks.strangers;

import id.simpul.benchmarks.measure.Results;
import id.simpul.benchmarks.measure.Spread;
import id.simpul.core.format.JsonArray;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what the strangers cost those the node knows, beside the target. */
final class StrangersReport {
  private static final double TARGET = 2;

  private final List<StrangersRound> rounds;

  StrangersReport(List<StrangersRound> rounds) {
    this.rounds = List.copyOf(rounds);
  }

  JsonArray write(Results results) {
    results.line(
        String.format(
            Locale.ROOT,
            "Signed reports, %d a second; signed requests of strangers, %,d a second",
            StrangersPlan.REPORTS_PER_SECOND,
            StrangersPlan.STRANGERS_PER_SECOND));
    results.line("(latency from when each was due; medians of rounds, the least and the greatest)");
    line(results, null);
    for (Strangers kind : Strangers.values()) {
      line(results, kind);
      verdict(results, kind);
    }
    none(results, "reports refused", rounds.stream().mapToInt(StrangersRound::refused).sum());
    none(results, "strangers taken", rounds.stream().mapToInt(StrangersReport::taken).sum());
    return new JsonArray(List.copyOf(rounds.stream().map(StrangersRound::toJson).toList()));
  }

  private void line(Results results, @Nullable Strangers kind) {
    results.line(
        String.format(
            Locale.ROOT,
            "  %-25s p50 %s ms; p99 %s ms; node keeps %s cores busy",
            StrangersRound.title(kind),
            Spread.of(values(kind, StrangersRound::p50)).text(2),
            Spread.of(values(kind, StrangersRound::p99)).text(2),
            Spread.of(values(kind, StrangersRound::cpuShare)).text(2)));
  }

  private void verdict(Results results, Strangers kind) {
    Map<String, Integer> all = new TreeMap<>();
    of(kind)
        .forEach(r -> r.strangers().forEach((what, count) -> all.merge(what, count, Integer::sum)));
    all.forEach((what, count) ->
        results.line(String.format(Locale.ROOT, "    %,d answered %s", count, what)));
    Spread ratio =
        Spread.ofRatios(values(kind, StrangersRound::p99), values(null, StrangersRound::p99));
    results.line(
        String.format(
            Locale.ROOT,
            "    p99 to p99 alone: %s, target at most %.1f: %s",
            ratio.text(2),
            TARGET,
            ratio.median() <= TARGET ? "met" : "MISSED"));
  }

  private static int taken(StrangersRound round) {
    return round.strangers().getOrDefault("200", 0);
  }

  private static void none(Results results, String what, int count) {
    results.line(
        String.format(
            Locale.ROOT, "  %s: %,d, target none: %s", what, count, count == 0 ? "met" : "MISSED"));
  }

  private Stream<StrangersRound> of(@Nullable Strangers kind) {
    return rounds.stream().filter(r -> r.kind() == kind);
  }

  private List<Double> values(@Nullable Strangers kind, ToDoubleFunction<StrangersRound> value) {
    return of(kind).map(r -> value.applyAsDouble(r)).toList();
  }
}

package id.simpul.benchmarks.client;

import id.simpul.benchmarks.measure.Results;
import id.simpul.benchmarks.measure.Spread;
import id.simpul.core.format.JsonArray;
import java.util.List;
import java.util.Locale;

/** Says what the rounds of calls came to, beside the target. */
final class ClientReport {
  private static final double TARGET = 1.15;

  private final List<Round> rounds;

  ClientReport(List<Round> rounds) {
    this.rounds = List.copyOf(rounds);
  }

  JsonArray write(Results results) {
    results.line("Client's processor time for a call, in microseconds");
    results.line("(medians of rounds, in brackets the least and the greatest)");
    for (Kind kind : Kind.values()) {
      for (int concurrency : ClientPlan.CONCURRENCY) {
        write(kind, concurrency, results);
      }
    }
    return new JsonArray(List.copyOf(rounds.stream().map(Round::toJson).toList()));
  }

  private void write(Kind kind, int concurrency, Results results) {
    results.line(String.format(Locale.ROOT, "  %s, concurrency %d", kind.word(), concurrency));
    for (String variant : Variants.ALL) {
      results.line(
          String.format(
              Locale.ROOT,
              "    %-20s %-24s x okhttp %s",
              variant,
              Spread.of(micros(kind, concurrency, variant)).text(1),
              ratio(kind, concurrency, variant).text(2)));
    }
    Spread ratio = ratio(kind, concurrency, Variants.TYPED);
    results.line(
        String.format(
            Locale.ROOT,
            "    typed / okhttp: %.2f, target at most %.2f: %s",
            ratio.median(),
            TARGET,
            ratio.median() <= TARGET ? "met" : "MISSED"));
  }

  private Spread ratio(Kind kind, int concurrency, String variant) {
    return Spread.ofRatios(
        micros(kind, concurrency, variant), micros(kind, concurrency, Variants.OKHTTP));
  }

  private List<Double> micros(Kind kind, int concurrency, String variant) {
    return of(kind, concurrency).stream()
        .filter(r -> r.variant().equals(variant))
        .map(Round::cpuMicrosPerCall)
        .toList();
  }

  private List<Round> of(Kind kind, int concurrency) {
    return rounds.stream().filter(r -> r.kind() == kind && r.concurrency() == concurrency).toList();
  }
}

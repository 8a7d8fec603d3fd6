package id.simpul.benchmarks.fhir;

import id.simpul.benchmarks.measure.Child;
import id.simpul.benchmarks.measure.Program;
import id.simpul.benchmarks.measure.Results;
import id.simpul.benchmarks.measure.Spread;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the first record costs, in processes that are started in turn and have done nothing yet. */
public final class ColdStart {
  private static final double TARGET_CPU = 0.35;
  private static final double TARGET_HEAP = 0.1;

  /** The default collector counts whole regions as used, which are larger than what is kept. */
  private static final List<String> EXACT_HEAP = List.of("-XX:+UseSerialGC");

  /** A process that has no library. */
  private static final String NOTHING = "nothing";

  private static final double MILLI = 1e6;
  private static final double MEGA = 1 << 20;

  private final Results results;
  private final List<ColdReading> ours = new ArrayList<>();
  private final List<ColdReading> theirs = new ArrayList<>();
  private final List<ColdReading> nothing = new ArrayList<>();

  private ColdStart(Results results) {
    this.results = results;
  }

  /**
   * Measures, and says what came of it.
   *
   * @param rounds how often each is started
   * @param results where to say it
   * @return the raw rounds
   */
  public static JsonArray run(int rounds, Results results) {
    ColdStart cold = new ColdStart(results);
    for (int i = 0; i < rounds; i++) {
      cold.ours.add(start(FhirQuestion.SIMPUL, OurPath.cold(), List.of()));
      cold.theirs.add(start(FhirQuestion.HAPI, HapiPath.cold(), List.of()));
      cold.nothing.add(start(NOTHING, OurPath.cold(), List.of(NOTHING)));
    }
    cold.report();
    List<JsonValue> raw = new ArrayList<>();
    cold.ours.forEach(reading -> raw.add(reading.toJson(FhirQuestion.SIMPUL)));
    cold.theirs.forEach(reading -> raw.add(reading.toJson(FhirQuestion.HAPI)));
    cold.nothing.forEach(reading -> raw.add(reading.toJson(NOTHING)));
    return new JsonArray(raw);
  }

  private static ColdReading start(String name, Program program, List<String> arguments) {
    try (Child child = Child.start(name, program, EXACT_HEAP, arguments)) {
      return ColdReading.read(child.next(ColdReading.MARK));
    }
  }

  private void report() {
    results.line("");
    results.line("fhir-cold: a new process reads its first Immunization and writes it");
    line(FhirQuestion.SIMPUL, ours);
    line(FhirQuestion.HAPI, theirs);
    line(NOTHING, nothing);
    double empty = Spread.of(each(nothing, ColdReading::heapBytes)).median();
    verdict("main thread, without the start of the machine", ColdReading::mainNanos, TARGET_CPU);
    verdict("whole process", ColdReading::processNanos, TARGET_CPU);
    verdict("heap kept, less that of nothing", r -> r.heapBytes() - empty, TARGET_HEAP);
    verdict("all of the heap", ColdReading::heapBytes, TARGET_HEAP);
  }

  private void line(String name, List<ColdReading> readings) {
    results.line(
        String.format(
            Locale.ROOT,
            "  %-8s main thread %s ms; process %s ms; heap %s MB," + " %s MB outside it in all",
            name,
            spread(readings, r -> r.mainNanos() / MILLI).text(0),
            spread(readings, r -> r.processNanos() / MILLI).text(0),
            spread(readings, r -> r.heapBytes() / MEGA).text(1),
            spread(readings, r -> r.otherBytes() / MEGA).text(1)));
  }

  private static Spread spread(List<ColdReading> readings, ToDoubleFunction<ColdReading> value) {
    return Spread.of(each(readings, value));
  }

  private static List<Double> each(
      List<ColdReading> readings, ToDoubleFunction<ColdReading> value) {
    return readings.stream().map(r -> value.applyAsDouble(r)).toList();
  }

  private void verdict(String what, ToDoubleFunction<ColdReading> value, double target) {
    Spread ratio = Spread.ofRatios(each(ours, value), each(theirs, value));
    results.line(
        String.format(
            Locale.ROOT,
            "  %s, simpul to hapi: %s, target at most %.2f: %s",
            what,
            ratio.text(3),
            target,
            ratio.median() <= target ? "met" : "MISSED"));
  }
}

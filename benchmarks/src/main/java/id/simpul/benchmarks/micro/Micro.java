package id.simpul.benchmarks.micro;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.Results;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks of this package under JMH. */
public final class Micro {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private Micro() {}

  /**
   * Measures, and says what came of it.
   *
   * @param quick whether to see only that everything works
   * @param results where to say it
   * @return the raw figures
   */
  public static JsonArray run(boolean quick, Results results) {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(Micro.class.getPackageName().replace(".", "\\."))
        .forks(quick ? 1 : 3)
        .warmupIterations(quick ? 1 : 3)
        .warmupTime(TimeValue.milliseconds(quick ? 100 : 1500))
        .measurementIterations(quick ? 1 : 5)
        .measurementTime(TimeValue.milliseconds(quick ? 100 : 1000))
        .addProfiler(GCProfiler.class)
        .verbosity(VerboseMode.SILENT);
    options.shouldFailOnError(true);
    results.line("Pieces of the work, microseconds and bytes allocated an operation (JMH)");
    List<JsonValue> figures = new ArrayList<>();
    try {
      for (RunResult result : new Runner(options.build()).run()) {
        figures.add(report(result, results));
      }
    } catch (RunnerException e) {
      throw BenchmarkException.setUp("JMH", "did not run", e);
    }
    return new JsonArray(figures);
  }

  private static JsonObject report(RunResult run, Results results) {
    String name = run.getParams().getBenchmark();
    name = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
    Collection<String> keys = run.getParams().getParamsKeys();
    if (!keys.isEmpty()) {
      name += " " + String.join(" ", keys.stream().map(run.getParams()::getParam).toList());
    }
    Result<?> time = run.getPrimaryResult();
    Result<?> allocated = run.getSecondaryResults().get(ALLOCATION);
    double bytes = allocated == null ? 0 : allocated.getScore();
    results.line(
        String.format(
            Locale.ROOT,
            "  %-40s %8.2f +- %.2f us %9.0f B",
            name,
            time.getScore(),
            time.getScoreError(),
            bytes));
    return JsonObject.builder()
        .put("benchmark", name)
        .put("micros", decimal(time.getScore()))
        .put("error", decimal(time.getScoreError()))
        .put("bytes", decimal(bytes))
        .build();
  }

  /** A number, or zero for the error of a single iteration, which is none. */
  private static JsonNumber decimal(double value) {
    double number = Double.isFinite(value) ? value : 0;
    return JsonNumber.of(BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_UP));
  }
}

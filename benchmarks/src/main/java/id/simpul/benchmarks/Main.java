package id.simpul.benchmarks;

import id.simpul.benchmarks.client.ClientCost;
import id.simpul.benchmarks.client.ClientPlan;
import id.simpul.benchmarks.client.ClientProfile;
import id.simpul.benchmarks.durable.DurablePlan;
import id.simpul.benchmarks.durable.DurablePost;
import id.simpul.benchmarks.durable.DurableProfile;
import id.simpul.benchmarks.measure.Machine;
import id.simpul.benchmarks.measure.Results;
import id.simpul.benchmarks.micro.Micro;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command: says which measurements are made, and where their results go. */
public final class Main {
  private static final String QUICK = "--quick";
  private static final String EVERYTHING = "all";
  private static final String PROFILE = "profile";
  private static final List<String> ALL = List.of("micro", "client", "durable");
  private static final List<String> KNOWN =
      List.of(EVERYTHING, PROFILE, "micro", "client", "durable");
  private static final Path RESULTS = Path.of("benchmarks", "results");
  private static final Path QUICK_RESULTS = Path.of("benchmarks", "target", "results");

  private final boolean quick;
  private final Machine machine;
  private final Results results;

  private Main(boolean quick, Machine machine, Results results) {
    this.quick = quick;
    this.machine = machine;
    this.results = results;
  }

  /**
   * Measures.
   *
   * @param args names of measurements, none for all; {@code --quick} for a short run whose figures
   *     are not kept
   */
  public static void main(String[] args) {
    List<String> names = new ArrayList<>(List.of(args));
    boolean quick = names.remove(QUICK);
    if (!KNOWN.containsAll(names)) {
      System.err.println("usage: benchmarks/run [--quick] [all|micro|client|durable|profile]...");
      System.exit(2);
    }
    // A child that outlived this process would go on using the machine.
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
    Machine machine = Machine.here();
    Results results =
        Results.open(
            quick ? QUICK_RESULTS : RESULTS, machine, LocalDate.now(ZoneOffset.UTC), System.out);
    Main main = new Main(quick, machine, results);
    (names.isEmpty() || names.contains(EVERYTHING) ? ALL : names).forEach(main::measure);
  }

  private void measure(String name) {
    results.line(machine.toString());
    double before = Machine.loadAverage();
    JsonArray rounds =
        switch (name) {
          case "micro" -> Micro.run(quick, results);
          case "client" -> ClientCost.run(client(), results);
          case "durable" -> DurablePost.run(durable(), results);
          default -> profile();
        };
    double after = Machine.loadAverage();
    results.line(
        String.format(Locale.ROOT, "Load average %.2f before and %.2f after", before, after));
    results.write(
        name,
        JsonObject.builder()
            .put("machine", machine.toJson())
            .put("loadBefore", JsonNumber.of(BigDecimal.valueOf(before)))
            .put("loadAfter", JsonNumber.of(BigDecimal.valueOf(after)))
            .put("rounds", rounds)
            .build());
  }

  /** A profile has no rounds: it says where time goes, not how much there is. */
  private JsonArray profile() {
    ClientProfile.run(client(), results);
    DurableProfile.run(durable(), results);
    return JsonArray.EMPTY;
  }

  private ClientPlan client() {
    return quick ? ClientPlan.QUICK : ClientPlan.FULL;
  }

  private DurablePlan durable() {
    return quick ? DurablePlan.QUICK : DurablePlan.FULL;
  }
}

package id.simpul.benchmarks;

import id.simpul.benchmarks.bulk.BulkGigabyte;
import id.simpul.benchmarks.bulk.BulkPlan;
import id.simpul.benchmarks.client.ClientCost;
import id.simpul.benchmarks.client.ClientPlan;
import id.simpul.benchmarks.client.ClientProfile;
import id.simpul.benchmarks.durable.DurablePlan;
import id.simpul.benchmarks.durable.DurablePost;
import id.simpul.benchmarks.durable.DurableProfile;
import id.simpul.benchmarks.health.HealthCost;
import id.simpul.benchmarks.identity.IdentityCost;
import id.simpul.benchmarks.identity.IdentityPlan;
import id.simpul.benchmarks.measure.Machine;
import id.simpul.benchmarks.measure.Results;
import id.simpul.benchmarks.micro.Micro;
import id.simpul.benchmarks.reconcile.ReconcileCost;
import id.simpul.benchmarks.reconcile.ReconcilePlan;
import id.simpul.benchmarks.strangers.StrangersLoad;
import id.simpul.benchmarks.strangers.StrangersPlan;
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
import java.util.stream.Stream;

/** The command: says which measurements are made, and where their results go. */
public final class Main {
  private static final String QUICK = "--quick";
  private static final String EVERYTHING = "all";
  private static final String PROFILE = "profile";
  private static final String IDENTITY = "identity";
  private static final String STRANGERS = "strangers";
  private static final String RECONCILE = "reconcile";
  private static final String HEALTH = "health";
  private static final String BULK = "bulk-gigabyte";
  private static final List<String> ALL =
      List.of("micro", "client", "durable", IDENTITY, STRANGERS, HEALTH, BULK, RECONCILE);
  private static final List<String> KNOWN =
      Stream.concat(Stream.of(EVERYTHING, PROFILE), ALL.stream()).toList();

  /** Narrows {@link #IDENTITY} and {@link #HEALTH} to questions whose names begin so. */
  private static final String ONLY = "--only=";

  private static final Path RESULTS = Path.of("benchmarks", "results");
  private static final Path QUICK_RESULTS = Path.of("benchmarks", "target", "results");

  private final boolean quick;
  private final String only;
  private final Machine machine;
  private final Results results;

  private Main(boolean quick, String only, Machine machine, Results results) {
    this.quick = quick;
    this.only = only;
    this.machine = machine;
    this.results = results;
  }

  /**
   * Measures.
   *
   * @param args names of measurements, none for all; {@code --quick} for a short run, {@code
   *     --only=PREFIX} for some questions of {@code identity} or {@code health}; the figures of
   *     either are not kept
   */
  public static void main(String[] args) {
    List<String> names = new ArrayList<>(List.of(args));
    boolean quick = names.remove(QUICK);
    String only =
        names.stream()
            .filter(name -> name.startsWith(ONLY))
            .map(name -> name.substring(ONLY.length()))
            .findFirst()
            .orElse("");
    names.removeIf(name -> name.startsWith(ONLY));
    if (!KNOWN.containsAll(names)) {
      System.err.println(
          "usage: benchmarks/run [--quick] [--only=QUESTION]"
              + " ["
              + String.join("|", KNOWN)
              + "]...");
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
            quick || !only.isEmpty() ? QUICK_RESULTS : RESULTS,
            machine,
            LocalDate.now(ZoneOffset.UTC),
            System.out);
    Main main = new Main(quick, only, machine, results);
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
          case IDENTITY -> IdentityCost.run(identity(), only, results);
          case STRANGERS ->
              StrangersLoad.run(quick ? StrangersPlan.QUICK : StrangersPlan.FULL, results);
          case HEALTH -> HealthCost.run(quick, only, results);
          case BULK -> BulkGigabyte.run(quick ? BulkPlan.QUICK : BulkPlan.FULL, results);
          case RECONCILE ->
              ReconcileCost.run(quick ? ReconcilePlan.QUICK : ReconcilePlan.FULL, results);
          default -> profile();
        };
    double after = Machine.loadAverage();
    results.line(
        String.format(Locale.ROOT, "Load average %.2f before and %.2f after", before, after));
    results.write(
        fileName(name),
        JsonObject.builder()
            .put("machine", machine.toJson())
            .put("loadBefore", JsonNumber.of(BigDecimal.valueOf(before)))
            .put("loadAfter", JsonNumber.of(BigDecimal.valueOf(after)))
            .put("rounds", rounds)
            .build());
  }

  /** What is as fast as the platform's own cryptography is measured on more than one platform. */
  private static String fileName(String name) {
    return name.equals(IDENTITY) ? IDENTITY + "-jdk" + Runtime.version().feature() : name;
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

  private IdentityPlan identity() {
    return quick ? IdentityPlan.QUICK : IdentityPlan.FULL;
  }

  private DurablePlan durable() {
    return quick ? DurablePlan.QUICK : DurablePlan.FULL;
  }
}

package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.measure.Folders;
import id.simpul.benchmarks.measure.MachineClock;
import id.simpul.benchmarks.measure.Results;
import id.simpul.core.format.JsonArray;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Durable submissions: the node with group commit and with a commit each, its store by itself
 * likewise, and plain JDBC. All run from the start and take turns, so that what the disk and the
 * machine do weighs on all of them.
 */
public final class DurablePost {
  /** Connections of the load generator. */
  static final int CONNECTIONS = 64;

  static final String NODE_GROUPED = "node-256";
  static final String NODE_SINGLE = "node-1";
  static final String NODE_KEYED = "node-256-keyed";
  static final String STORE_GROUPED = "store-256";
  static final String STORE_SINGLE = "store-1";
  static final String JDBC = "jdbc-1";

  private static final int BATCH = 256;

  private final Map<String, Contender> contenders = new LinkedHashMap<>();
  private final List<DurableRound> rounds = new ArrayList<>();

  private DurablePost() {}

  /**
   * Measures, and says what came of it.
   *
   * @param plan how long
   * @param results where to say it
   * @return the raw rounds
   */
  public static JsonArray run(DurablePlan plan, Results results) {
    DurablePost measurement = new DurablePost();
    Path folder = Folders.temporary("durable");
    try {
      measurement.start(folder);
      measurement.measure(plan);
    } finally {
      try {
        measurement.stop();
      } finally {
        Folders.delete(folder);
      }
    }
    return new DurableReport(measurement.rounds).write(results);
  }

  private void start(Path folder) {
    List<String> options = List.of();
    contenders.put(NODE_GROUPED, node(folder.resolve(NODE_GROUPED), BATCH, options, false));
    contenders.put(NODE_SINGLE, node(folder.resolve(NODE_SINGLE), 1, options, false));
    contenders.put(NODE_KEYED, node(folder.resolve(NODE_KEYED), BATCH, options, true));
    contenders.put(
        STORE_GROUPED, new ProbeContender("store", folder.resolve(STORE_GROUPED + ".db"), BATCH));
    contenders.put(
        STORE_SINGLE, new ProbeContender("store", folder.resolve(STORE_SINGLE + ".db"), 1));
    contenders.put(JDBC, new ProbeContender("jdbc", folder.resolve(JDBC + ".db"), 1));
  }

  /**
   * A node with its load.
   *
   * @param folder an empty folder
   * @param batch submissions in one commit at most
   * @param options of its virtual machine
   * @param keyed whether submissions carry idempotency keys
   */
  static Contender node(Path folder, int batch, List<String> options, boolean keyed) {
    return new NodeContender(NodeProcess.start(folder, batch, options), CONNECTIONS, keyed);
  }

  private void measure(DurablePlan plan) {
    contenders.values().forEach(plan::warmUp);
    for (int i = 0; i < plan.rounds(); i++) {
      contenders.forEach((name, contender) -> rounds.add(round(name, contender, plan.round())));
    }
  }

  /** One round of one contender. */
  static DurableRound round(String name, Contender contender, Duration length) {
    long machine = MachineClock.machineNanos();
    Duration cpu = contender.cpu();
    Stored stored = contender.round(length);
    if (stored.count() == 0) {
      throw BenchmarkException.invalid(name, "stored nothing");
    }
    double used = contender.cpu().minus(cpu).toNanos();
    double others = MachineClock.machineNanos() - machine - used;
    return new DurableRound(
        name, stored, used / 1e3 / stored.count(), Math.max(0, others / stored.nanos()));
  }

  private void stop() {
    List<BenchmarkException> failures = new ArrayList<>();
    for (Contender contender : contenders.values()) {
      try {
        contender.close();
      } catch (BenchmarkException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }
}

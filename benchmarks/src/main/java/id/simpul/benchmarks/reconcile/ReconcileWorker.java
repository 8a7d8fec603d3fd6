package id.simpul.benchmarks.reconcile;

import id.simpul.benchmarks.measure.MachineClock;
import id.simpul.health.reconciliation.Reconciliation;
import id.simpul.health.reconciliation.Register;
import id.simpul.health.reconciliation.StatementSet;
import id.simpul.health.reconciliation.Tally;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/**
 * Reconciles registers of one size in a process of its own, whose heap is bounded; a line read is a
 * round, and its input's end is its own.
 */
public final class ReconcileWorker {
  private ReconcileWorker() {}

  /**
   * Measures.
   *
   * @param args doses a register, and what the two have in common
   * @throws IOException when its input fails
   */
  public static void main(String[] args) throws IOException {
    int doses = Integer.parseInt(args[0]);
    Shared shared = Shared.valueOf(args[1]);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(round(doses, shared, Boolean.parseBoolean(line)).line());
    }
  }

  static ReconcileReading round(int doses, Shared shared, boolean weigh) {
    long wall = System.nanoTime();
    long start = MachineClock.processNanos();
    StatementSet national = register(Register.NATIONAL, doses, shared);
    StatementSet regional = register(Register.REGIONAL, doses, shared);
    long packed = MachineClock.processNanos();
    StatementSet all = national.merge(regional);
    Tally tally = Reconciliation.reconcile(all, finding -> {});
    long end = MachineClock.processNanos();
    long took = System.nanoTime() - wall;
    int findings = tally.findings().values().stream().mapToInt(Integer::intValue).sum();
    long heap = weigh ? heap() : 0;
    return new ReconcileReading(all.size(), packed - start, end - packed, took, heap, findings);
  }

  private static StatementSet register(Register register, int doses, Shared shared) {
    StatementSet.Builder set = StatementSet.builder();
    SampleRegisters.each(register, doses, shared, set::add);
    return set.build();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

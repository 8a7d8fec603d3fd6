package id.simpul.benchmarks.client;

import id.simpul.benchmarks.measure.Child;
import id.simpul.benchmarks.measure.Results;
import id.simpul.core.format.JsonArray;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call costs the client. The server has a process of its own, so that the processor time
 * counted is the client's; so has each variant, and they take turns, so that what the machine does
 * weighs on all of them.
 */
public final class ClientCost {
  private final ClientPlan plan;
  private final List<Round> rounds = new ArrayList<>();

  private ClientCost(ClientPlan plan) {
    this.plan = plan;
  }

  /**
   * Measures, and says what came of it.
   *
   * @param plan how long
   * @param results where to say it
   * @return the raw rounds
   */
  public static JsonArray run(ClientPlan plan, Results results) {
    ClientCost cost = new ClientCost(plan);
    try (Child server =
        Child.start("server", CannedServerMain.class.getName(), List.of(), List.of())) {
      List<String> address = List.of(server.next(), server.next());
      for (int i = 0; i < plan.generations(); i++) {
        cost.generation(address);
      }
    }
    return new ClientReport(cost.rounds).write(results);
  }

  private void generation(List<String> server) {
    try (ClientProcesses clients = ClientProcesses.start(Variants.ALL, server, List.of())) {
      for (String variant : Variants.ALL) {
        warmUp(clients, variant);
      }
      for (Kind kind : Kind.values()) {
        for (int concurrency : ClientPlan.CONCURRENCY) {
          measure(clients, kind, concurrency);
        }
      }
    }
  }

  private void warmUp(ClientProcesses clients, String variant) {
    for (int half = 0; half < 2; half++) {
      for (Kind kind : Kind.values()) {
        int millis = plan.warmUpMillis() / 2;
        clients.round(kind, ClientPlan.WARM_UP_CONCURRENCY, variant, millis);
      }
    }
  }

  private void measure(ClientProcesses clients, Kind kind, int concurrency) {
    int count = Variants.ALL.size();
    for (int round = 0; round < plan.rounds(); round++) {
      for (int turn = 0; turn < count; turn++) {
        // Each goes first in its turn.
        String variant = Variants.ALL.get((round + turn) % count);
        rounds.add(clients.round(kind, concurrency, variant, plan.roundMillis()));
      }
    }
  }
}

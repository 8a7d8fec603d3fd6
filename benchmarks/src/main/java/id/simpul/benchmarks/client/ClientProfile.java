package id.simpul.benchmarks.client;

import id.simpul.benchmarks.measure.Child;
import id.simpul.benchmarks.measure.Folders;
import id.simpul.benchmarks.measure.Profile;
import id.simpul.benchmarks.measure.Results;
import java.nio.file.Path;
import java.util.List;

/** Where the typed client's time goes. */
public final class ClientProfile {
  private static final int CONCURRENCY = 16;

  private ClientProfile() {}

  /**
   * Records a client for each exchange, and says what was seen.
   *
   * @param plan how long: one warm-up, then all rounds at once
   * @param results where to say it
   */
  public static void run(ClientPlan plan, Results results) {
    Path folder = Folders.temporary("profile");
    try (Child server =
        Child.start("server", CannedServerMain.class.getName(), List.of(), List.of())) {
      List<String> address = List.of(server.next(), server.next());
      for (Kind kind : Kind.values()) {
        Path recording = folder.resolve(kind.word() + ".jfr");
        record(plan, kind, address, recording);
        results.line("Typed client, " + kind.word() + ", concurrency " + CONCURRENCY);
        Profile.read(recording).lines().forEach(results::line);
      }
    } finally {
      Folders.delete(folder);
    }
  }

  private static void record(ClientPlan plan, Kind kind, List<String> address, Path recording) {
    List<String> options = List.of(Profile.option(recording));
    try (ClientProcesses client =
        ClientProcesses.start(List.of(Variants.TYPED), address, options)) {
      client.round(kind, CONCURRENCY, Variants.TYPED, plan.warmUpMillis());
      client.round(kind, CONCURRENCY, Variants.TYPED, plan.roundMillis() * plan.rounds());
    }
  }
}

package id.simpul.benchmarks.durable;

import id.simpul.benchmarks.measure.Folders;
import id.simpul.benchmarks.measure.Profile;
import id.simpul.benchmarks.measure.Results;
import java.nio.file.Path;
import java.util.List;

/** Where the node's time goes under durable submissions with group commit. */
public final class DurableProfile {
  private static final int BATCH = 256;

  private DurableProfile() {}

  /**
   * Records a node under load, and says what was seen.
   *
   * @param plan how long: one warm-up, then all rounds at once
   * @param results where to say it
   */
  public static void run(DurablePlan plan, Results results) {
    Path folder = Folders.temporary("profile");
    Path recording = folder.resolve("node.jfr");
    try {
      try (Contender node =
          DurablePost.node(
              folder.resolve("node"), BATCH, List.of(Profile.option(recording)), false)) {
        plan.warmUp(node);
        node.round(plan.round().multipliedBy(plan.rounds()));
      }
      results.line("Node, group commit, " + DurablePost.CONNECTIONS + " connections");
      Profile.read(recording).lines().forEach(results::line);
    } finally {
      Folders.delete(folder);
    }
  }
}

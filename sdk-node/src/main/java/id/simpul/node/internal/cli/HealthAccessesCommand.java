package id.simpul.node.internal.cli;

import id.simpul.core.operation.Violation;
import id.simpul.health.wire.ResourceKey;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.NodeAssembly;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.store.FhirAccess;
import id.simpul.node.internal.store.FhirTrail;
import id.simpul.node.internal.store.Store;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says who saw which health records. */
final class HealthAccessesCommand implements Command {
  @Override
  public String name() {
    return "health-accesses";
  }

  @Override
  public String usage() {
    return "[--of Patient/ID] [--after NUMBER] --config FILE";
  }

  @Override
  public String summary() {
    return "say who read or exported which health records";
  }

  @Override
  public List<String> help() {
    return List.of(
        "One line for each access, with tabs between: its number, when, who, by which operation,",
        "the record, and how many. An export names its kinds alone. What was written, and by",
        "whom, is in the events. The node may run.",
        "--of: the accesses to one record; exports may have held it as well.",
        "--after: those behind a number that was read before.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    Optional<String> of = arguments.take("--of");
    String after = arguments.take("--after").orElse("0");
    if (!after.matches("[0-9]{1,15}")) {
      throw Arguments.wrong(Violation.MALFORMED, "--after", "must be a number");
    }
    ResourceKey key = of.map(HealthAccessesCommand::key).orElse(null);
    NodeConfig config = ConfigLoader.load(arguments.settings(shell), shell.random(), shell.clock());
    try (Store store = NodeAssembly.openStore(config, shell.random())) {
      print(store.healthRecords().trail(), key, Long.parseLong(after), shell);
    }
    return DONE;
  }

  private static ResourceKey key(String text) {
    int slash = text.indexOf('/');
    try {
      return new ResourceKey(text.substring(0, Math.max(0, slash)), text.substring(slash + 1));
    } catch (IllegalArgumentException e) {
      throw Arguments.wrong(Violation.MALFORMED, "--of", "must be a kind and an id: Patient/ID");
    }
  }

  private static void print(FhirTrail trail, @Nullable ResourceKey of, long after, Shell shell) {
    long last = after;
    List<FhirAccess.Kept> page = trail.after(last, of, FhirTrail.MAX_PAGE);
    while (!page.isEmpty()) {
      for (FhirAccess.Kept each : page) {
        shell
            .out()
            .println(
                String.join(
                    "\t",
                    Long.toString(each.number()),
                    each.at().toString(),
                    each.actor(),
                    each.operation(),
                    each.id().isEmpty() ? each.type() : each.type() + "/" + each.id(),
                    Long.toString(each.records())));
        last = each.number();
      }
      page = trail.after(last, of, FhirTrail.MAX_PAGE);
    }
  }
}

package id.simpul.node.internal.cli;

import id.simpul.identity.EntityId;
import id.simpul.identity.federation.ChainReport;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.federation.NodeTrust;
import java.util.List;
import java.util.Optional;

/** Says why this node trusts an entity, or why not. */
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public String usage() {
    return "ENTITY --config FILE";
  }

  @Override
  public String summary() {
    return "say why this node trusts an entity, or why not";
  }

  @Override
  public List<String> help() {
    return List.of(
        "Asks the network, and shows each link of each chain that was tried: who says what of",
        "whom, signed with which key, until when it holds; and the link and the rule that failed.",
        "Exit code 0 when ENTITY is trusted, 1 when it is not.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    EntityId entity = EnrolCommand.entity("ENTITY", arguments.operand("ENTITY", "its URL"));
    NodeConfig config = ConfigLoader.load(arguments.settings(shell), shell.random(), shell.clock());
    try (NodeTrust trust = NodeTrust.of(config)) {
      if (trust.isPinned(entity)) {
        shell.out().println(entity + " is trusted: it is pinned in peers-file, with these keys:");
        trust.resolve(entity).keys().forEach(key -> shell.out().println("  " + key.keyId()));
        return DONE;
      }
      Optional<ChainReport> report = trust.explain(entity);
      if (report.isEmpty()) {
        shell.out().println(entity + " is NOT trusted: it is not pinned in peers-file, and there");
        shell.out().println("is no anchor to look for a chain to. What now: set");
        shell.out().println("trust-anchors-file, with keys that came by a way you trust.");
        return FAILED;
      }
      shell.out().print(report.get().toText());
      return report.get().problem().isEmpty() ? DONE : FAILED;
    }
  }
}

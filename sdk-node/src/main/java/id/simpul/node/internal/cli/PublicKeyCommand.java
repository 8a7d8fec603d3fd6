package id.simpul.node.internal.cli;

import id.simpul.node.NodeConfig;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.PeersFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Prints what others pin. */
final class PublicKeyCommand implements Command {
  @Override
  public String name() {
    return "public-key";
  }

  @Override
  public String usage() {
    return "--config FILE";
  }

  @Override
  public String summary() {
    return "print what others pin to trust this node";
  }

  @Override
  public List<String> help() {
    return List.of(
        "Prints an entry for the peers file of another node: this node's name and the public",
        "key it signs requests and answers with. Hand it over by a way you trust.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    NodeConfig config = ConfigLoader.load(arguments.settings(shell), shell.random());
    shell
        .out()
        .println(
            new String(
                PeersFile.entry(config.entityId(), config.signingKey()), StandardCharsets.UTF_8));
    return DONE;
  }
}

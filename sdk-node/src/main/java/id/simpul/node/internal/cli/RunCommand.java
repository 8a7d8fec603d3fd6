package id.simpul.node.internal.cli;

import id.simpul.node.NodePaths;
import id.simpul.node.SimpulNode;
import id.simpul.node.internal.config.ConfigLoader;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Serves until it is stopped. */
final class RunCommand implements Command {
  @Override
  public String name() {
    return "run";
  }

  @Override
  public String usage() {
    return "--config FILE";
  }

  @Override
  public String summary() {
    return "serve, until Ctrl-C";
  }

  @Override
  public List<String> help() {
    return List.of(
        "Serves what the configuration says. simpul-node init writes a configuration;",
        "simpul-node --help lists all settings.");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    SimpulNode node =
        SimpulNode.start(
            ConfigLoader.load(arguments.settings(shell), shell.random(), shell.clock()));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  node.close();
                  stopped.countDown();
                },
                "simpul-shutdown"));
    greet(node, shell.out());
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      node.close();
    }
    return DONE;
  }

  private static void greet(SimpulNode node, PrintStream out) {
    out.println("Simpul node is ready at " + node.baseUrl() + " (port " + node.port() + ")");
    out.println("  reports    " + node.baseUrl() + NodePaths.GEOREPORT + "/discovery.json");
    out.println("  contract   " + node.baseUrl() + "/openapi.json");
    out.println("  entity     " + node.entityId());
    out.println("Ctrl-C stops it; what was acknowledged is on disk.");
    out.flush();
  }
}

package id.simpul.node;

import id.simpul.node.internal.cli.CommandLine;
import id.simpul.node.internal.cli.Shell;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The command line of a node.
 *
 * <pre>{@code
 * simpul-node init --base-url https://simpul.jambikota.go.id --region 15.71
 * simpul-node --config node.properties
 * simpul-node --help
 * }</pre>
 *
 * <p>Exit codes: 0 done, 1 failed while running, 2 wrong use or configuration.
 */
public final class Main {
  private final CommandLine commands;

  Main(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.commands =
        new CommandLine(
            new Shell(
                out,
                err,
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                environment,
                InstantSource.system(),
                new SecureRandom()));
  }

  /**
   * Runs a command and ends the process with its exit code.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    int code = new Main(System.out, System.err, System.getenv()).run(List.of(args));
    if (code != 0) {
      System.exit(code);
    }
  }

  int run(List<String> args) {
    return commands.run(args);
  }
}

package id.simpul.node;

import id.simpul.core.SimpulException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.PeersFile;
import id.simpul.node.internal.config.Setting;
import id.simpul.node.internal.config.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The command line of a node.
 *
 * <pre>{@code
 * simpul-node --config node.properties
 * simpul-node api-key --name jaki --role reporter --config node.properties
 * simpul-node public-key --config node.properties
 * }</pre>
 *
 * <p>Exit codes: 0 done, 1 failed while running, 2 wrong use or configuration.
 */
public final class Main {
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final Map<String, String> environment;

  Main(PrintStream out, PrintStream err, Map<String, String> environment) {
    this.out = out;
    this.err = err;
    this.environment = environment;
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
    try {
      boolean named = !args.isEmpty() && !args.get(0).startsWith("--");
      String command = named ? args.get(0) : "run";
      List<String> flags = named ? args.subList(1, args.size()) : args;
      if (args.contains("--help") || args.contains("-h") || command.equals("help")) {
        help();
        return 0;
      }
      switch (command) {
        case "run" -> serve(flags);
        case "api-key" -> apiKey(flags);
        case "public-key" -> publicKey(flags);
        default -> {
          err.println("There is no command " + command + "; see simpul-node --help");
          return WRONG_USE;
        }
      }
      return 0;
    } catch (ConfigException e) {
      err.println("The node cannot do this yet:");
      e.violations().forEach(v -> err.println("  " + v));
      err.println("See simpul-node --help for all settings.");
      return WRONG_USE;
    } catch (SimpulException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }

  private void serve(List<String> flags) {
    SimpulNode node =
        SimpulNode.start(ConfigLoader.load(Settings.read(flags, environment), new SecureRandom()));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  node.close();
                  stopped.countDown();
                },
                "simpul-shutdown"));
    out.println("Simpul node is ready at " + node.baseUrl() + " (port " + node.port() + ")");
    out.println("  reports    " + node.baseUrl() + NodePaths.GEOREPORT + "/discovery.json");
    out.println("  contract   " + node.baseUrl() + "/openapi.json");
    out.println("  entity     " + node.entityId());
    out.println("Ctrl-C stops it; what was acknowledged is on disk.");
    out.flush();
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      node.close();
    }
  }

  private void apiKey(List<String> flags) {
    List<String> rest = new ArrayList<>(flags);
    String name = take(rest, "--name");
    String role = take(rest, "--role");
    Settings settings = Settings.read(rest, environment);
    ApiKey.Role wanted;
    try {
      wanted = ApiKey.Role.valueOf(role.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw wrong("--role", "must be reporter or officer");
    }
    Secret key = ConfigLoader.apiKeyFile(settings).add(name, wanted, new SecureRandom());
    // Shown once and on purpose: the node keeps only its digest.
    out.println(key.reveal());
    err.println("This key is shown once. A running node knows it after its next start.");
  }

  private void publicKey(List<String> flags) {
    NodeConfig config = ConfigLoader.load(Settings.read(flags, environment), new SecureRandom());
    out.println(
        new String(
            PeersFile.entry(config.entityId(), config.signingKey()), StandardCharsets.UTF_8));
  }

  private static String take(List<String> flags, String name) {
    int at = flags.indexOf(name);
    if (at < 0 || at + 1 >= flags.size()) {
      throw wrong(name, "a value is required");
    }
    String value = flags.get(at + 1);
    flags.subList(at, at + 2).clear();
    return value;
  }

  private static ConfigException wrong(String where, String message) {
    return new ConfigException(List.of(new Violation(Violation.REQUIRED, where, message)));
  }

  private void help() {
    out.println("simpul-node: a region's node for city services");
    out.println();
    out.println("  simpul-node [run] --config FILE        serve, until Ctrl-C");
    out.println("  simpul-node api-key --name N --role R --config FILE");
    out.println("                                         make an API key (reporter or officer)");
    out.println("  simpul-node public-key --config FILE   print what peers pin");
    out.println();
    out.println("Settings, as --name VALUE, as environment variable, or as name=value in FILE");
    out.println("(flags win over the environment, the environment over the file):");
    out.println();
    for (Setting s : Setting.values()) {
      out.printf("  %-42s %s%n", "--" + s.key(), s.description());
      String fallback = s.fallback().map(f -> f.isEmpty() ? "" : "default " + f).orElse("required");
      out.printf("  %-42s %s%n", s.variable(), fallback);
    }
  }
}

package id.simpul.node.internal.cli;

import id.simpul.core.SimpulException;
import id.simpul.node.ConfigException;
import id.simpul.node.internal.config.Setting;
import java.util.List;
import java.util.Optional;

/**
 * Finds the command a person means, runs it, and says what went wrong. Exit codes: 0 done, 1 failed
 * while running, 2 wrong use or configuration.
 */
public final class CommandLine {
  private static final int WRONG_USE = 2;

  private static final List<Command> COMMANDS =
      List.of(
          new RunCommand(),
          new InitCommand(),
          new ApiKeyCommand(),
          new PublicKeyCommand(),
          new EnrolCommand(),
          new ApproveCommand(),
          new SuspendCommand(),
          new ListCommand(),
          new RotateKeysCommand(),
          new ExplainCommand(),
          new DoctorCommand(),
          new HealthAccessesCommand());

  private final Shell shell;

  /**
   * A command line.
   *
   * @param shell where commands run
   */
  public CommandLine(Shell shell) {
    this.shell = shell;
  }

  /**
   * Runs a command.
   *
   * @param args the command line; without a command's name it is {@code run}
   * @return the exit code
   */
  public int run(List<String> args) {
    boolean help = args.contains("--help") || args.contains("-h");
    boolean named = !args.isEmpty() && !args.get(0).startsWith("-");
    if (!named && !help) {
      return carryOut(COMMANDS.get(0), args);
    }
    if (!named || args.get(0).equals("help")) {
      overview();
      return Command.DONE;
    }
    Optional<Command> command = COMMANDS.stream().filter(c -> isMeant(c, args)).findFirst();
    if (command.isEmpty()) {
      return unknown(args, help);
    }
    if (help) {
      help(command.get());
      return Command.DONE;
    }
    int words = words(command.get()).size();
    return carryOut(command.get(), args.subList(words, args.size()));
  }

  private static boolean isMeant(Command command, List<String> args) {
    List<String> words = words(command);
    return args.size() >= words.size() && args.subList(0, words.size()).equals(words);
  }

  private static List<String> words(Command command) {
    return List.of(command.name().split(" ", -1));
  }

  private int unknown(List<String> args, boolean help) {
    List<Command> family =
        COMMANDS.stream().filter(c -> words(c).get(0).equals(args.get(0))).toList();
    if (help && !family.isEmpty()) {
      family.forEach(this::help);
      return Command.DONE;
    }
    shell.err().println("There is no command " + args.get(0) + "; see simpul-node --help");
    family.forEach(c -> shell.err().println("  simpul-node " + c.name() + " " + c.usage()));
    return WRONG_USE;
  }

  private int carryOut(Command command, List<String> arguments) {
    try {
      return command.run(new Arguments(arguments), shell);
    } catch (ConfigException e) {
      shell.err().println("The node cannot do this yet:");
      e.violations().forEach(v -> shell.err().println("  " + v));
      shell.err().println("See simpul-node " + command.name() + " --help.");
      return WRONG_USE;
    } catch (SimpulException e) {
      shell.err().println(e.getMessage());
      return Command.FAILED;
    }
  }

  private void help(Command command) {
    shell.out().println("simpul-node " + command.name() + " " + command.usage());
    shell.out().println();
    command.help().forEach(line -> shell.out().println("  " + line));
    shell.out().println();
  }

  private void overview() {
    shell.out().println("simpul-node: a region's node for city services");
    shell.out().println();
    for (Command c : COMMANDS) {
      shell.out().printf("  simpul-node %-20s %s%n", c.name(), c.summary());
    }
    shell.out().println();
    shell.out().println("Each has a --help of its own. Without a command's name the node is run.");
    shell.out().println();
    shell.out().println("Settings, as --name VALUE, as environment variable, or as name=value in");
    shell.out().println("the file that --config names (flags win over the environment, the");
    shell.out().println("environment over the file):");
    shell.out().println();
    for (Setting s : Setting.values()) {
      shell.out().printf("  %-42s %s%n", "--" + s.key(), s.description());
      String fallback = s.fallback().map(f -> f.isEmpty() ? "" : "default " + f).orElse("required");
      shell.out().printf("  %-42s %s%n", s.variable(), fallback);
    }
  }
}

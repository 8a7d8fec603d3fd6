package id.simpul.node.internal.cli;

import java.util.List;

/** One command of the program. */
interface Command {
  /** The exit code of a command that did what it was asked. */
  int DONE = 0;

  /** The exit code of a command that found something wrong. */
  int FAILED = 1;

  /**
   * What a person types.
   *
   * @return one or two words
   */
  String name();

  /**
   * What follows the name.
   *
   * @return operands and flags, for the help
   */
  String usage();

  /**
   * What it is for.
   *
   * @return a phrase for the list of commands
   */
  String summary();

  /**
   * What it does, and what to know before.
   *
   * @return lines for the command's own help
   */
  List<String> help();

  /**
   * Carries it out. Safe to run again.
   *
   * @param arguments what was typed after the name
   * @param shell where it runs
   * @return the exit code
   * @throws id.simpul.core.SimpulException when it cannot be done; says what to do now
   */
  int run(Arguments arguments, Shell shell);
}

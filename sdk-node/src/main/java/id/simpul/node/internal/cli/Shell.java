package id.simpul.node.internal.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a command has around it.
 *
 * @param out what it says
 * @param err what goes wrong
 * @param in what a person answers
 * @param environment the environment variables
 * @param clock the time
 * @param random where new keys come from
 */
public record Shell(
    PrintStream out,
    PrintStream err,
    BufferedReader in,
    Map<String, String> environment,
    InstantSource clock,
    SecureRandom random) {
  private static final int MAX_ANSWER = 4096;

  /** Checks that all is given. */
  public Shell {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(err, "err");
    Objects.requireNonNull(in, "in");
    environment = Map.copyOf(environment);
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(random, "random");
  }

  /** One line of a table. */
  void line(String label, String text) {
    out.printf("%-12s %s%n", label, text);
  }

  /** Asks a person; empty when nobody answers. */
  Optional<String> ask(String question) {
    err.print(question + ": ");
    err.flush();
    try {
      StringBuilder answer = new StringBuilder();
      int c = in.read();
      boolean ended = c < 0;
      while (c >= 0 && c != '\n' && answer.length() < MAX_ANSWER) {
        answer.append((char) c);
        c = in.read();
      }
      if (ended) {
        err.println();
      }
      return Optional.of(answer.toString().strip()).filter(text -> !text.isEmpty());
    } catch (IOException e) {
      throw new UncheckedIOException("Standard input cannot be read", e);
    }
  }
}

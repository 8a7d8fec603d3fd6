package id.simpul.examples.twocities;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One run of a node, in a process of its own. What it prints goes to its log file. */
final class NodeProcess {
  /** How long a node may take to start. */
  static final Duration START_LIMIT = Duration.ofMinutes(2);

  /** How long a node may take to end when it is asked to. */
  static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  private static final Duration POLL = Duration.ofMillis(25);

  private final String name;
  private final Path log;
  private final Process process;
  private final long startedAt;

  private NodeProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
    this.startedAt = System.nanoTime();
  }

  static NodeProcess start(NodeProgram program, String name, NodeFolder folder) {
    ProcessBuilder builder = new ProcessBuilder(program.command(folder.config()));
    // A setting of the user's own node must not reach this one.
    builder.environment().keySet().removeIf(variable -> variable.startsWith("SIMPUL_"));
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
    try {
      return new NodeProcess(name, folder.log(), builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("The node of " + name + " cannot be started", e);
    }
  }

  /**
   * Waits until the node answers.
   *
   * @param answers asks it something
   * @return how long it took from its start
   * @throws StoryException when it has ended, or does not answer in time
   */
  Duration awaitReady(BooleanSupplier answers) {
    Poll.until(
        POLL,
        START_LIMIT,
        () -> {
          if (!process.isAlive()) {
            throw new StoryException(
                name, "ended with exit code " + process.exitValue(), log.toString());
          }
          return answers.getAsBoolean();
        },
        () ->
            new StoryException(
                name, "gave no answer for " + Terminal.time(START_LIMIT), log.toString()));
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  long pid() {
    return process.pid();
  }

  /** Ends the node as a power cut would: SIGKILL, no chance to tidy up. */
  void kill() {
    process.destroyForcibly();
  }

  /**
   * Waits for the end.
   *
   * @param limit how long
   * @return whether it has ended
   */
  boolean awaitEnd(Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Asks the node to end; does not wait. */
  void ask() {
    process.destroy();
  }

  /** Asks the node to end, and ends it when it does not. */
  void stop() {
    ask();
    if (!awaitEnd(STOP_LIMIT)) {
      kill();
      awaitEnd(STOP_LIMIT);
    }
  }
}

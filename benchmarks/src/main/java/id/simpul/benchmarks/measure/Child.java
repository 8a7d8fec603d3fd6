package id.simpul.benchmarks.measure;

import id.simpul.benchmarks.BenchmarkException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process of its own, on the class path of this one or another, spoken to by lines. It has
 * to end when its input does, so that it never outlives the measurement. Not thread-safe.
 */
public final class Child implements AutoCloseable {
  private static final Duration END = Duration.ofSeconds(40);

  private final String name;
  private final Process process;
  private final BufferedReader out;
  private final BufferedWriter in;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
    this.out = process.inputReader(StandardCharsets.UTF_8);
    this.in = process.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts a program.
   *
   * @param name what messages call it
   * @param main its main class
   * @param options options of the virtual machine
   * @param arguments its command line
   * @return the running process
   */
  public static Child start(
      String name, String main, List<String> options, List<String> arguments) {
    return start(name, Program.here(main), options, arguments);
  }

  /**
   * Starts a program.
   *
   * @param name what messages call it
   * @param program its main class, and where its classes are
   * @param options options of the virtual machine
   * @param arguments its command line
   * @return the running process
   */
  public static Child start(
      String name, Program program, List<String> options, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.add("-cp");
    command.add(program.classPath());
    command.add(program.main());
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return new Child(name, builder.start());
    } catch (IOException e) {
      throw BenchmarkException.setUp(name, "did not start", e);
    }
  }

  /**
   * Waits for what it says next.
   *
   * @return one line
   */
  public String next() {
    try {
      String line = out.readLine();
      if (line == null) {
        throw BenchmarkException.setUp(name, "ended before its time", null);
      }
      return line;
    } catch (IOException e) {
      throw BenchmarkException.setUp(name, "could not be heard", e);
    }
  }

  /**
   * Waits for a line that begins in a certain way; others, which its virtual machine may print, are
   * passed over.
   *
   * @param mark how it begins
   * @return the rest of the line
   */
  public String next(String mark) {
    String line = next();
    while (!line.startsWith(mark)) {
      line = next();
    }
    return line.substring(mark.length());
  }

  /**
   * Tells it something.
   *
   * @param line one line
   */
  public void tell(String line) {
    try {
      in.write(line);
      in.newLine();
      in.flush();
    } catch (IOException e) {
      throw BenchmarkException.setUp(name, "could not be told", e);
    }
  }

  /**
   * The processor time it has used.
   *
   * @return time of all its threads, to a hundredth of a second
   */
  public Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends its input, asks it to end, and waits until it has; a stubborn one is killed. */
  @Override
  public void close() {
    try {
      in.close();
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        process.destroy();
      }
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      out.close();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}

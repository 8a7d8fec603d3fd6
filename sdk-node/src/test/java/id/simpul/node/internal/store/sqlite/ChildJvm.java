package id.simpul.node.internal.store.sqlite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another process that runs a main class of the tests, to be read from and killed. */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private ChildJvm(Process process) {
    this.process = process;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static ChildJvm start(Class<?> main, String... args) throws IOException {
    return start(List.of(), main, args);
  }

  /** Starts a JVM under another program, for example a tracer. */
  static ChildJvm start(List<String> under, Class<?> main, String... args) throws IOException {
    List<String> command = new ArrayList<>(under);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    return new ChildJvm(builder.start());
  }

  /** The next line, or null at the end of the output. */
  @Nullable String nextLine() throws IOException {
    return lines.readLine();
  }

  /** Lets a child go on that waits for its input. */
  void send(char sign) throws IOException {
    process.getOutputStream().write(sign);
    process.getOutputStream().flush();
  }

  /** What is left of the output. */
  List<String> rest() throws IOException {
    List<String> rest = new ArrayList<>();
    String line = lines.readLine();
    while (line != null) {
      rest.add(line);
      line = lines.readLine();
    }
    return rest;
  }

  /** Ends the process as a power cut would: with SIGKILL. */
  void kill() {
    // Through the handle: the process itself would close its output, and lines would be lost.
    process.toHandle().destroyForcibly();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }

  /** Waits for the process to end by itself. */
  int exitValue() {
    return process.onExit().orTimeout(120, TimeUnit.SECONDS).join().exitValue();
  }

  @Override
  public void close() {
    kill();
  }
}

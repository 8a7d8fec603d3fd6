package id.simpul.node.system;

import id.simpul.node.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The node's program, run to its end as a process of its own. */
final class Program {
  private static final int PATIENCE_SECONDS = 60;

  private Program() {}

  /** What a run left behind. */
  record Result(int exitCode, String out, String err) {}

  /** The command line of the program, with something before it such as a tracer. */
  static List<String> command(List<String> before, List<String> args) {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(args);
    return command;
  }

  static Result run(Path folder, String... args) throws IOException, InterruptedException {
    return runAnswering(folder, "", args);
  }

  /** Runs it with answers to what it may ask. */
  static Result runAnswering(Path folder, String answers, String... args)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    List<String> command = command(List.of(), List.of(args));
    // Commands are short; what the second compiler would gain it never earns back.
    command.add(1, "-XX:TieredStopAtLevel=1");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("SIMPUL_"));
    Process process = builder.start();
    process.getOutputStream().write(answers.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("It did not end: " + List.of(args));
    }
    Result result = new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return result;
  }
}

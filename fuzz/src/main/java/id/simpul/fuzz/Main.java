package id.simpul.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What {@code fuzz/run} asks for: {@code list} prints the targets, {@code seeds TARGET FOLDER}
 * writes all that fuzzing can start from.
 */
public final class Main {
  /** Longer inputs slow the fuzzer down and teach it nothing. */
  private static final int MAX_SEED_BYTES = 16 * 1024;

  private Main() {}

  /**
   * Runs a command.
   *
   * @param args the command and its operands
   * @throws IOException when a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 3 && args[0].equals("seeds")) {
      export(args[1], Path.of(args[2]));
    } else {
      FuzzTargets.names().forEach(System.out::println);
    }
  }

  private static void export(String target, Path folder) throws IOException {
    List<byte[]> inputs = Seeds.all(target);
    Files.createDirectories(folder);
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).length <= MAX_SEED_BYTES) {
        Files.write(folder.resolve("seed-" + i), inputs.get(i));
      }
    }
  }
}

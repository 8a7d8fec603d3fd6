package id.simpul.benchmarks.measure;

import id.simpul.benchmarks.BenchmarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Folders for databases that are measured. They lie under the module's {@code target}, and not
 * where a system keeps temporary files, because that may be memory, which is written to in no time.
 */
public final class Folders {
  private static final Path TARGET = Path.of("benchmarks", "target");

  private Folders() {}

  /**
   * Makes a folder.
   *
   * @param name what its name begins with
   * @return a new, empty folder
   */
  public static Path temporary(String name) {
    try {
      return Files.createTempDirectory(Files.createDirectories(TARGET), name + "-")
          .toAbsolutePath();
    } catch (IOException e) {
      throw BenchmarkException.setUp("temporary folder", "cannot be made", e);
    }
  }

  /**
   * Deletes a folder and everything in it.
   *
   * @param folder the folder
   */
  public static void delete(Path folder) {
    try (Stream<Path> tree = Files.walk(folder)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw BenchmarkException.setUp("temporary folder", "cannot be deleted", e);
    }
  }
}

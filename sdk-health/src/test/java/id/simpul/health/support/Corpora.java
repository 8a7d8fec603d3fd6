package id.simpul.health.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the public corpora. The system property {@code simpul.corpora} names their folder; without
 * it the folder beside the repository is tried, and a test without a corpus is skipped.
 */
public final class Corpora {
  private static final String PROPERTY = "simpul.corpora";

  private Corpora() {}

  /** A folder of a corpus. Skips the test when it is absent, fails it when it was named. */
  public static Path folder(String path) {
    String named = System.getProperty(PROPERTY);
    Path root =
        named == null
            ? Path.of(System.getProperty("simpul.root", "..")).resolve("../shared/corpora")
            : Path.of(named);
    Path folder = root.resolve(path);
    if (named != null) {
      assertThat(folder).as("the corpus named by " + PROPERTY).isDirectory();
    }
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "skipped: no corpus " + path + " at " + folder);
    return folder;
  }

  /** All files below a folder, in order. */
  public static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}

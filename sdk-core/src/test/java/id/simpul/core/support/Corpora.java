package id.simpul.core.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the public test vectors. The system property {@code simpul.corpora} names their folder;
 * without it the folder beside the repository is tried, and a test without vectors is skipped.
 */
public final class Corpora {
  private static final String PROPERTY = "simpul.corpora";

  private Corpora() {}

  /** The folder of one corpus. Skips the test when it is absent, fails it when it was named. */
  public static Path folder(String corpus) {
    String named = System.getProperty(PROPERTY);
    Path root =
        named == null
            ? Path.of(System.getProperty("simpul.root", "..")).resolve("../shared/corpora")
            : Path.of(named);
    Path folder = root.resolve(corpus);
    if (named != null) {
      assertThat(folder).as("the corpus named by " + PROPERTY).isDirectory();
    }
    Assumptions.assumeTrue(
        Files.isDirectory(folder), () -> "skipped: no corpus " + corpus + " at " + folder);
    return folder;
  }

  /** The files of one corpus with an extension, in order; at least one. */
  public static List<Path> files(String corpus, String extension) {
    try (Stream<Path> files = Files.list(folder(corpus))) {
      List<Path> found =
          files.filter(f -> f.getFileName().toString().endsWith(extension)).sorted().toList();
      assertThat(found).as("files of the corpus " + corpus).isNotEmpty();
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

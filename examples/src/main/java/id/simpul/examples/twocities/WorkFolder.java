package id.simpul.examples.twocities;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A temporary folder that only its owner may look into.
 *
 * @param path where it is
 */
record WorkFolder(Path path) {
  static WorkFolder create() {
    try {
      return new WorkFolder(Files.createTempDirectory("simpul-two-cities-"));
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder can be made", e);
    }
  }

  /** Removes the folder and all in it. */
  void remove() {
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The work folder cannot be removed", e);
    }
  }
}

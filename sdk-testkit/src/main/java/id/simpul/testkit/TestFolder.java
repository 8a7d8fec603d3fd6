package id.simpul.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a node keeps its data.
 *
 * @param path the folder
 * @param temporary whether it goes when the node does
 */
record TestFolder(Path path, boolean temporary) {
  static TestFolder make() {
    try {
      return new TestFolder(Files.createTempDirectory("simpul-test-node-"), true);
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder can be made", e);
    }
  }

  static TestFolder kept(Path path) {
    return new TestFolder(path, false);
  }

  /** Removes the folder and all in it, when it was made for the node. */
  void remove() {
    if (!temporary || !Files.exists(path)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(path)) {
      List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The data of a test node cannot be removed", e);
    }
  }
}

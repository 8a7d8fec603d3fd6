package id.simpul.fuzz.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that holds each input in turn, for what is read from files alone. */
final class Scratch {
  private final Path file;

  Scratch() {
    try {
      file = Files.createTempFile("simpul-fuzz", null);
    } catch (IOException e) {
      throw new AssertionError("there is no place for a file", e);
    }
    file.toFile().deleteOnExit();
  }

  /** An empty folder of its own, which stays when the program ends. */
  static Path folder() {
    try {
      return Files.createTempDirectory("simpul-fuzz");
    } catch (IOException e) {
      throw new AssertionError("there is no place for a folder", e);
    }
  }

  Path holding(byte[] input) throws IOException {
    return Files.write(file, input);
  }
}

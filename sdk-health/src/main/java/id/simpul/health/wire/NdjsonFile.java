package id.simpul.health.wire;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of resources, one a line, on the disk of whoever serves it.
 *
 * @param path the file
 * @param length its bytes
 */
public record NdjsonFile(Path path, long length) {
  /** Checks that there is a file. */
  public NdjsonFile {
    Objects.requireNonNull(path, "path");
    if (length < 0) {
      throw new IllegalArgumentException("A file has no fewer than 0 bytes");
    }
  }
}

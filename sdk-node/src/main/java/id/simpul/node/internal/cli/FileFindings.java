package id.simpul.node.internal.cli;

import id.simpul.node.internal.config.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Whether others than their owner can read a node's files. */
final class FileFindings {
  private static final int DEPTH = 2;

  private FileFindings() {}

  /**
   * Looks at a data directory, and at key files elsewhere.
   *
   * @param data the data directory
   * @param keys files that need not lie in it
   * @return one finding for each file that is open, or one that none is
   */
  static List<Finding> of(Path data, List<Path> keys) {
    List<Finding> findings = new ArrayList<>();
    try (Stream<Path> inside = Files.walk(data, DEPTH)) {
      List<Path> open =
          Stream.concat(inside, keys.stream().filter(Files::exists))
              .distinct()
              .filter(FileFindings::isSecret)
              .filter(FileFindings::isOpen)
              .toList();
      for (Path file : open) {
        findings.add(
            Finding.fail(
                file + " can be read by others than its owner",
                "chmod go-rwx "
                    + file
                    + "; when it is a key that others may have read, also run"
                    + " simpul-node rotate-keys"));
      }
    } catch (IOException | UncheckedIOException e) {
      return List.of(
          Finding.fail(data + " cannot be looked at", "run this as the user the node runs as"));
    }
    if (findings.isEmpty()) {
      findings.add(Finding.ok("keys and data in " + data + " are their owner's alone"));
    }
    return findings;
  }

  // The folder keeps everybody out; the database and its log need it, keys also stand by
  // themselves.
  private static boolean isSecret(Path file) {
    String name = String.valueOf(file.getFileName());
    return Files.isDirectory(file) || name.endsWith(".pem") || name.endsWith(".key");
  }

  private static boolean isOpen(Path file) {
    try {
      return OwnerOnly.readableByOthers(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

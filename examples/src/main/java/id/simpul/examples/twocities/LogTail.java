package id.simpul.examples.twocities;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a log, so that a failure explains itself. */
final class LogTail {
  private static final int MAX_BYTES = 4 * 1024;
  private static final int LINES = 6;

  private LogTail() {}

  static List<String> of(Path log) {
    if (!Files.exists(log)) {
      return List.of("(there is none)");
    }
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] end = new byte[(int) Math.min(MAX_BYTES, file.length())];
      file.seek(file.length() - end.length);
      file.readFully(end);
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    } catch (IOException e) {
      return List.of("(cannot be read: " + e.getClass().getSimpleName() + ")");
    }
  }
}

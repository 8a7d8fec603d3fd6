package id.simpul.health.bulk;

import id.simpul.core.format.FormatException;
import java.util.Objects;

/**
 * A line that is not a resource. Says where and why, and never quotes the line.
 *
 * @param source the file, as the reader was told to call it
 * @param line the line, from 1
 * @param offset the byte it begins at, from 0, after decompression
 * @param reason why, one phrase
 */
public record LineError(String source, long line, long offset, String reason) {

  /** Checks that source and reason are given. */
  public LineError {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(reason, "reason");
  }

  FormatException toException() {
    return new FormatException(source + ", line " + line + ", byte " + offset, reason);
  }
}

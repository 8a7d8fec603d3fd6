package id.simpul.health.bulk;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read. By default the first line that is not a resource ends the reading. Immutable.
 */
public final class NdjsonOptions {
  /** Default for the longest line, in bytes: 8 MiB. */
  public static final int DEFAULT_MAX_LINE_BYTES = 8 * 1024 * 1024;

  /** Default for the most lines, blank ones too: a hundred million. */
  public static final long DEFAULT_MAX_LINES = 100_000_000;

  /** Default for the largest file, in bytes after decompression: 64 GiB. */
  public static final long DEFAULT_MAX_BYTES = 64L << 30;

  private final String source;
  private final int maxLineBytes;
  private final long maxLines;
  private final long maxBytes;
  private final boolean gzip;
  private final @Nullable Consumer<LineError> skipped;

  private NdjsonOptions(
      String source,
      int maxLineBytes,
      long maxLines,
      long maxBytes,
      boolean gzip,
      @Nullable Consumer<LineError> skipped) {
    if (maxLineBytes < 1 || maxLines < 1 || maxBytes < 1) {
      throw new IllegalArgumentException("Limits must be positive");
    }
    this.source = Objects.requireNonNull(source, "source");
    this.maxLineBytes = maxLineBytes;
    this.maxLines = maxLines;
    this.maxBytes = maxBytes;
    this.gzip = gzip;
    this.skipped = skipped;
  }

  /**
   * The defaults.
   *
   * @param source what to call the file in errors: its name or URL without personal values
   * @return the options
   */
  public static NdjsonOptions of(String source) {
    return new NdjsonOptions(
        source, DEFAULT_MAX_LINE_BYTES, DEFAULT_MAX_LINES, DEFAULT_MAX_BYTES, false, null);
  }

  /**
   * These options with another longest line.
   *
   * @param bytes the bytes of a line without its end, positive
   * @return a copy
   */
  public NdjsonOptions withMaxLineBytes(int bytes) {
    return new NdjsonOptions(source, bytes, maxLines, maxBytes, gzip, skipped);
  }

  /**
   * These options with other numbers of lines and bytes.
   *
   * @param lines the most lines, blank ones too, positive
   * @param bytes the most bytes after decompression, positive
   * @return a copy
   */
  public NdjsonOptions withMaxSize(long lines, long bytes) {
    return new NdjsonOptions(source, maxLineBytes, lines, bytes, gzip, skipped);
  }

  /**
   * These options for a file that is compressed (RFC 1952). One that breaks off is an error,
   * wherever it does.
   *
   * @return a copy
   */
  public NdjsonOptions gzipped() {
    return new NdjsonOptions(source, maxLineBytes, maxLines, maxBytes, true, skipped);
  }

  /**
   * These options, but a line that is not a resource is told of and left out. What is wrong with
   * the file itself, a limit or the compression, ends the reading all the same.
   *
   * @param each takes each such line, on the thread that reads
   * @return a copy
   */
  public NdjsonOptions skipping(Consumer<LineError> each) {
    return new NdjsonOptions(
        source, maxLineBytes, maxLines, maxBytes, gzip, Objects.requireNonNull(each, "each"));
  }

  /** {@return what the file is called in errors} */
  public String source() {
    return source;
  }

  /** {@return the longest line, in bytes} */
  public int maxLineBytes() {
    return maxLineBytes;
  }

  /** {@return the most lines} */
  public long maxLines() {
    return maxLines;
  }

  /** {@return the most bytes after decompression} */
  public long maxBytes() {
    return maxBytes;
  }

  /** {@return whether the file is compressed} */
  public boolean gzip() {
    return gzip;
  }

  /** {@return who is told of lines that are left out, or empty when the first ends the reading} */
  public Optional<Consumer<LineError>> skipped() {
    return Optional.ofNullable(skipped);
  }
}

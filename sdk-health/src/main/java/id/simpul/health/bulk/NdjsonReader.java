package id.simpul.health.bulk;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.Limits;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import id.simpul.health.internal.bulk.GzipStream;
import id.simpul.health.internal.bulk.LineSource;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * Reads resources, one a line, UTF-8. Blank lines are passed over, the last line needs no end, and
 * a byte order mark may stand at the start of the file and nowhere else. Not thread-safe.
 */
public final class NdjsonReader implements Closeable {
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final NdjsonOptions options;
  private final Limits limits;
  private final LineSource lines;

  private NdjsonReader(LineSource lines, NdjsonOptions options) {
    this.lines = lines;
    this.options = options;
    int bytes = options.maxLineBytes();
    this.limits =
        new Limits(
            bytes,
            FhirJson.MAX_DEPTH,
            bytes,
            Limits.DEFAULT_MAX_NAME_LENGTH,
            Limits.DEFAULT_MAX_NUMBER_LENGTH,
            FhirJson.MAX_VALUES);
  }

  /**
   * Opens a file. Nothing is read before {@link #next}.
   *
   * @param in its bytes; closed with the reader
   * @param options how to read it
   * @return the reader
   */
  public static NdjsonReader open(InputStream in, NdjsonOptions options) {
    Objects.requireNonNull(in, "in");
    InputStream plain = options.gzip() ? new GzipStream(in) : in;
    return new NdjsonReader(new LineSource(plain, options.maxLineBytes()), options);
  }

  /**
   * The next resource.
   *
   * @return the resource, whose {@link Resource#problems} say what is wrong with it; empty at the
   *     end of the file
   * @throws FormatException when a line is not a resource and none may be skipped, when the file
   *     passes a limit, or when its compression is broken or breaks off
   * @throws IOException when the stream fails
   */
  public Optional<Resource> next() throws IOException {
    while (lines.next()) {
      if (lines.number() > options.maxLines()) {
        throw error("the file has more than " + options.maxLines() + " lines").toException();
      }
      if (lines.consumed() > options.maxBytes()) {
        throw error("the file has more than " + options.maxBytes() + " bytes").toException();
      }
      if (lines.isBlank()) {
        continue;
      }
      try {
        return Optional.of(resource());
      } catch (FormatException e) {
        refuse(e);
      }
    }
    return Optional.empty();
  }

  private Resource resource() throws FormatException {
    if (lines.isTooLong()) {
      throw new FormatException("line", "longer than " + options.maxLineBytes() + " bytes");
    }
    return FhirJson.of(Json.read(withoutMark(lines.bytes()), limits));
  }

  private byte[] withoutMark(byte[] line) throws FormatException {
    boolean marked =
        line.length >= MARK.length
            && line[0] == MARK[0]
            && line[1] == MARK[1]
            && line[2] == MARK[2];
    if (!marked) {
      return line;
    }
    if (lines.number() > 1) {
      throw new FormatException("line", "begins with a byte order mark");
    }
    return Arrays.copyOfRange(line, MARK.length, line.length);
  }

  private void refuse(FormatException cause) throws FormatException {
    LineError error = error(cause.where() + ": " + cause.reason());
    options.skipped().orElseThrow(error::toException).accept(error);
  }

  private LineError error(String reason) {
    return new LineError(options.source(), lines.number(), lines.offset(), reason);
  }

  /**
   * Which line the last resource stood on.
   *
   * @return the line, from 1; 0 before the first
   */
  public long line() {
    return lines.number();
  }

  /**
   * Where the line of the last resource begins.
   *
   * @return the byte, from 0, after decompression
   */
  public long offset() {
    return lines.offset();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}

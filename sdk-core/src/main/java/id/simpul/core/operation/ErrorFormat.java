package id.simpul.core.operation;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** How an {@link ErrorReport} looks as bytes. Immutable and thread-safe. */
public interface ErrorFormat {
  /**
   * The media type written in {@code Content-Type}.
   *
   * @return the media type
   */
  MediaType mediaType();

  /**
   * The URL suffix under which this format is used.
   *
   * @return the suffix of the matching {@link Format}, or empty for any
   */
  Optional<String> suffix();

  /**
   * The JSON Schema documents of this format keep.
   *
   * @return the schema, or empty for XML
   */
  Optional<SchemaId> schema();

  /**
   * Writes a report.
   *
   * @param report the report
   * @param out where to; not closed
   * @throws IOException when the stream fails
   */
  void write(ErrorReport report, OutputStream out) throws IOException;

  /**
   * Reads a report.
   *
   * @param status the HTTP status it came with
   * @param in its bytes; not closed
   * @param limits how much to take
   * @return the report
   * @throws FormatException when the bytes are not of this format
   * @throws IOException when the stream fails
   */
  ErrorReport read(int status, InputStream in, Limits limits) throws IOException;
}

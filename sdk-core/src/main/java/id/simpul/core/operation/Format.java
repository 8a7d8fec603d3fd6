package id.simpul.core.operation;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * How a value looks as bytes; the only place where the two meet. Immutable and thread-safe.
 *
 * @param <T> the value
 */
public interface Format<T> {
  /**
   * The media type written in {@code Content-Type}.
   *
   * @return the media type
   */
  MediaType mediaType();

  /**
   * The URL suffix that chooses this format, for example {@code xml}.
   *
   * @return the suffix without its dot, or empty when the URL does not choose
   */
  Optional<String> suffix();

  /**
   * The JSON Schema documents of this format keep.
   *
   * @return the schema, or empty for XML and whatever is not JSON
   */
  Optional<SchemaId> schema();

  /**
   * Whether an answer is of this format only if its {@code Content-Type} says so. Many servers get
   * that field wrong, so a format whose reader would notice another one need not insist; one that a
   * standard ties to its media type does.
   *
   * @return false unless overridden
   */
  default boolean mediaTypeRequired() {
    return false;
  }

  /**
   * Writes a value.
   *
   * @param value the value
   * @param out where to; not closed
   * @throws IOException when the stream fails
   */
  void write(T value, OutputStream out) throws IOException;

  /**
   * Reads a value.
   *
   * @param in its bytes; not closed
   * @param limits how much to take
   * @return the value
   * @throws FormatException when the bytes are not a value of this format; says where
   * @throws IOException when the stream fails
   */
  T read(InputStream in, Limits limits) throws IOException;
}

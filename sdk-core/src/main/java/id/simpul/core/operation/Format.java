package id.simpul.core.operation;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
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
   * The content codings (RFC 9110, section 8.4.1) its reader undoes itself, in lower case. They are
   * asked for, and an answer that has another is refused.
   *
   * @return none unless overridden
   */
  default List<String> codings() {
    return List.of();
  }

  /**
   * How long an answer of this format may be. One that is read as a stream may be longer than what
   * fits in memory.
   *
   * @param limits the limits of the call
   * @return the most bytes; those of the limits unless overridden
   */
  default long maxBytes(Limits limits) {
    return limits.maxBytes();
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

  /**
   * Reads the value of an answer whose status and fields say how to read it.
   *
   * @param head what stands before the bytes
   * @param in its bytes; not closed
   * @param limits how much to take
   * @return the value; what {@link #read(InputStream, Limits)} gives unless overridden
   * @throws FormatException when the bytes are not a value of this format; says where
   * @throws IOException when the stream fails
   */
  default T read(AnswerHead head, InputStream in, Limits limits) throws IOException {
    return read(in, limits);
  }
}

package id.simpul.core.format;

import id.simpul.core.internal.json.JsonReader;
import id.simpul.core.internal.json.JsonWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * Reads and writes JSON, UTF-8 only. Strict beyond RFC 8259 where that text leaves room: duplicate
 * member names are refused at every level (I-JSON, RFC 7493 section 2.3), so are invalid UTF-8,
 * lone surrogates, anything after the value, and whatever passes a limit. Thread-safe.
 */
public final class Json {
  private Json() {}

  /**
   * Reads one document.
   *
   * @param in its bytes; read to the end, not closed
   * @param limits how much to take
   * @return the value
   * @throws FormatException when the document is not JSON or passes a limit; names line and column
   * @throws IOException when the stream fails
   */
  public static JsonValue read(InputStream in, Limits limits) throws IOException {
    return JsonReader.read(new BoundedInputStream(in, limits.maxBytes()).readAllBytes(), limits);
  }

  /**
   * Reads one document held in memory.
   *
   * @param bytes its bytes
   * @param limits how much to take
   * @return the value
   * @throws FormatException when the document is not JSON or passes a limit; names line and column
   */
  public static JsonValue read(byte[] bytes, Limits limits) throws FormatException {
    BoundedInputStream.check(bytes.length, limits.maxBytes());
    return JsonReader.read(bytes, limits);
  }

  /**
   * Writes one value, without white space.
   *
   * @param value the value
   * @param out where to; flushed, not closed
   * @throws IOException when the stream fails
   */
  public static void write(JsonValue value, OutputStream out) throws IOException {
    JsonWriter.write(value, out, false);
  }

  /**
   * Writes one value for people: two spaces of indent, a line a member.
   *
   * @param value the value
   * @param out where to; flushed, not closed
   * @throws IOException when the stream fails
   */
  public static void writeIndented(JsonValue value, OutputStream out) throws IOException {
    JsonWriter.write(value, out, true);
  }

  /**
   * One value as UTF-8 bytes, without white space.
   *
   * @param value the value
   * @return its bytes
   */
  public static byte[] toBytes(JsonValue value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException("A byte array does not fail", e);
    }
    return out.toByteArray();
  }
}

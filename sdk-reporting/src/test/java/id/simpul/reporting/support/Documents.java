package id.simpul.reporting.support;

import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads and writes documents of operations in memory. */
public final class Documents {
  private Documents() {}

  /** The format an operation's URL chooses. */
  public static <O> Format<O> format(Operation<?, O> operation, String suffix) {
    return operation.outputFor(suffix).orElseThrow();
  }

  /** A value as text. */
  public static <T> String write(Format<T> format, T value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      format.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A value from text. */
  public static <T> T read(Format<T> format, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return format.read(new ByteArrayInputStream(bytes), Limits.DEFAULT);
  }

  /** A JSON document of an operation, written with single quotes. */
  public static <O> O readJson(Operation<?, O> operation, String quoted) throws IOException {
    return read(format(operation, "json"), quoted.replace('\'', '"'));
  }

  /** An XML document of an operation. */
  public static <O> O readXml(Operation<?, O> operation, String text) throws IOException {
    return read(format(operation, "xml"), text);
  }
}

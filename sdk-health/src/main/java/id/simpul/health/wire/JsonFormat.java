package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value as JSON. SATUSEHAT answers with {@code application/json} or {@code application/fhir+json}
 * as it pleases, so neither is insisted upon when it is read.
 *
 * @param reader makes the value
 * @param writer writes it
 * @param mediaType the type it is written under
 * @param <T> the value
 */
record JsonFormat<T>(Reader<T> reader, Function<T, JsonValue> writer, MediaType mediaType)
    implements Format<T> {

  JsonFormat(Reader<T> reader, Function<T, JsonValue> writer) {
    this(reader, writer, MediaType.JSON);
  }

  /** The same under another type. */
  JsonFormat<T> as(MediaType type) {
    return new JsonFormat<>(reader, writer, type);
  }

  /** Makes a value from JSON. */
  @FunctionalInterface
  interface Reader<T> {
    T read(JsonValue json) throws FormatException;
  }

  @Override
  public Optional<String> suffix() {
    return Optional.empty();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public void write(T value, OutputStream out) throws IOException {
    Json.write(writer.apply(value), out);
  }

  @Override
  public T read(InputStream in, Limits limits) throws IOException {
    return reader.read(Json.read(in, limits));
  }
}

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
 * as it pleases, so neither is insisted upon.
 *
 * @param reader makes the value
 * @param writer writes it
 * @param <T> the value
 */
record JsonFormat<T>(Reader<T> reader, Function<T, JsonValue> writer) implements Format<T> {

  /** Makes a value from JSON. */
  @FunctionalInterface
  interface Reader<T> {
    T read(JsonValue json) throws FormatException;
  }

  @Override
  public MediaType mediaType() {
    return MediaType.JSON;
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

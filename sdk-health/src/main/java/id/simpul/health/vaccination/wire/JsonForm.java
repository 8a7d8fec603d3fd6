package id.simpul.health.vaccination.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
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
 * A JSON object that stands for a value. Members nobody described are ignored.
 *
 * @param name of its schema
 * @param writer takes a value apart
 * @param reader puts a value together
 * @param <T> the value
 */
record JsonForm<T>(SchemaId name, Function<T, JsonObject> writer, Reader<T> reader)
    implements Format<T> {
  /** Puts a value together. */
  @FunctionalInterface
  interface Reader<T> {
    T read(JsonFields fields) throws FormatException;
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
    return Optional.of(name);
  }

  @Override
  public void write(T value, OutputStream out) throws IOException {
    Json.write(writer.apply(value), out);
  }

  @Override
  public T read(InputStream in, Limits limits) throws IOException {
    JsonFields fields = JsonFields.of(Json.read(in, limits));
    fields.requireSound();
    T value = reader.read(fields);
    fields.requireSound();
    return value;
  }
}

package id.simpul.health.vaccination.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A JSON object with variables of the path.
 *
 * @param name of the schema the object keeps
 * @param parameters the variables
 * @param path takes the variables of a value out
 * @param body takes the rest of it apart
 * @param reader puts it together; what it notes in the fields counts, and its value only when it
 *     noted nothing
 * @param <I> the value
 */
record JsonInput<I>(
    SchemaId name,
    List<Parameter> parameters,
    Function<I, Map<String, String>> path,
    Function<I, JsonObject> body,
    Reader<I> reader)
    implements Input<I> {
  private static final int MAX_BYTES = 1024 * 1024;
  private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(MAX_BYTES);

  /** Puts a value together. */
  @FunctionalInterface
  interface Reader<I> {
    Supplier<I> read(Map<String, String> path, JsonFields body);
  }

  @Override
  public List<MediaType> bodies() {
    return List.of(MediaType.JSON);
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.of(name);
  }

  @Override
  public RequestParts write(I value) {
    return new RequestParts(
        path.apply(value),
        Params.EMPTY,
        Headers.EMPTY,
        new Body.Document(MediaType.JSON, Json.toBytes(body.apply(value))));
  }

  @Override
  public Reading<I> read(RequestParts parts) {
    if (!(parts.body() instanceof Body.Document document)) {
      return invalid(Violation.REQUIRED, "/", "a JSON object is required");
    }
    try {
      JsonFields fields = JsonFields.of(Json.read(document.bytes(), LIMITS));
      Supplier<I> value = reader.read(parts.path(), fields);
      return fields.violations().isEmpty()
          ? new Reading.Valid<>(value.get())
          : new Reading.Invalid<>(fields.violations());
    } catch (FormatException e) {
      return invalid(Violation.MALFORMED, e.where(), e.reason());
    }
  }

  private static <I> Reading<I> invalid(String code, String where, String message) {
    return new Reading.Invalid<>(List.of(new Violation(code, where, message)));
  }
}

package id.simpul.health.wire;

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
import org.jspecify.annotations.Nullable;

/**
 * A request that is one JSON object and nothing else.
 *
 * @param name of the schema it keeps to, null when it has none
 * @param limits what is read of it at most
 * @param writer takes a value apart
 * @param reader puts it together, or says all that is wrong with it
 * @param <T> the value
 */
record ObjectInput<T>(
    @Nullable SchemaId name,
    Limits limits,
    Function<T, JsonObject> writer,
    Function<JsonObject, Reading<T>> reader)
    implements Input<T> {
  @Override
  public List<Parameter> parameters() {
    return List.of();
  }

  @Override
  public List<MediaType> bodies() {
    return List.of(MediaType.JSON);
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.ofNullable(name);
  }

  @Override
  public RequestParts write(T value) {
    return new RequestParts(
        Map.of(),
        Params.EMPTY,
        Headers.EMPTY,
        new Body.Document(MediaType.JSON, Json.toBytes(writer.apply(value))));
  }

  @Override
  public Reading<T> read(RequestParts parts) {
    try {
      if (parts.body() instanceof Body.Document document
          && Json.read(document.bytes(), limits) instanceof JsonObject body) {
        return reader.apply(body);
      }
    } catch (FormatException e) {
      return invalid(new Violation(Violation.MALFORMED, e.where(), e.reason()));
    }
    return invalid(new Violation(Violation.TYPE, "/", "must be a JSON object"));
  }

  /** A reading of which one thing is wrong. */
  static <T> Reading<T> invalid(Violation wrong) {
    return new Reading.Invalid<>(List.of(wrong));
  }
}

package id.simpul.identity.wire;

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
import id.simpul.identity.internal.issuance.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A JSON object with variables of the path.
 *
 * @param name of the schema the object keeps
 * @param parameters the variables
 * @param path takes the variables of a value out
 * @param body takes the rest of it apart
 * @param reader puts it together
 * @param <I> the value
 */
record JsonInput<I>(
    SchemaId name,
    List<Parameter> parameters,
    Function<I, Map<String, String>> path,
    Function<I, JsonObject> body,
    Reader<I> reader)
    implements Input<I> {
  private static final int MAX_BYTES = 64 * 1024;
  private static final int MAX_DEPTH = 8;
  private static final int MAX_NODES = 1024;
  private static final int MAX_NAME_LENGTH = 128;
  private static final int MAX_NUMBER_LENGTH = 16;
  private static final Limits LIMITS =
      new Limits(
          MAX_BYTES, MAX_DEPTH, Members.MAX_LENGTH, MAX_NAME_LENGTH, MAX_NUMBER_LENGTH, MAX_NODES);

  /** Puts a value together. */
  @FunctionalInterface
  interface Reader<I> {
    I read(Map<String, String> path, Members body) throws FormatException;
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
    byte[] json = parts.body() instanceof Body.Document d ? d.bytes() : new byte[0];
    try {
      return new Reading.Valid<>(reader.read(parts.path(), Members.of(Json.read(json, LIMITS))));
    } catch (FormatException e) {
      return invalid(e.where(), e.reason());
    } catch (IllegalArgumentException e) {
      return invalid("body", "what it says cannot be");
    }
  }

  private static <I> Reading<I> invalid(String where, String reason) {
    return new Reading.Invalid<>(List.of(new Violation(Violation.MALFORMED, where, reason)));
  }
}

package id.simpul.benchmarks.client;

import id.simpul.benchmarks.sample.SampleAnswers;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An operation that takes a JSON document and gives one: a GeoReport report, both ways. */
final class DocumentExchange {
  /** The schema both documents keep. */
  static final SchemaId SCHEMA = new SchemaId("benchmarks/document");

  /** The operation. */
  static final Operation<JsonObject, JsonObject> OPERATION =
      Operation.<JsonObject, JsonObject>builder(
              "benchmarks.documents.exchange", Method.POST, "/documents")
          .summary("Takes a document and gives one.")
          .effect(Effect.IDEMPOTENT)
          .output(new DocumentFormat())
          .errors(List.of(ProblemDetails.FORMAT))
          .input(new DocumentInput());

  private DocumentExchange() {}

  /** The document. */
  static JsonObject value() {
    try {
      JsonArray reports = (JsonArray) Json.read(SampleAnswers.report(), Limits.DEFAULT);
      return (JsonObject) reports.items().get(0);
    } catch (FormatException e) {
      throw new IllegalStateException("What was written can be read", e);
    }
  }

  /** Its bytes. */
  static byte[] sample() {
    return Json.toBytes(value());
  }

  private static final class DocumentInput implements Input<JsonObject> {
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
      return Optional.of(SCHEMA);
    }

    @Override
    public RequestParts write(JsonObject value) {
      Body body = new Body.Document(MediaType.JSON, Json.toBytes(value));
      return new RequestParts(Map.of(), Params.EMPTY, Headers.EMPTY, body);
    }

    @Override
    public Reading<JsonObject> read(RequestParts parts) {
      return new Reading.Invalid<>(
          List.of(new Violation(Violation.UNSUPPORTED, "body", "no node takes this operation")));
    }
  }

  private static final class DocumentFormat implements Format<JsonObject> {
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
      return Optional.of(SCHEMA);
    }

    @Override
    public void write(JsonObject value, OutputStream out) throws IOException {
      Json.write(value, out);
    }

    @Override
    public JsonObject read(InputStream in, Limits limits) throws IOException {
      if (Json.read(in, limits) instanceof JsonObject object) {
        return object;
      }
      throw new FormatException("line 1, column 1", "not an object");
    }
  }
}

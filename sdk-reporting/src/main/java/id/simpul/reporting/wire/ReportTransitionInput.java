package id.simpul.reporting.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Body;
import id.simpul.core.operation.FieldReader;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportTransition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The input of the officer's command: a JSON object of a status and a note. */
final class ReportTransitionInput implements Input<ReportTransition> {
  static final SchemaId SCHEMA = new SchemaId("simpul/v1/report-transition");

  private static final String ID = "service_request_id";
  private static final String STATUS = "status";
  private static final String NOTE = "note";
  private static final int MAX_BODY_BYTES = 64 * 1024;
  private static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(MAX_BODY_BYTES);
  // Stands in for a missing status while the rest is checked; never leaves this class.
  private static final DetailedStatus MISSING = DetailedStatus.SUBMITTED;
  private static final ReportId NOWHERE = new ReportId("missing");

  @Override
  public List<Parameter> parameters() {
    return List.of(
        Parameter.required(
            Parameter.In.PATH, ID, Parameter.Kind.TEXT, "The id of the report to move."));
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
  public RequestParts write(ReportTransition transition) {
    JsonObject json =
        JsonObject.builder()
            .put(STATUS, transition.status().code())
            .putIfPresent(NOTE, transition.note().orElse(null))
            .build();
    return new RequestParts(
        Map.of(ID, transition.reportId().value()),
        Params.EMPTY,
        Headers.EMPTY,
        new Body.Document(MediaType.JSON, Json.toBytes(json)));
  }

  @Override
  public Reading<ReportTransition> read(RequestParts parts) {
    FieldReader reader = new FieldReader(Params.EMPTY);
    Optional<ReportId> id = Queries.pathId(parts, ID, ReportId::parse, reader);
    JsonObject json = body(parts.body(), reader);
    String status = json == null ? null : text(json, STATUS, reader);
    String note = json == null ? null : text(json, NOTE, reader);
    if (json != null && isAbsent(json, STATUS)) {
      reader.reject(Violation.REQUIRED, "/" + STATUS, "a value is required");
    }
    ReportTransition.Builder transition =
        ReportTransition.builder(
                id.orElse(NOWHERE), status == null ? MISSING : new DetailedStatus(status))
            .note(note);
    transition.violations().forEach(v -> reader.reject(v.code(), v.where(), v.message()));
    return reader.finish(transition::build);
  }

  private static @Nullable JsonObject body(Body body, FieldReader reader) {
    if (!(body instanceof Body.Document document)) {
      reader.reject(Violation.REQUIRED, "/", "a JSON object is required");
      return null;
    }
    try {
      if (Json.read(document.bytes(), LIMITS) instanceof JsonObject json) {
        return json;
      }
      reader.reject(Violation.TYPE, "/", "must be a JSON object");
    } catch (FormatException e) {
      reader.reject(Violation.MALFORMED, e.where(), e.reason());
    }
    return null;
  }

  private static boolean isAbsent(JsonObject json, String name) {
    JsonValue value = json.members().get(name);
    return value == null
        || value.type().equals("null")
        || (value instanceof JsonString text && text.value().isBlank());
  }

  private static @Nullable String text(JsonObject json, String name, FieldReader reader) {
    if (isAbsent(json, name)) {
      return null;
    }
    if (json.members().get(name) instanceof JsonString text) {
      return text.value();
    }
    reader.reject(Violation.TYPE, "/" + name, "must be a string");
    return null;
  }
}

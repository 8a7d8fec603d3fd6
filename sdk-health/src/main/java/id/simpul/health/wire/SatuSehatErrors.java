package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.SchemaId;
import id.simpul.health.fhir.OperationOutcome;
import id.simpul.health.fhir.type.CodeableConcept;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The errors of SATUSEHAT in all their shapes: FHIR's OperationOutcome, the fault of its API
 * gateway, the details of KFA, the envelopes of master data and of the facility index, an OAuth
 * error, and plain text. The status is read by whoever asks; here is what the body adds.
 */
public enum SatuSehatErrors implements ErrorFormat {
  /** In JSON; written as an OperationOutcome. */
  JSON,
  /** In plain text, which may be JSON all the same. */
  PLAIN;

  /** The most characters of a plain text that are kept. */
  public static final int MAX_TEXT = 256;

  @Override
  public MediaType mediaType() {
    return this == JSON ? MediaType.JSON : new MediaType("text/plain", "utf-8");
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
  public void write(ErrorReport report, OutputStream out) throws IOException {
    OperationOutcome.Builder outcome = OperationOutcome.builder();
    for (Problem p : report.problems()) {
      boolean isWord = p.code().chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
      String code = isWord && !p.code().isEmpty() ? p.code() : "processing";
      outcome.addIssue(
          p.where().isEmpty()
              ? OperationOutcome.Issue.of("error", code, p.description())
              : OperationOutcome.Issue.error(code, p.description(), p.where()));
    }
    Json.write(outcome.build().json(), out);
  }

  @Override
  public ErrorReport read(int status, InputStream in, Limits limits) throws IOException {
    byte[] bytes = in.readNBytes(limits.maxBytes());
    if (this == PLAIN && !startsObject(bytes)) {
      String text = new String(bytes, StandardCharsets.UTF_8).strip();
      return text.isEmpty()
          ? new ErrorReport(status, List.of())
          : ErrorReport.of(status, text.substring(0, Math.min(text.length(), MAX_TEXT)));
    }
    if (Json.read(bytes, limits) instanceof JsonObject document) {
      return new ErrorReport(status, problems(status, document));
    }
    throw new FormatException("", "an error is an object");
  }

  private static boolean startsObject(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        return b == '{';
      }
    }
    return false;
  }

  private static List<Problem> problems(int status, JsonObject document) {
    JsonValue detail = document.members().get("detail");
    if ("OperationOutcome".equals(text(document, "resourceType"))) {
      return outcome(status, document);
    }
    if (document.members().get("fault") instanceof JsonObject fault) {
      return fault(status, fault);
    }
    if (detail instanceof JsonArray details) {
      return details(status, details);
    }
    String description = firstText(document, "message", "detail", "error_description", "error");
    return description == null
        ? List.of()
        : List.of(new Problem(code(status, document), description));
  }

  private static List<Problem> outcome(int status, JsonObject document) {
    List<Problem> problems = new ArrayList<>();
    for (OperationOutcome.Issue issue : OperationOutcome.TYPE.read(document).issue()) {
      String text =
          issue.details().flatMap(CodeableConcept::text).or(issue::diagnostics).orElse("");
      problems.add(
          new Problem(
              issue.code().orElse(Integer.toString(status)),
              text,
              String.join(", ", issue.expression())));
    }
    return problems;
  }

  private static List<Problem> fault(int status, JsonObject fault) {
    String code =
        fault.members().get("detail") instanceof JsonObject detail
            ? text(detail, "errorcode")
            : null;
    String description = text(fault, "faultstring");
    return List.of(
        new Problem(
            code == null ? Integer.toString(status) : code,
            description == null ? "" : description));
  }

  private static List<Problem> details(int status, JsonArray details) {
    List<Problem> problems = new ArrayList<>();
    for (JsonValue item : details.items()) {
      if (item instanceof JsonObject entry) {
        String type = text(entry, "type");
        String message = text(entry, "msg");
        problems.add(
            new Problem(
                type == null ? Integer.toString(status) : type,
                message == null ? "" : message,
                location(entry.members().get("loc"))));
      }
    }
    return problems;
  }

  private static String location(@Nullable JsonValue loc) {
    List<String> steps = new ArrayList<>();
    if (loc instanceof JsonArray path) {
      for (JsonValue step : path.items()) {
        if (step instanceof JsonString name) {
          steps.add(name.value());
        } else if (step instanceof JsonNumber index) {
          steps.add(index.lexeme());
        }
      }
    }
    return String.join(".", steps);
  }

  private static String code(int status, JsonObject document) {
    String word = text(document, "error_description") == null ? null : text(document, "error");
    return word == null ? Integer.toString(status) : word;
  }

  private static @Nullable String firstText(JsonObject document, String... names) {
    for (String name : names) {
      String text = text(document, name);
      if (text != null && !text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  private static @Nullable String text(JsonObject object, String name) {
    return object.members().get(name) instanceof JsonString string ? string.value() : null;
  }
}

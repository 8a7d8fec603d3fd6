package id.simpul.core.operation;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Problem details (RFC 9457), with an extension member {@code problems} that holds every complaint
 * as {@code code} and {@code description}. Writes what the schema asks for; reads whatever RFC 9457
 * allows: a problem without the extension becomes one complaint.
 */
public final class ProblemDetails implements ErrorFormat {
  /** The one instance there need be. */
  public static final ProblemDetails FORMAT = new ProblemDetails();

  private static final SchemaId SCHEMA = new SchemaId("problem/v1/problem");
  private static final String ABOUT_BLANK = "about:blank";

  private ProblemDetails() {}

  @Override
  public MediaType mediaType() {
    return MediaType.PROBLEM_JSON;
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
  public void write(ErrorReport report, OutputStream out) throws IOException {
    List<JsonValue> problems = new ArrayList<>();
    for (Problem problem : report.problems()) {
      problems.add(
          JsonObject.builder()
              .put("code", problem.code())
              .put("description", problem.description())
              .build());
    }
    JsonObject.Builder document =
        JsonObject.builder()
            .put("type", ABOUT_BLANK)
            .put("title", title(report.status()))
            .put("status", JsonNumber.of(report.status()));
    if (!report.problems().isEmpty()) {
      document.put("detail", report.problems().get(0).description());
    }
    Json.write(document.put("problems", new JsonArray(problems)).build(), out);
  }

  @Override
  public ErrorReport read(int status, InputStream in, Limits limits) throws IOException {
    if (!(Json.read(in, limits) instanceof JsonObject document)) {
      throw new FormatException("", "problem details are a JSON object");
    }
    List<Problem> problems = new ArrayList<>();
    if (document.members().get("problems") instanceof JsonArray entries) {
      for (JsonValue entry : entries.items()) {
        if (entry instanceof JsonObject problem) {
          addProblem(status, problem, problems);
        }
      }
    }
    if (problems.isEmpty()) {
      addWhole(status, document, problems);
    }
    // The status line is what the exchange was; the member only repeats it (section 3.1.2).
    return new ErrorReport(status, problems);
  }

  private static void addProblem(int status, JsonObject problem, List<Problem> problems) {
    String description = text(problem, "description");
    if (description != null) {
      String code = text(problem, "code");
      problems.add(new Problem(code == null ? Integer.toString(status) : code, description));
    }
  }

  private static void addWhole(int status, JsonObject document, List<Problem> problems) {
    String detail = text(document, "detail");
    String description = detail == null ? text(document, "title") : detail;
    if (description != null) {
      String type = text(document, "type");
      if (type == null || type.isEmpty() || type.equals(ABOUT_BLANK)) {
        type = Integer.toString(status);
      }
      problems.add(new Problem(type, description));
    }
  }

  /** A member of another type counts as absent (section 3.1). */
  private static @Nullable String text(JsonObject object, String name) {
    return object.members().get(name) instanceof JsonString string ? string.value() : null;
  }

  /** The phrase of the status (RFC 9110, section 15), as {@code about:blank} asks. */
  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 411 -> "Length Required";
      case 413 -> "Content Too Large";
      case 414 -> "URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> "Status " + status;
    };
  }
}

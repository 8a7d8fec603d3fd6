package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.SchemaId;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.OperationOutcome;
import id.simpul.health.fhir.OtherResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Errors as an OperationOutcome (FHIR R4, section 2.28): an issue for each problem, with the
 * standard's code of its kind, and where a FHIRPath names the element, that as {@code expression}.
 */
public enum FhirErrors implements ErrorFormat {
  /** In JSON. */
  JSON;

  // Value set issue-type of FHIR R4.
  private static final Set<String> ISSUE_TYPES =
      Set.of(
          "invalid",
          "structure",
          "required",
          "value",
          "invariant",
          "security",
          "login",
          "unknown",
          "expired",
          "forbidden",
          "suppressed",
          "processing",
          "not-supported",
          "duplicate",
          "multiple-matches",
          "not-found",
          "deleted",
          "too-long",
          "code-invalid",
          "extension",
          "too-costly",
          "business-rule",
          "conflict",
          "transient",
          "lock-error",
          "no-store",
          "exception",
          "timeout",
          "incomplete",
          "throttled",
          "informational");

  // Other places are names of parameters and JSON pointers, which the text says.
  private static final Pattern FHIR_PATH =
      Pattern.compile("[A-Z][A-Za-z]+(?:\\.[A-Za-z_]\\w*(?:\\[\\d+])?)*");

  @Override
  public MediaType mediaType() {
    return ResourceInputs.FHIR_JSON;
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
    List<Problem> problems = report.problems();
    if (problems.isEmpty()) {
      problems = ErrorReport.of(report.status(), "no reason is given").problems();
    }
    for (Problem p : problems) {
      String code = issueType(report.status(), p.code());
      // FHIRPath names a choice without its mark.
      String where = p.where().replace("[x]", "");
      boolean named = where.isEmpty() || isElement(where);
      String text = named ? p.description() : where + ": " + p.description();
      outcome.addIssue(
          named && !where.isEmpty()
              ? OperationOutcome.Issue.error(code, text, where)
              : OperationOutcome.Issue.of("error", code, text));
    }
    Json.write(outcome.build().json(), out);
  }

  @Override
  public ErrorReport read(int status, InputStream in, Limits limits) throws IOException {
    return SatuSehatErrors.JSON.read(status, in, limits);
  }

  // A word alone may be the name of a header field as well, so it has to be a kind of resource.
  private static boolean isElement(String where) {
    return FHIR_PATH.matcher(where).matches() && (where.indexOf('.') >= 0 || isKind(where));
  }

  private static boolean isKind(String word) {
    try {
      return !(FhirJson.of(JsonObject.builder().put("resourceType", word).build())
          instanceof OtherResource);
    } catch (FormatException e) {
      return false;
    }
  }

  // What our rules are in FHIR's words. A rule with another name is an invariant of the standard,
  // such as per-1.
  private static String issueType(int status, String code) {
    if (ISSUE_TYPES.contains(code)) {
      return code;
    }
    return switch (code) {
      case Violation.TYPE, Violation.RANGE -> "value";
      case Violation.LENGTH -> "too-long";
      case Violation.CHOICE -> "code-invalid";
      case Violation.MALFORMED -> "structure";
      case Violation.UNSUPPORTED -> "not-supported";
      case Violation.UNAUTHORIZED -> "login";
      case Violation.BUSY -> "throttled";
      default -> code.equals(Integer.toString(status)) ? ofStatus(status) : "invariant";
    };
  }

  private static String ofStatus(int status) {
    return switch (status) {
      case 400 -> "invalid";
      case 401 -> "login";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 405, 406, 415 -> "not-supported";
      case 408 -> "timeout";
      case 409, 412 -> "conflict";
      case 410 -> "deleted";
      case 413, 414, 431 -> "too-long";
      case 429 -> "throttled";
      case 503 -> "transient";
      default -> status >= 500 ? "exception" : "processing";
    };
  }
}

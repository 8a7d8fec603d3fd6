package id.simpul.reporting.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.format.Xml;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.ErrorReport;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.Problem;
import id.simpul.core.operation.SchemaId;
import id.simpul.reporting.internal.Document;
import id.simpul.reporting.internal.DocumentFormats;
import id.simpul.reporting.internal.Field;
import id.simpul.reporting.internal.ListType;
import id.simpul.reporting.internal.Scalars;
import id.simpul.reporting.internal.Shape;
import id.simpul.reporting.internal.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * The error documents of GeoReport v2, section Errors: a list, even of one, of codes and
 * descriptions. Codes of digits are numbers in JSON. An entry without a code is read with the HTTP
 * status as its code.
 */
public enum GeoReportErrors implements ErrorFormat {
  /** In JSON: an array of objects. */
  JSON,
  /** In XML: {@code errors} of {@code error}. */
  XML;

  /** The schema of {@link #JSON}. */
  public static final SchemaId SCHEMA = new SchemaId("georeport/v2/errors");

  private static final int MAX_NUMERIC_CODE_LENGTH = 9;

  private static final Field<Problem, String> CODE =
      Field.of("code", Scalars.WORD.literal(GeoReportErrors::code), Problem::code);
  private static final Field<Problem, String> DESCRIPTION =
      Field.of("description", Scalars.TEXT, Problem::description);
  private static final Document<List<Problem>> DOCUMENT =
      new Document<>(
          "errors",
          ListType.of(
              "error",
              new Shape<>(
                  List.of(CODE, DESCRIPTION), GeoReportErrors::problem, p -> JsonObject.EMPTY)));

  private static Problem problem(Values<Problem> v) throws FormatException {
    if (v.get(CODE) == null && v.get(DESCRIPTION) == null) {
      throw v.at().fail("a code or a description is required");
    }
    return new Problem(v.getOr(CODE, ""), v.getOr(DESCRIPTION, ""));
  }

  private static JsonValue code(String code) {
    return isNumber(code) ? new JsonNumber(code) : new JsonString(code);
  }

  private static boolean isNumber(String code) {
    if (code.isEmpty() || code.length() > MAX_NUMERIC_CODE_LENGTH || code.startsWith("0")) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      if (code.charAt(i) < '0' || code.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public MediaType mediaType() {
    return this == JSON ? MediaType.JSON : MediaType.TEXT_XML;
  }

  @Override
  public Optional<String> suffix() {
    return Optional.of(this == JSON ? DocumentFormats.JSON_SUFFIX : DocumentFormats.XML_SUFFIX);
  }

  @Override
  public Optional<SchemaId> schema() {
    return this == JSON ? Optional.of(SCHEMA) : Optional.empty();
  }

  @Override
  public void write(ErrorReport report, OutputStream out) throws IOException {
    if (this == JSON) {
      Json.write(DOCUMENT.toJson(report.problems()), out);
    } else {
      Xml.write(DOCUMENT.toXml(report.problems()), out);
    }
  }

  @Override
  public ErrorReport read(int status, InputStream in, Limits limits) throws IOException {
    List<Problem> problems =
        this == JSON
            ? DOCUMENT.fromJson(Json.read(in, limits))
            : DOCUMENT.fromXml(Xml.read(in, limits));
    String fallback = Integer.toString(status);
    return new ErrorReport(
        status,
        problems.stream()
            .map(p -> p.code().isEmpty() ? new Problem(fallback, p.description()) : p)
            .toList());
  }
}

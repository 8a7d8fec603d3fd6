package id.simpul.reporting.wire;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.ErrorFormat;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.SchemaId;
import id.simpul.reporting.Discovery;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportToken;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import id.simpul.reporting.ServiceQuery;
import id.simpul.reporting.SubmissionReceipt;
import id.simpul.reporting.TokenAnswer;
import id.simpul.reporting.internal.Document;
import id.simpul.reporting.internal.DocumentFormats;
import java.util.List;

/**
 * The operations of Open311 GeoReport v2, each in JSON (the default) and XML. The standard's text
 * contradicts itself in places; what Simpul does there:
 *
 * <ul>
 *   <li>ids are strings, in JSON too; numbers are read all the same;
 *   <li>{@code true} and {@code false} are booleans in JSON; strings are read all the same;
 *   <li>times have whole seconds and an offset; a fraction is read and dropped;
 *   <li>the attributes of a definition are wrapped; bare ones are read all the same;
 *   <li>an absent value, {@code null}, and an empty element or text are one thing, and are left
 *       out;
 *   <li>one report, a receipt, a token's answer and errors are lists, even of one.
 * </ul>
 */
public final class GeoReportV2 {
  private static final List<ErrorFormat> ERRORS =
      List.of(GeoReportErrors.JSON, GeoReportErrors.XML);

  private static final String BAD_INPUT = "A value cannot be used, or the jurisdiction is missing.";
  private static final String NO_JURISDICTION = "The jurisdiction does not exist.";
  private static final String BAD_KEY = "The API key is not known, or reading needs one.";

  /** GET Service Discovery. */
  public static final Operation<NoInput, Discovery> DISCOVERY =
      common(
              Operation.<NoInput, Discovery>builder(
                  "georeport.v2.discovery.get", Method.GET, "/discovery{.format}"),
              DiscoveryShapes.DISCOVERY,
              "discovery")
          .summary("Tells where and in which formats the node can be reached.")
          .fails(400, "The query cannot be read.")
          .fails(403, "The API key is not known.")
          .input(NoInput.NONE);

  /** GET Service List. */
  public static final Operation<Scoped<ServiceQuery>, List<Service>> LIST_SERVICES =
      common(
              Operation.<Scoped<ServiceQuery>, List<Service>>builder(
                  "georeport.v2.services.list", Method.GET, "/services{.format}"),
              ServiceShapes.SERVICES,
              "services")
          .summary("Lists the kinds of report the node takes.")
          .fails(400, BAD_INPUT)
          .fails(403, BAD_KEY)
          .fails(404, NO_JURISDICTION)
          .input(scoped(new ServiceQueryInput()));

  /** GET Service Definition. */
  public static final Operation<Scoped<ServiceCode>, ServiceDefinition> GET_SERVICE_DEFINITION =
      common(
              Operation.<Scoped<ServiceCode>, ServiceDefinition>builder(
                  "georeport.v2.services.get", Method.GET, "/services/{service_code}{.format}"),
              ServiceShapes.DEFINITION,
              "service-definition")
          .summary("Gives the questions a service asks.")
          .fails(400, BAD_INPUT)
          .fails(403, BAD_KEY)
          .fails(404, "The service or the jurisdiction does not exist.")
          .input(
              scoped(
                  new PathInput<>(
                      "service_code",
                      "The code of the service.",
                      ServiceCode::parse,
                      ServiceCode::value)));

  /** POST Service Request. */
  public static final Operation<Scoped<NewReport>, SubmissionReceipt> CREATE_REPORT =
      common(
              Operation.<Scoped<NewReport>, SubmissionReceipt>builder(
                  "georeport.v2.requests.create", Method.POST, "/requests{.format}"),
              ReceiptShapes.RECEIPT,
              "request-receipt")
          .summary("Files a report.")
          .effect(Effect.KEYED)
          .fails(400, "A value is missing or cannot be used; every one is named.")
          .fails(403, "The API key or the signature is missing or wrong.")
          .fails(404, "The service or the jurisdiction does not exist.")
          .fails(413, "The body is larger than the node takes.")
          .fails(415, "The body is neither urlencoded nor multipart.")
          .fails(422, "The idempotency key was used before with another content.")
          .input(scoped(new NewReportInput()));

  /** GET service_request_id from a token. */
  public static final Operation<Scoped<ReportToken>, TokenAnswer> GET_TOKEN =
      common(
              Operation.<Scoped<ReportToken>, TokenAnswer>builder(
                  "georeport.v2.tokens.get", Method.GET, "/tokens/{token}{.format}"),
              ReceiptShapes.TOKEN_ANSWER,
              "token")
          .summary("Gives the id of the report a token stands for, once there is one.")
          .fails(400, BAD_INPUT)
          .fails(403, BAD_KEY)
          .fails(404, "The token or the jurisdiction does not exist.")
          .input(
              scoped(
                  new PathInput<>("token", "The token.", ReportToken::parse, ReportToken::value)));

  /** GET Service Requests. */
  public static final Operation<Scoped<ReportQuery>, List<Report>> LIST_REPORTS =
      common(
              Operation.<Scoped<ReportQuery>, List<Report>>builder(
                  "georeport.v2.requests.list", Method.GET, "/requests{.format}"),
              ReportShapes.REPORTS,
              "requests")
          .summary("Lists reports, without those who filed them.")
          .fails(400, BAD_INPUT)
          .fails(403, BAD_KEY)
          .fails(404, NO_JURISDICTION)
          .input(scoped(new ReportQueryInput()));

  /** GET Service Request. */
  public static final Operation<Scoped<ReportLookup>, Report> GET_REPORT =
      common(
              Operation.<Scoped<ReportLookup>, Report>builder(
                  "georeport.v2.requests.get",
                  Method.GET,
                  "/requests/{service_request_id}{.format}"),
              ReportShapes.REPORT,
              "requests")
          .summary("Gives one report, without who filed it.")
          .fails(400, BAD_INPUT)
          .fails(403, BAD_KEY)
          .fails(404, "The report or the jurisdiction does not exist, or the report is private.")
          .input(scoped(new ReportLookupInput()));

  /** All of them, in the order of the standard. */
  public static final List<Operation<?, ?>> OPERATIONS =
      List.of(
          DISCOVERY,
          LIST_SERVICES,
          GET_SERVICE_DEFINITION,
          CREATE_REPORT,
          GET_TOKEN,
          LIST_REPORTS,
          GET_REPORT);

  private GeoReportV2() {}

  private static <I> Input<Scoped<I>> scoped(Input<I> input) {
    return new ScopedInput<>(input);
  }

  private static <I, O> Operation.Builder<I, O> common(
      Operation.Builder<I, O> operation, Document<O> document, String schema) {
    Format<O> json = DocumentFormats.json(document, new SchemaId("georeport/v2/" + schema));
    return operation
        .output(json)
        .output(DocumentFormats.xml(document))
        .errors(ERRORS)
        .fails(401, "The request claims a signature that does not hold.")
        .fails(406, "The node does not write the format asked for.")
        .fails(503, "The node is too busy or is stopping.");
  }
}

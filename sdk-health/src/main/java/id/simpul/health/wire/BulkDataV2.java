package id.simpul.health.wire;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Parameter;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
import id.simpul.core.operation.Violation;
import java.util.List;
import java.util.Map;

/**
 * The operations of a bulk export (Bulk Data Access 2.0, section 5). Only the first stands below
 * the server's base, or a Patient or Group there; the others are called at the URLs the server
 * names.
 */
public final class BulkDataV2 {
  private static final Input<Params> PARAMS =
      new PartsInput<>(
          List.of(),
          List.of(),
          params ->
              new RequestParts(
                  Map.of(), params, Headers.EMPTY.with("Prefer", "respond-async"), Body.NONE),
          parts -> new Reading.Valid<>(parts.query()));

  /** Asks for an export. Asked twice, the server works twice. */
  public static final Operation<Params, BulkAnswer> KICK_OFF =
      failing(
              Operation.<Params, BulkAnswer>builder(
                  "bulk.v2.exports.create", Method.GET, "/$export"))
          .summary("Asks for an export.")
          .effect(Effect.KEYED)
          .fails(400, "The request breaks a rule; all are listed.")
          .fails(422, "The key was used for another request.")
          .fails(429, "Too many exports at once.")
          .output(BulkAnswerFormat.KICK_OFF)
          .input(PARAMS);

  /** Asks how far an export has come. */
  public static final Operation<NoInput, BulkAnswer> STATUS =
      kept(Operation.<NoInput, BulkAnswer>builder("bulk.v2.exports.get", Method.GET, ""))
          .summary("Says how far an export has come, and what is ready.")
          .output(BulkAnswerFormat.FORMAT)
          .input(NoInput.NONE);

  /** Ends an export and lets the server forget its files. */
  public static final Operation<NoInput, BulkAnswer> CANCEL =
      kept(Operation.<NoInput, BulkAnswer>builder("bulk.v2.exports.delete", Method.DELETE, ""))
          .summary("Ends an export and deletes its files.")
          .effect(Effect.IDEMPOTENT)
          .output(BulkAnswerFormat.FORMAT)
          .input(NoInput.NONE);

  /** All a client calls, but the files, whose operation each reader makes for itself. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(KICK_OFF, STATUS, CANCEL);

  private static final Parameter JOB =
      Parameter.required(Parameter.In.PATH, "job", Parameter.Kind.TEXT, "The export.");
  private static final Input<String> JOB_INPUT =
      new PartsInput<>(
          List.of(JOB),
          List.of(),
          job -> new RequestParts(Map.of("job", job), Params.EMPTY, Headers.EMPTY, Body.NONE),
          parts -> new Reading.Valid<>(parts.path().getOrDefault("job", "")));
  private static final Input<ExportFile> FILE_INPUT =
      new PartsInput<>(
          List.of(
              JOB, Parameter.required(Parameter.In.PATH, "file", Parameter.Kind.TEXT, "The file.")),
          List.of(),
          asked ->
              new RequestParts(
                  Map.of("job", asked.job(), "file", asked.file()),
                  Params.EMPTY,
                  Headers.EMPTY,
                  Body.NONE),
          BulkDataV2::exportFile);

  /** {@link #STATUS} where a node of ours serves it, below its FHIR base. */
  public static final Operation<String, BulkAnswer> NODE_STATUS =
      kept(Operation.<String, BulkAnswer>builder(
              "bulk.v2.exports.get", Method.GET, "/$export/{job}"))
          .summary("Says how far an export has come, and what is ready.")
          .output(BulkAnswerFormat.FORMAT)
          .input(JOB_INPUT);

  /** {@link #CANCEL} where a node of ours serves it. */
  public static final Operation<String, BulkAnswer> NODE_CANCEL =
      kept(Operation.<String, BulkAnswer>builder(
              "bulk.v2.exports.delete", Method.DELETE, "/$export/{job}"))
          .summary("Ends an export and deletes its files.")
          .effect(Effect.IDEMPOTENT)
          .output(BulkAnswerFormat.FORMAT)
          .input(JOB_INPUT);

  /** A file where a node of ours serves it. */
  public static final Operation<ExportFile, NdjsonFile> NODE_FILE =
      kept(Operation.<ExportFile, NdjsonFile>builder(
              "bulk.v2.files.get", Method.GET, "/$export/{job}/{file}"))
          .summary("Gives a file of an export.")
          .output(NdjsonFileFormat.FORMAT)
          .input(FILE_INPUT);

  /** All that a node of ours serves. */
  public static final List<Operation<?, ?>> NODE_OPERATIONS =
      List.of(KICK_OFF, NODE_STATUS, NODE_CANCEL, NODE_FILE);

  private BulkDataV2() {}

  /**
   * Gives a file.
   *
   * @param format takes its bytes
   * @param <T> what it makes of them
   * @return the operation
   */
  public static <T> Operation<NoInput, T> file(Format<T> format) {
    return kept(Operation.<NoInput, T>builder("bulk.v2.files.get", Method.GET, ""))
        .summary("Gives a file of an export.")
        .output(format)
        .input(NoInput.NONE);
  }

  private static Reading<ExportFile> exportFile(RequestParts parts) {
    try {
      return new Reading.Valid<>(
          new ExportFile(
              parts.path().getOrDefault("job", ""), parts.path().getOrDefault("file", "")));
    } catch (IllegalArgumentException e) {
      return new Reading.Invalid<>(
          List.of(new Violation(Violation.NOT_FOUND, "file", "there is no such file")));
    }
  }

  private static <I, O> Operation.Builder<I, O> failing(Operation.Builder<I, O> operation) {
    return operation
        .errors(List.of(FhirErrors.JSON))
        .fails(401, "The token is not accepted.")
        .fails(403, "The caller may not do that.")
        .fails(503, "The server is too busy; try again.");
  }

  // Of what has been asked for. Whose name is no export's is none, so nothing is malformed.
  private static <I, O> Operation.Builder<I, O> kept(Operation.Builder<I, O> operation) {
    return failing(operation).fails(404, "There is no such export, or it is no longer kept.");
  }
}

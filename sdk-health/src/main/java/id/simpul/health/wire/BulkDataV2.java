package id.simpul.health.wire;

import id.simpul.core.operation.Body;
import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.Input;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.NoInput;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.Params;
import id.simpul.core.operation.Reading;
import id.simpul.core.operation.RequestParts;
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
          .output(BulkAnswerFormat.KICK_OFF)
          .input(PARAMS);

  /** Asks how far an export has come. */
  public static final Operation<NoInput, BulkAnswer> STATUS =
      failing(Operation.<NoInput, BulkAnswer>builder("bulk.v2.exports.get", Method.GET, ""))
          .summary("Says how far an export has come, and what is ready.")
          .output(BulkAnswerFormat.FORMAT)
          .input(NoInput.NONE);

  /** Ends an export and lets the server forget its files. */
  public static final Operation<NoInput, BulkAnswer> CANCEL =
      failing(Operation.<NoInput, BulkAnswer>builder("bulk.v2.exports.delete", Method.DELETE, ""))
          .summary("Ends an export and deletes its files.")
          .effect(Effect.IDEMPOTENT)
          .output(BulkAnswerFormat.FORMAT)
          .input(NoInput.NONE);

  /** All of them but the files, whose operation each reader makes for itself. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(KICK_OFF, STATUS, CANCEL);

  private BulkDataV2() {}

  /**
   * Gives a file.
   *
   * @param format takes its bytes
   * @param <T> what it makes of them
   * @return the operation
   */
  public static <T> Operation<NoInput, T> file(Format<T> format) {
    return failing(Operation.<NoInput, T>builder("bulk.v2.files.get", Method.GET, ""))
        .summary("Gives a file of an export.")
        .output(format)
        .input(NoInput.NONE);
  }

  private static <I, O> Operation.Builder<I, O> failing(Operation.Builder<I, O> operation) {
    return operation
        .errors(List.of(FhirErrors.JSON))
        .fails(400, "The request breaks a rule.")
        .fails(401, "The token is not accepted.")
        .fails(403, "The caller may not do that.")
        .fails(404, "There is no such export, or it is no longer kept.")
        .fails(429, "Too many requests, or too many exports at once.")
        .fails(503, "The server is too busy; try again.");
  }
}

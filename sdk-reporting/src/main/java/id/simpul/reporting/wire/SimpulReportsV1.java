package id.simpul.reporting.wire;

import id.simpul.core.operation.Effect;
import id.simpul.core.operation.Method;
import id.simpul.core.operation.Operation;
import id.simpul.core.operation.ProblemDetails;
import id.simpul.core.operation.SchemaId;
import id.simpul.reporting.ReportState;
import id.simpul.reporting.ReportTransition;
import id.simpul.reporting.internal.DocumentFormats;
import java.util.List;

/**
 * What Simpul adds for the officers who work on reports. GeoReport v2 has nothing of the kind, so
 * these operations are our own: JSON only, errors as problem details (RFC 9457).
 */
public final class SimpulReportsV1 {
  /** Moves a report on. Which moves are allowed is for the node to say. */
  public static final Operation<ReportTransition, ReportState> ADVANCE =
      Operation.<ReportTransition, ReportState>builder(
              "simpul.v1.reports.advance", Method.POST, "/reports/{service_request_id}/transitions")
          .summary("Moves a report to another state.")
          .effect(Effect.KEYED)
          .output(
              DocumentFormats.jsonOnly(StateShapes.STATE, new SchemaId("simpul/v1/report-state")))
          .errors(List.of(ProblemDetails.FORMAT))
          .fails(400, "A value is missing or cannot be used; every one is named.")
          .fails(401, "The caller does not say who they are, or cannot prove it.")
          .fails(403, "The caller may not move this report.")
          .fails(404, "The report does not exist.")
          .fails(409, "The report cannot move there from where it stands.")
          .fails(413, "The body is larger than the node takes.")
          .fails(415, "The body is not JSON.")
          .fails(422, "The idempotency key was used before with another content.")
          .fails(503, "The node is too busy or is stopping.")
          .input(new ReportTransitionInput());

  /** All of them. */
  public static final List<Operation<?, ?>> OPERATIONS = List.of(ADVANCE);

  private SimpulReportsV1() {}
}

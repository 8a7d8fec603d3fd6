package id.simpul.reporting.wire;

import id.simpul.core.format.FormatException;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportState;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.internal.Document;
import id.simpul.reporting.internal.Field;
import id.simpul.reporting.internal.Scalars;
import id.simpul.reporting.internal.Shape;
import id.simpul.reporting.internal.Values;
import java.time.OffsetDateTime;
import java.util.List;

/** The document that answers an officer's command. */
final class StateShapes {
  private static final Field<ReportState, ReportId> ID =
      Field.of("service_request_id", Codes.REPORT_ID, ReportState::reportId);
  private static final Field<ReportState, ReportStatus> STATUS =
      Field.of("status", Codes.STATUS, ReportState::status);
  private static final Field<ReportState, DetailedStatus> DETAILED_STATUS =
      Field.of("detailed_status", Codes.DETAILED_STATUS, ReportState::detailedStatus);
  private static final Field<ReportState, OffsetDateTime> UPDATED =
      Field.of("updated_datetime", Scalars.TIME, ReportState::updatedAt);

  static final Document<ReportState> STATE =
      new Document<>(
          "report_state",
          new Shape<>(
              List.of(ID, STATUS, DETAILED_STATUS, UPDATED),
              StateShapes::state,
              ReportState::extra));

  private StateShapes() {}

  private static ReportState state(Values<ReportState> v) throws FormatException {
    return ReportState.builder(
            v.require(ID), v.require(STATUS), v.require(DETAILED_STATUS), v.require(UPDATED))
        .extra(v.extra())
        .build();
  }
}

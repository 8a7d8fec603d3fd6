package id.simpul.node.internal.store.sqlite;

import id.simpul.core.value.GeoPoint;
import id.simpul.node.internal.store.BoundingBox;
import id.simpul.node.internal.store.ReportEntry;
import id.simpul.node.internal.store.ReportFilter;
import id.simpul.node.internal.store.ReportFilter.Span;
import id.simpul.node.internal.store.ReportFilter.Status;
import id.simpul.node.internal.store.ReportRow;
import id.simpul.node.internal.store.StatusEntry;
import id.simpul.node.internal.store.StreamId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads of the index of reports. */
final class ReportReads {
  private static final String SELECT =
      """
      SELECT s.id, r.public_id, r.service_code, r.requested_at, r.latitude, r.longitude, r.token,
             c.status, c.updated_at
      FROM report r
      JOIN stream s ON s.number = r.stream
      JOIN status_change c ON c.stream = r.stream AND c.stream_sequence =
        (SELECT max(stream_sequence) FROM status_change WHERE stream = r.stream)
      """;

  private ReportReads() {}

  static List<ReportRow> query(ReadSession session, ReportFilter filter) throws SQLException {
    Conditions conditions = new Conditions();
    conditions.oneOf("r.public_id", filter.publicIds());
    conditions.oneOf("r.service_code", filter.serviceCodes());
    conditions.span("r.requested_at", filter.requested());
    conditions.span("c.updated_at", filter.updated());
    filter.status().ifPresent(conditions::status);
    filter.box().ifPresent(conditions::within);
    String sql =
        SELECT + conditions.sql() + " ORDER BY r.requested_at DESC, r.stream DESC LIMIT ? OFFSET ?";
    conditions.values.add(filter.limit());
    conditions.values.add(filter.offset());
    return rows(session.statement(sql), conditions.values);
  }

  static List<ReportRow> by(ReadSession session, String column, String value) throws SQLException {
    return rows(session.statement(SELECT + "WHERE r." + column + " = ?"), List.of(value));
  }

  private static List<ReportRow> rows(PreparedStatement select, List<Object> values)
      throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      select.setObject(i + 1, values.get(i));
    }
    List<ReportRow> reports = new ArrayList<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        reports.add(row(rows));
      }
    }
    return reports;
  }

  private static ReportRow row(ResultSet row) throws SQLException {
    ReportEntry entry =
        ReportEntry.of(row.getString(2), row.getString(3), Micros.toInstant(row.getLong(4)));
    String latitude = row.getString(5);
    if (latitude != null) {
      entry = entry.at(GeoPoint.of(latitude, row.getString(6)));
    }
    String token = row.getString(7);
    if (token != null) {
      entry = entry.withToken(token);
    }
    return new ReportRow(
        new StreamId(row.getString(1)),
        entry,
        new StatusEntry(row.getString(8), Micros.toInstant(row.getLong(9))));
  }

  /** The conditions of one query, with their values in order. */
  private static final class Conditions {
    private final List<String> clauses = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    void oneOf(String column, Collection<String> any) {
      if (!any.isEmpty()) {
        add(column + " IN (SELECT value FROM json_each(?))", EventReads.jsonArray(any));
      }
    }

    void span(String column, Span span) {
      if (span.from() != null) {
        add(column + " >= ?", Micros.of(span.from()));
      }
      if (span.to() != null) {
        add(column + " <= ?", Micros.of(span.to()));
      }
    }

    void status(Status status) {
      add(
          "c.status " + (status.closed() ? "" : "NOT ") + "IN (SELECT value FROM json_each(?))",
          EventReads.jsonArray(status.closedStatuses()));
    }

    void within(BoundingBox box) {
      add("r.latitude_deg >= ?", box.south());
      add("r.latitude_deg <= ?", box.north());
      add("r.longitude_deg >= ?", box.west());
      add("r.longitude_deg <= ?", box.east());
    }

    private void add(String clause, Object value) {
      clauses.add(clause);
      values.add(value);
    }

    String sql() {
      return clauses.isEmpty() ? "" : "WHERE " + String.join(" AND ", clauses);
    }
  }
}

package id.simpul.node.internal.store.sqlite;

import id.simpul.core.value.GeoPoint;
import id.simpul.node.internal.store.ReportEntry;
import id.simpul.node.internal.store.StatusEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;

/** Writes the index of reports: one row a report, one row a status. */
final class ReportTable {
  private final PreparedStatement insertReport;
  private final PreparedStatement insertStatus;

  ReportTable(Connection connection) throws SQLException {
    insertReport =
        connection.prepareStatement("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insertStatus = connection.prepareStatement("INSERT INTO status_change VALUES (?, ?, ?, ?)");
  }

  void insert(long stream, ReportEntry entry) throws SQLException {
    insertReport.setLong(1, stream);
    insertReport.setString(2, entry.publicId());
    insertReport.setString(3, entry.serviceCode());
    insertReport.setLong(4, Micros.of(entry.requestedAt()));
    setPlace(entry);
    insertReport.setString(9, entry.token().orElse(null));
    insertReport.executeUpdate();
  }

  /** The text keeps the digits as given, the number is what boxes are compared with. */
  private void setPlace(ReportEntry entry) throws SQLException {
    if (entry.place().isEmpty()) {
      for (int column = 5; column <= 8; column++) {
        insertReport.setNull(column, Types.NULL);
      }
      return;
    }
    GeoPoint place = entry.place().get();
    insertReport.setString(5, place.latitude().toPlainString());
    insertReport.setString(6, place.longitude().toPlainString());
    insertReport.setDouble(7, place.latitude().doubleValue());
    insertReport.setDouble(8, place.longitude().doubleValue());
  }

  void insertStatus(long stream, long streamSequence, StatusEntry status) throws SQLException {
    insertStatus.setLong(1, stream);
    insertStatus.setLong(2, streamSequence);
    insertStatus.setString(3, status.status());
    insertStatus.setLong(4, Micros.of(status.updatedAt()));
    insertStatus.executeUpdate();
  }
}

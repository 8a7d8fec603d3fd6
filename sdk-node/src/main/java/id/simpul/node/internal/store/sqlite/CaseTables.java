package id.simpul.node.internal.store.sqlite;

import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is derived from the events of cases: their statuses, and which places their copies have.
 * Rows are only added.
 */
final class CaseTables {
  private static final String NUMBER = "(SELECT number FROM status_list WHERE uri = ?)";
  private static final String TAKEN = "SELECT max(nth) FROM status_place WHERE list = " + NUMBER;
  private static final String FIND =
      "SELECT (SELECT s.status FROM credential_status s WHERE s.stream = p.stream"
          + " ORDER BY s.stream_sequence DESC LIMIT 1)"
          + " FROM status_place p WHERE p.list = "
          + NUMBER
          + " AND p.place = ?";
  private static final String NOT_VALID =
      "SELECT p.place, s.status FROM credential_status s JOIN status_place p ON p.stream = s.stream"
          + " WHERE s.status <> 0 AND p.list = "
          + NUMBER
          + " AND NOT EXISTS (SELECT 1 FROM credential_status later"
          + " WHERE later.stream = s.stream AND later.stream_sequence > s.stream_sequence)";

  private CaseTables() {}

  static void insertStatus(Connection connection, long stream, long sequence, TokenStatus status)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO credential_status VALUES (?, ?, ?)")) {
      insert.setLong(1, stream);
      insert.setLong(2, sequence);
      insert.setInt(3, status.value());
      insert.executeUpdate();
    }
  }

  /** The last status of a case; empty when the stream is none. */
  static Optional<TokenStatus> status(Connection connection, long stream) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT status FROM credential_status WHERE stream = ?"
                + " ORDER BY stream_sequence DESC LIMIT 1")) {
      select.setLong(1, stream);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(new TokenStatus(row.getInt(1))) : Optional.empty();
      }
    }
  }

  static boolean isGivenOut(Connection connection, StatusReference place) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setString(1, place.uri().toString());
      select.setLong(2, place.index());
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Gives a place to a copy of a case; its list is opened when it is the first there. */
  static void insertPlace(Connection connection, StatusReference place, long stream)
      throws SQLException {
    String uri = place.uri().toString();
    try (PreparedStatement list =
        connection.prepareStatement(
            "INSERT INTO status_list (uri) VALUES (?) ON CONFLICT DO NOTHING")) {
      list.setString(1, uri);
      list.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO status_place SELECT number, ?,"
                + " (SELECT coalesce(max(nth), 0) + 1 FROM status_place WHERE list = number), ?"
                + " FROM status_list WHERE uri = ?")) {
      insert.setLong(1, place.index());
      insert.setLong(2, stream);
      insert.setString(3, uri);
      insert.executeUpdate();
    }
  }

  static int taken(ReadSession session, URI list) throws SQLException {
    PreparedStatement select = session.statement(TAKEN);
    select.setString(1, list.toString());
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? row.getInt(1) : 0; // NULL reads as 0
    }
  }

  static Optional<TokenStatus> find(ReadSession session, URI list, int index) throws SQLException {
    PreparedStatement select = session.statement(FIND);
    select.setString(1, list.toString());
    select.setInt(2, index);
    try (ResultSet row = select.executeQuery()) {
      return row.next() ? Optional.of(new TokenStatus(row.getInt(1))) : Optional.empty();
    }
  }

  static Map<Integer, TokenStatus> notValid(ReadSession session, URI list) throws SQLException {
    PreparedStatement select = session.statement(NOT_VALID);
    select.setString(1, list.toString());
    Map<Integer, TokenStatus> found = new HashMap<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        found.put(rows.getInt(1), new TokenStatus(rows.getInt(2)));
      }
    }
    return found;
  }
}

package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.FhirErasure;
import id.simpul.node.internal.store.FhirErasure.Outcome;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.sqlite.EventTable.StreamRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Erases health records, in the session of a transaction. */
final class FhirErasures {
  private FhirErasures() {}

  static Outcome erase(LogSession session, FhirErasure erasure, NewEvent event)
      throws SQLException {
    long version = FhirTables.version(session.connection(), erasure.key());
    if (version == 0) {
      return new Outcome.Unknown();
    }
    if (version == FhirTables.ERASED) {
      return new Outcome.Erased();
    }
    StreamId id = SqliteFhirStore.stream(erasure.key());
    StreamRow stream = session.find(id).orElseThrow();
    Set<String> kinds = pointing(session.connection(), erasure.pointers(), stream.number());
    if (!kinds.isEmpty()) {
      return new Outcome.PointedAt(kinds);
    }
    Event written = session.end(id, stream, event);
    remove(session.connection(), stream.number(), written);
    session.scrub();
    return new Outcome.Erased();
  }

  // One of each kind is enough to refuse, and thousands are not counted while others wait.
  private static Set<String> pointing(Connection connection, Set<Digest> pointers, long stream)
      throws SQLException {
    Set<String> kinds = new HashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT r.type FROM fhir_term t JOIN fhir_resource r ON r.stream = t.stream"
                + " WHERE t.term = ? AND t.stream <> ? LIMIT 1")) {
      select.setLong(2, stream);
      for (Digest pointer : pointers) {
        select.setBytes(1, pointer.bytes());
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            kinds.add(row.getString(1));
          }
        }
      }
    }
    return kinds;
  }

  private static void remove(Connection connection, long stream, Event event) throws SQLException {
    long at = Micros.of(event.envelope().recordedAt());
    run(
        connection,
        "INSERT OR IGNORE INTO fhir_erased_batch"
            + " SELECT DISTINCT batch FROM fhir_version WHERE stream = ?",
        stream);
    for (String table : List.of("fhir_version", "fhir_term", "fhir_unique")) {
      run(connection, "DELETE FROM " + table + " WHERE stream = ?", stream);
    }
    run(
        connection,
        "UPDATE fhir_resource SET version = 0, last_updated = ? WHERE stream = ?",
        at,
        stream);
    run(connection, "INSERT INTO fhir_erasure VALUES (?, ?, ?)", event.sequence(), stream, at);
  }

  private static void run(Connection connection, String sql, long... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setLong(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Whether something that one command wrote was erased since. */
  static boolean touched(Connection connection, long batch) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM fhir_erased_batch WHERE batch = ?")) {
      select.setLong(1, batch);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  /** Whether a resource was erased. */
  static boolean isErased(ReadSession session, String type, String id) throws SQLException {
    PreparedStatement select =
        session.statement("SELECT 1 FROM fhir_resource WHERE type = ? AND id = ? AND version = 0");
    select.setString(1, type);
    select.setString(2, id);
    try (ResultSet row = select.executeQuery()) {
      return row.next();
    }
  }

  /** The event of the last erasure, 0 when nothing was erased. */
  static long last(ReadSession session) throws SQLException {
    PreparedStatement select =
        session.statement("SELECT coalesce(max(sequence), 0) FROM fhir_erasure");
    try (ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}

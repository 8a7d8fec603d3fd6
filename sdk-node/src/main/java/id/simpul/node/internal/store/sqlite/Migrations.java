package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings a database to the schema of this program, each step in a transaction of its own: a process
 * killed midway leaves whole steps behind, and the next one goes on from there. Refuses a database
 * whose steps are not this program's.
 */
final class Migrations {
  /** Every step that ever shipped, in order. */
  static final List<Migration> ALL =
      List.of(
          Migration.resource("0001_event_store.sql"),
          Migration.resource("0002_credentials.sql"),
          Migration.resource("0003_health_records.sql"),
          Migration.resource("0004_bookings.sql"),
          Migration.resource("0005_erasures.sql"),
          Migration.resource("0006_accesses.sql"));

  private static final String REGISTER =
      """
      CREATE TABLE IF NOT EXISTS schema_migration (
        version    INTEGER PRIMARY KEY,
        name       TEXT    NOT NULL,
        checksum   TEXT    NOT NULL,
        applied_at INTEGER NOT NULL
      ) STRICT
      """;

  private final List<Migration> steps;
  private final String store;
  private final InstantSource clock;

  Migrations(List<Migration> steps, String store, InstantSource clock) {
    this.steps = steps;
    this.store = store;
    this.clock = clock;
  }

  void apply(Connection connection) throws SQLException {
    inTransaction(connection, () -> Connections.execute(connection, REGISTER));
    refuseUnknown(connection);
    for (Migration step : steps) {
      inTransaction(connection, () -> applyStep(connection, step));
    }
  }

  /** What is done between begin and commit. */
  private interface Body {
    void run() throws SQLException;
  }

  private static void inTransaction(Connection connection, Body body) throws SQLException {
    Connections.execute(connection, "BEGIN IMMEDIATE");
    try {
      body.run();
      Connections.execute(connection, "COMMIT");
    } catch (SQLException | StoreException e) {
      Connections.execute(connection, "ROLLBACK");
      throw e;
    }
  }

  /** Looks again inside the transaction: another process may have applied the step meanwhile. */
  private void applyStep(Connection connection, Migration step) throws SQLException {
    String applied = applied(connection).get(step.version());
    if (applied == null) {
      try (Statement statement = connection.createStatement()) {
        statement.executeUpdate(step.sql());
      }
      register(connection, step);
    } else if (!applied.equals(step.checksum())) {
      throw refusal("step " + step.name() + " was applied with another content");
    }
  }

  private void register(Connection connection, Migration step) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO schema_migration VALUES (?, ?, ?, ?)")) {
      insert.setInt(1, step.version());
      insert.setString(2, step.name());
      insert.setString(3, step.checksum());
      insert.setLong(4, Micros.of(clock.instant()));
      insert.executeUpdate();
    }
  }

  private void refuseUnknown(Connection connection) throws SQLException {
    for (int version : applied(connection).keySet()) {
      if (version > steps.size()) {
        throw refusal("step " + version + " is of a newer program");
      }
    }
  }

  private static Map<Integer, String> applied(Connection connection) throws SQLException {
    Map<Integer, String> applied = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version, checksum FROM schema_migration")) {
      while (rows.next()) {
        applied.put(rows.getInt(1), rows.getString(2));
      }
    }
    return applied;
  }

  private StoreException refusal(String where) {
    return StoreException.of(Kind.SCHEMA, store, where, null);
  }
}

package id.simpul.queue.internal;

import id.simpul.queue.QueueException;
import id.simpul.queue.QueueException.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/** Opens the file with the settings durability needs, and knows what SQLite's codes mean. */
final class QueueConnection {
  /** How long another process may hold the file. */
  static final Duration BUSY_TIMEOUT = Duration.ofSeconds(5);

  /** Marks the file as ours ({@code PRAGMA application_id}): "SiQu". */
  static final int APPLICATION_ID = 0x53695175;

  /** The version of the schema. */
  static final int VERSION = 1;

  /** The low byte is the primary code, the rest a detail. */
  private static final int PRIMARY = 0xff;

  private static final String TABLE =
      "CREATE TABLE work ("
          + "sequence INTEGER PRIMARY KEY AUTOINCREMENT,"
          + " key TEXT NOT NULL UNIQUE,"
          + " kind TEXT NOT NULL,"
          + " payload BLOB,"
          + " fingerprint BLOB NOT NULL,"
          + " note TEXT NOT NULL DEFAULT '',"
          + " attempts INTEGER NOT NULL DEFAULT 0,"
          + " claim INTEGER NOT NULL DEFAULT 0,"
          + " state INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),"
          + " not_before INTEGER NOT NULL DEFAULT 0,"
          + " lease_until INTEGER NOT NULL DEFAULT 0) STRICT";
  private static final String INDEX =
      "CREATE INDEX work_waiting ON work (sequence) WHERE state = 0";

  private QueueConnection() {}

  static Connection open(Path file, String name) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout(Math.toIntExact(BUSY_TIMEOUT.toMillis()));
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    Connection connection = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      prepare(connection, name);
      return connection;
    } catch (SQLException | QueueException e) {
      connection.close();
      throw e;
    }
  }

  private static void prepare(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // What was finished is gone from the file as well.
      statement.execute("PRAGMA secure_delete = 1");
      // Two that open a new file at once look at it one after the other.
      statement.execute("BEGIN IMMEDIATE");
      try {
        makeOrRecognise(statement, name);
        statement.execute("COMMIT");
      } catch (SQLException | QueueException e) {
        statement.execute("ROLLBACK");
        throw e;
      }
    }
  }

  private static void makeOrRecognise(Statement statement, String name) throws SQLException {
    int application = number(statement, "PRAGMA application_id");
    int version = number(statement, "PRAGMA user_version");
    if (application == 0
        && version == 0
        && number(statement, "SELECT count(*) FROM sqlite_master") == 0) {
      statement.execute(TABLE);
      statement.execute(INDEX);
      statement.execute("PRAGMA application_id = " + APPLICATION_ID);
      statement.execute("PRAGMA user_version = " + VERSION);
    } else if (application != APPLICATION_ID || version != VERSION) {
      throw new QueueException(Kind.SCHEMA, name, "open", null);
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  static QueueException failure(SQLException failure, String name, String where) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY);
    Kind kind =
        switch (code) {
          case SQLITE_BUSY, SQLITE_LOCKED -> Kind.BUSY;
          case SQLITE_NOTADB, SQLITE_CORRUPT, SQLITE_ERROR -> Kind.SCHEMA;
          default -> Kind.IO;
        };
    // The driver's messages name statements, never values.
    return new QueueException(kind, name, where, failure);
  }
}

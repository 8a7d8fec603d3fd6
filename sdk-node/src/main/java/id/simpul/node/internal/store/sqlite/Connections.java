package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/** Opens connections with the settings durability needs, and reads those back. */
final class Connections {
  /** Pages the writer keeps in memory, so that inserts into the indexes read nothing. */
  private static final int WRITER_CACHE_KIB = 64 * 1024;

  /** What is left of the write-ahead log's file after a checkpoint. */
  private static final int WAL_SIZE_LIMIT_BYTES = 64 << 20;

  /** {@code PRAGMA synchronous} answers this for FULL. */
  private static final String FULL = "2";

  private final DatabaseFile file;
  private final SqliteOptions options;
  private final String url;

  Connections(DatabaseFile file, SqliteOptions options) {
    this(file, options, "jdbc:sqlite:" + file.path());
  }

  Connections(DatabaseFile file, SqliteOptions options, String url) {
    this.file = file;
    this.options = options;
    this.url = url;
  }

  DatabaseFile file() {
    return file;
  }

  /** A connection that writes; its transactions are begun and ended by statements alone. */
  Connection writer() throws SQLException {
    Connection connection = open(SQLiteOpenMode.READWRITE);
    try {
      set(connection, "journal_mode", "wal");
      set(connection, "synchronous", FULL);
      set(connection, "foreign_keys", "1");
      set(connection, "secure_delete", "1");
      set(connection, "cache_size", Integer.toString(-WRITER_CACHE_KIB));
      set(connection, "journal_size_limit", Integer.toString(WAL_SIZE_LIMIT_BYTES));
      // Else REPLACE deletes rows past the triggers that keep them.
      set(connection, "recursive_triggers", "1");
      if (options.maxPages() > 0) {
        execute(connection, "PRAGMA max_page_count = " + options.maxPages());
      }
      // In JDBC's auto-commit mode the driver tries a transaction of its own after each statement.
      // Out of it, it begins one at once, which is ended here: BEGIN IMMEDIATE must be ours.
      connection.setAutoCommit(false);
      execute(connection, "COMMIT");
      return connection;
    } catch (SQLException | StoreException e) {
      connection.close();
      throw e;
    }
  }

  /** A connection that can only read. */
  Connection reader() throws SQLException {
    return open(SQLiteOpenMode.READONLY);
  }

  private Connection open(SQLiteOpenMode mode) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.resetOpenMode(SQLiteOpenMode.READWRITE);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    config.setOpenMode(mode);
    // By default the driver asks for the last rowid after every single insert.
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout(Math.toIntExact(options.busyTimeout().toMillis()));
    return config.createConnection(url);
  }

  private void set(Connection connection, String name, String value) throws SQLException {
    execute(connection, "PRAGMA " + name + " = " + value);
    String actual = pragma(connection, name);
    if (!actual.equals(value)) {
      throw StoreException.of(
          Kind.DURABILITY, file.name(), name + " is " + actual + ", not " + value, null);
    }
  }

  private static String pragma(Connection connection, String pragma) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.next() ? row.getString(1) : "";
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}

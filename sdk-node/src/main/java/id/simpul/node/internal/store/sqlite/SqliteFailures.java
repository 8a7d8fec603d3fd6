package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.StoreException.Kind;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's result codes mean to a node. */
final class SqliteFailures {
  /** The low byte is the primary code, the rest a detail. */
  private static final int PRIMARY = 0xff;

  private SqliteFailures() {}

  static Kind kind(SQLException failure) {
    SQLiteErrorCode code = SQLiteErrorCode.getErrorCode(failure.getErrorCode() & PRIMARY);
    return switch (code) {
      case SQLITE_FULL -> Kind.DISK_FULL;
      case SQLITE_BUSY, SQLITE_LOCKED -> Kind.BUSY;
      case SQLITE_INTERRUPT -> Kind.TOO_COSTLY;
      case SQLITE_CORRUPT, SQLITE_NOTADB -> Kind.CORRUPT;
      case SQLITE_ERROR, SQLITE_CONSTRAINT, SQLITE_TOOBIG, SQLITE_MISMATCH, SQLITE_RANGE ->
          Kind.REJECTED;
      default -> Kind.IO;
    };
  }
}

package id.simpul.node.internal.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A connection that reads, with the statements it has prepared. Used by one thread at a time. */
final class ReadSession implements AutoCloseable {
  /** The most statements kept prepared: the shapes of a query, not its values. */
  private static final int MAX_STATEMENTS = 64;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(16, 0.75f, true);

  ReadSession(Connection connection) {
    this.connection = connection;
  }

  void setDeadline(Duration time) throws SQLException {
    Deadline.set(connection, time);
  }

  void clearDeadline() throws SQLException {
    Deadline.clear(connection);
  }

  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
      dropEldest();
    }
    return statement;
  }

  private void dropEldest() throws SQLException {
    if (prepared.size() > MAX_STATEMENTS) {
      String eldest = prepared.keySet().iterator().next();
      PreparedStatement statement = prepared.remove(eldest);
      if (statement != null) {
        statement.close();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

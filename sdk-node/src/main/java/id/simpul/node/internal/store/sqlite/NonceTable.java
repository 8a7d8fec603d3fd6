package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.NonceUse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Nonces that were used: unique while they are kept, bounded for each scope. */
final class NonceTable {
  private final PreparedStatement find;
  private final PreparedStatement insert;
  private final PreparedStatement renew;
  private final PreparedStatement delete;
  private final PreparedStatement expired;
  private final PreparedStatement kept;
  private final PreparedStatement count;
  private final PreparedStatement dropEmpty;

  NonceTable(Connection connection) throws SQLException {
    find =
        connection.prepareStatement("SELECT keep_until FROM nonce WHERE scope = ? AND nonce = ?");
    insert = connection.prepareStatement("INSERT INTO nonce VALUES (?, ?, ?)");
    renew =
        connection.prepareStatement(
            "UPDATE nonce SET keep_until = ? WHERE scope = ? AND nonce = ?");
    delete = connection.prepareStatement("DELETE FROM nonce WHERE scope = ? AND nonce = ?");
    expired =
        connection.prepareStatement(
            "SELECT scope, nonce FROM nonce WHERE keep_until <= ? ORDER BY keep_until LIMIT ?");
    kept = connection.prepareStatement("SELECT kept FROM nonce_scope WHERE scope = ?");
    count =
        connection.prepareStatement(
            """
            INSERT INTO nonce_scope VALUES (?, ?)
            ON CONFLICT (scope) DO UPDATE SET kept = kept + excluded.kept
            """);
    dropEmpty =
        connection.prepareStatement("DELETE FROM nonce_scope WHERE scope = ? AND kept <= 0");
  }

  /** What is known of a nonce. */
  enum State {
    NEW,
    KEPT,
    EXPIRED
  }

  State state(NonceUse use, Instant now) throws SQLException {
    find.setString(1, use.scope());
    find.setString(2, use.nonce());
    try (ResultSet row = find.executeQuery()) {
      if (!row.next()) {
        return State.NEW;
      }
      return row.getLong(1) > Micros.of(now) ? State.KEPT : State.EXPIRED;
    }
  }

  long kept(String scope) throws SQLException {
    kept.setString(1, scope);
    try (ResultSet row = kept.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  void insert(NonceUse use) throws SQLException {
    insert.setString(1, use.scope());
    insert.setString(2, use.nonce());
    insert.setLong(3, Micros.of(use.keepUntil()));
    insert.executeUpdate();
    count(use.scope(), 1);
  }

  void renew(NonceUse use) throws SQLException {
    renew.setLong(1, Micros.of(use.keepUntil()));
    renew.setString(2, use.scope());
    renew.setString(3, use.nonce());
    renew.executeUpdate();
  }

  /** Forgets expired nonces, at most so many; says how many. */
  int tidy(Instant now, int most) throws SQLException {
    List<NonceKey> gone = expired(now, most);
    Map<String, Integer> perScope = new TreeMap<>();
    for (NonceKey key : gone) {
      delete.setString(1, key.scope());
      delete.setString(2, key.nonce());
      delete.executeUpdate();
      perScope.merge(key.scope(), 1, Integer::sum);
    }
    for (Map.Entry<String, Integer> scope : perScope.entrySet()) {
      count(scope.getKey(), -scope.getValue());
      dropEmpty.setString(1, scope.getKey());
      dropEmpty.executeUpdate();
    }
    return gone.size();
  }

  /** A row's key. */
  private record NonceKey(String scope, String nonce) {}

  private List<NonceKey> expired(Instant now, int most) throws SQLException {
    List<NonceKey> keys = new ArrayList<>();
    expired.setLong(1, Micros.of(now));
    expired.setInt(2, most);
    try (ResultSet rows = expired.executeQuery()) {
      while (rows.next()) {
        keys.add(new NonceKey(rows.getString(1), rows.getString(2)));
      }
    }
    return keys;
  }

  private void count(String scope, long more) throws SQLException {
    count.setString(1, scope);
    count.setLong(2, more);
    count.executeUpdate();
  }
}

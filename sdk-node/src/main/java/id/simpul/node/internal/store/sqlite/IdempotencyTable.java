package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.IdempotencyKey;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.node.internal.store.SubmissionOutcome.KeyConflict;
import id.simpul.node.internal.store.SubmissionOutcome.Replayed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Keys that were used: unique while they are kept. */
final class IdempotencyTable {
  private final PreparedStatement find;
  private final PreparedStatement insert;
  private final PreparedStatement delete;
  private final PreparedStatement tidy;

  IdempotencyTable(Connection connection) throws SQLException {
    find =
        connection.prepareStatement(
            """
            SELECT i.fingerprint, s.id, i.sequence, i.keep_until
            FROM idempotency i JOIN stream s ON s.number = i.stream
            WHERE i.caller = ? AND i.operation = ? AND i.key = ?
            """);
    insert =
        connection.prepareStatement(
            "INSERT INTO idempotency VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
    delete =
        connection.prepareStatement(
            "DELETE FROM idempotency WHERE caller = ? AND operation = ? AND key = ?");
    tidy =
        connection.prepareStatement(
            """
            DELETE FROM idempotency WHERE (caller, operation, key) IN (
              SELECT caller, operation, key FROM idempotency
              WHERE keep_until <= ? ORDER BY keep_until LIMIT ?)
            """);
  }

  /** What was done under this key before; empty when it is free, as an expired key is. */
  Optional<SubmissionOutcome> earlier(Idempotency asked, Instant now) throws SQLException {
    setKey(find, asked.key());
    try (ResultSet row = find.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      if (row.getLong(4) > Micros.of(now)) {
        return Optional.of(
            asked.fingerprint().equals(Digest.ofBytes(row.getBytes(1)))
                ? new Replayed(new StreamId(row.getString(2)), row.getLong(3))
                : new KeyConflict(asked.key()));
      }
    }
    setKey(delete, asked.key());
    delete.executeUpdate();
    return Optional.empty();
  }

  /**
   * Takes the key for what is about to be written, or says what was done under it before. Most keys
   * are new, so that inserting first saves a search.
   */
  Optional<SubmissionOutcome> claim(Idempotency asked, long stream, long sequence, Instant now)
      throws SQLException {
    if (insert(asked, stream, sequence)) {
      return Optional.empty();
    }
    Optional<SubmissionOutcome> earlier = earlier(asked, now);
    if (earlier.isEmpty()) {
      insert(asked, stream, sequence);
    }
    return earlier;
  }

  /** Keeps a key; false when it is kept already. */
  boolean insert(Idempotency used, long stream, long sequence) throws SQLException {
    setKey(insert, used.key());
    insert.setBytes(4, used.fingerprint().bytes());
    insert.setLong(5, stream);
    insert.setLong(6, sequence);
    insert.setLong(7, Micros.of(used.keepUntil()));
    return insert.executeUpdate() > 0;
  }

  /** Forgets expired keys, at most so many; says how many. */
  int tidy(Instant now, int most) throws SQLException {
    tidy.setLong(1, Micros.of(now));
    tidy.setInt(2, most);
    return tidy.executeUpdate();
  }

  private static void setKey(PreparedStatement statement, IdempotencyKey key) throws SQLException {
    statement.setString(1, key.caller());
    statement.setString(2, key.operation());
    statement.setString(3, key.key());
  }
}

package id.simpul.queue.internal;

import id.simpul.core.spi.PayloadCipher;
import id.simpul.core.spi.WorkQueue;
import id.simpul.queue.QueueException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A queue in one SQLite file, over one connection that a step at a time uses. Thread-safe. */
public final class QueueFile implements WorkQueue {
  private static final String ADD =
      "INSERT INTO work (key, kind, payload, fingerprint) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT (key) DO NOTHING";
  private static final String KNOWN = "SELECT kind, fingerprint FROM work WHERE key = ?";
  // One statement: SQLite lets one writer in at a time, so no two can take the same row.
  private static final String CLAIM =
      "UPDATE work SET claim = claim + 1, attempts = attempts + 1, lease_until = ?"
          + " WHERE sequence = (SELECT sequence FROM work"
          + " WHERE state = 0 AND not_before <= ? AND lease_until <= ?"
          + " ORDER BY sequence LIMIT 1)"
          + " RETURNING key, kind, payload, note, attempts, claim";
  private static final String NOTE =
      "UPDATE work SET note = ?, lease_until = ?"
          + " WHERE key = ? AND claim = ? AND state = 0 AND lease_until > 0";
  private static final String END =
      "UPDATE work SET state = ?, note = ?, not_before = ?, lease_until = 0,"
          + " payload = CASE WHEN ? THEN NULL ELSE payload END"
          + " WHERE key = ? AND claim = ? AND state = 0 AND lease_until > 0";
  private static final String RESUME =
      "UPDATE work SET state = 0, not_before = 0 WHERE key = ? AND state = 2";
  private static final String COUNT = "SELECT count(*) FROM work WHERE state = ?";

  private static final int WAITING = 0;
  private static final int FINISHED = 1;
  private static final int ASIDE = 2;

  private final String name;
  private final PayloadCipher cipher;
  private final InstantSource clock;
  private final Connection connection;
  private final Object lock = new Object();

  /**
   * Opens a file.
   *
   * @param file the file
   * @param cipher encrypts payloads
   * @param clock the wall clock
   */
  public QueueFile(Path file, PayloadCipher cipher, InstantSource clock) {
    this.name = String.valueOf(file.getFileName());
    this.cipher = cipher;
    this.clock = clock;
    try {
      this.connection = QueueConnection.open(file, name);
    } catch (SQLException e) {
      throw QueueConnection.failure(e, name, "open");
    }
  }

  /** Something done with a prepared statement. */
  @FunctionalInterface
  private interface Step<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  private <T> T step(String sql, String where, Step<T> step) {
    synchronized (lock) {
      try {
        if (connection.isClosed()) {
          throw new QueueException(QueueException.Kind.CLOSED, name, where, null);
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
          return step.run(statement);
        }
      } catch (SQLException e) {
        throw QueueConnection.failure(e, name, where);
      }
    }
  }

  @Override
  public Added add(Work work) {
    byte[] fingerprint = cipher.fingerprint(work.payload());
    byte[] sealed = cipher.seal(work.payload(), work.key());
    int added =
        step(
            ADD,
            "add",
            s -> {
              s.setString(1, work.key());
              s.setString(2, work.kind());
              s.setBytes(3, sealed);
              s.setBytes(4, fingerprint);
              return s.executeUpdate();
            });
    if (added == 1) {
      return Added.ADDED;
    }
    return step(KNOWN, "add", s -> same(s, work, fingerprint))
        ? Added.ALREADY_THERE
        : Added.KEY_REUSED;
  }

  private static boolean same(PreparedStatement known, Work work, byte[] fingerprint)
      throws SQLException {
    known.setString(1, work.key());
    try (ResultSet row = known.executeQuery()) {
      return row.next()
          && work.kind().equals(row.getString(1))
          && MessageDigest.isEqual(fingerprint, row.getBytes(2));
    }
  }

  @Override
  public Optional<Claim> claim(Duration lease) {
    requireLease(lease);
    Instant now = clock.instant();
    Optional<Row> row =
        step(
            CLAIM,
            "claim",
            s -> {
              s.setLong(1, now.plus(lease).toEpochMilli());
              s.setLong(2, now.toEpochMilli());
              s.setLong(3, now.toEpochMilli());
              return first(s);
            });
    return row.map(this::opened);
  }

  /** What was claimed, as it is stored. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copying would cost
  private record Row(
      String key, String kind, byte[] sealed, String note, int attempts, long number) {}

  private static Optional<Row> first(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      return row.next()
          ? Optional.of(
              new Row(
                  row.getString(1),
                  row.getString(2),
                  row.getBytes(3),
                  row.getString(4),
                  row.getInt(5),
                  row.getLong(6)))
          : Optional.empty();
    }
  }

  private Claim opened(Row row) {
    Work work = new Work(row.key(), row.kind(), cipher.open(row.sealed(), row.key()));
    return new Claim(work, row.note(), row.attempts(), row.number());
  }

  private static void requireLease(Duration lease) {
    if (lease.isNegative() || lease.isZero()) {
      throw new IllegalArgumentException("A lease is positive");
    }
  }

  private static void requireNote(String note) {
    if (note.length() > MAX_TEXT_LENGTH) {
      throw new IllegalArgumentException("A note has at most " + MAX_TEXT_LENGTH + " characters");
    }
  }

  @Override
  public boolean note(Claim claim, String note, Duration lease) {
    requireLease(lease);
    requireNote(note);
    return step(
        NOTE,
        "note",
        s -> {
          s.setString(1, note);
          s.setLong(2, clock.instant().plus(lease).toEpochMilli());
          s.setString(3, claim.work().key());
          s.setLong(4, claim.number());
          return s.executeUpdate() == 1;
        });
  }

  @Override
  public boolean finish(Claim claim) {
    return end(claim, FINISHED, "", Instant.EPOCH);
  }

  @Override
  public boolean putBack(Claim claim, String note, Instant notBefore) {
    return end(claim, WAITING, note, notBefore);
  }

  @Override
  public boolean setAside(Claim claim, String note) {
    return end(claim, ASIDE, note, Instant.EPOCH);
  }

  private boolean end(Claim claim, int state, String note, Instant notBefore) {
    requireNote(note);
    return step(
        END,
        "end",
        s -> {
          s.setInt(1, state);
          s.setString(2, note);
          s.setLong(3, notBefore.toEpochMilli());
          s.setBoolean(4, state == FINISHED);
          s.setString(5, claim.work().key());
          s.setLong(6, claim.number());
          return s.executeUpdate() == 1;
        });
  }

  @Override
  public boolean resume(String key) {
    return step(
        RESUME,
        "resume",
        s -> {
          s.setString(1, key);
          return s.executeUpdate() == 1;
        });
  }

  @Override
  public long waiting() {
    return count(WAITING);
  }

  @Override
  public long asideCount() {
    return count(ASIDE);
  }

  private long count(int state) {
    return step(
        COUNT,
        "count",
        s -> {
          s.setInt(1, state);
          try (ResultSet row = s.executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
          }
        });
  }

  @Override
  public void close() {
    synchronized (lock) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw QueueConnection.failure(e, name, "close");
      }
    }
  }

  @Override
  public String toString() {
    return "WorkQueue[" + name + "]";
  }
}

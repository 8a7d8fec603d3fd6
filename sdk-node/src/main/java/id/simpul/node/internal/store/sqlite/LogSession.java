package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.ChainHead;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.NonceUse;
import id.simpul.node.internal.store.Position;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.StreamAppend;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.StreamOutcome;
import id.simpul.node.internal.store.Submission;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.node.internal.store.SubmissionOutcome.Appended;
import id.simpul.node.internal.store.commit.WriteSession;
import id.simpul.node.internal.store.sqlite.EventTable.StreamRow;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.DB;

/** The commands, as one connection runs them. Statements are prepared once. */
final class LogSession implements WriteSession {
  /** The most keys, and the most nonces, forgotten in one transaction. */
  static final int TIDY_CHUNK = 1000;

  /** What a probe writes: more than any page that may still be free by chance. */
  private static final int PROBE_BYTES = 256 * 1024;

  private final Connection connection;
  private final DB database;
  private final DatabaseFile file;
  private final SqliteOptions options;
  private final InstantSource clock;
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement readHead;
  private final PreparedStatement writeHead;
  private final EventTable events;
  private final ReportTable reports;
  private final IdentityTable identities;
  private final IdempotencyTable keys;
  private final NonceTable nonces;
  private ChainHead head = ChainHead.EMPTY;
  private long committedSequence;
  private long forgotten;
  private boolean erased;
  // A session before this one may have ended before it scrubbed.
  private boolean scrubLater = true;

  LogSession(Connection connection, DatabaseFile file, SqliteOptions options, InstantSource clock)
      throws SQLException {
    this.connection = connection;
    this.database = connection.unwrap(SQLiteConnection.class).getDatabase();
    this.file = file;
    this.options = options;
    this.clock = clock;
    this.begin = connection.prepareStatement("BEGIN IMMEDIATE");
    this.commit = connection.prepareStatement("COMMIT");
    this.readHead =
        connection.prepareStatement("SELECT head_sequence, head_digest FROM store_state");
    this.writeHead =
        connection.prepareStatement("UPDATE store_state SET head_sequence = ?, head_digest = ?");
    this.events = new EventTable(connection);
    this.reports = new ReportTable(connection);
    this.identities = new IdentityTable(connection);
    this.keys = new IdempotencyTable(connection);
    this.nonces = new NonceTable(connection);
  }

  @Override
  public void begin() throws SQLException {
    file.requireInPlace();
    begin.execute();
    // Another process may have written since, so the head is read under the lock.
    try (ResultSet row = readHead.executeQuery()) {
      row.next();
      head = new ChainHead(row.getLong(1), Digest.ofBytes(row.getBytes(2)));
    }
    committedSequence = head.sequence();
  }

  @Override
  public long written() throws SQLException {
    return database.total_changes() - forgotten;
  }

  @Override
  public void commit() throws SQLException {
    if (head.sequence() != committedSequence) {
      writeHead.setLong(1, head.sequence());
      writeHead.setBytes(2, head.digest().bytes());
      writeHead.executeUpdate();
    }
    commit.execute();
    if (erased) {
      scrubLog();
    }
  }

  /** Moves the write-ahead log into the database and empties it: it holds what was erased. */
  private void scrubLog() throws SQLException {
    try (PreparedStatement checkpoint =
            connection.prepareStatement("PRAGMA wal_checkpoint(TRUNCATE)");
        ResultSet row = checkpoint.executeQuery()) {
      boolean busy = row.next() && row.getInt(1) != 0;
      erased = false;
      scrubLater |= busy;
    }
  }

  /** SQLite rolls back what is open when its connection closes. */
  @Override
  public void close() throws SQLException {
    connection.close();
  }

  SubmissionOutcome append(Submission submission, @Nullable SealedIdentity sealed)
      throws SQLException {
    SubmissionOutcome outcome =
        start(submission.stream(), submission.event(), submission.idempotency().orElse(null));
    if (outcome instanceof Appended appended) {
      long stream = appended.event().sequence();
      reports.insert(stream, submission.entry());
      reports.insertStatus(stream, 1, submission.status());
      if (sealed != null) {
        identities.insert(stream, sealed);
      }
    }
    return outcome;
  }

  /**
   * Begins a stream with its first event, whose sequence is the stream's number; or says what was
   * done under the key before.
   */
  SubmissionOutcome start(StreamId id, NewEvent first, @Nullable Idempotency once)
      throws SQLException {
    Instant now = clock.instant();
    long stream = head.sequence() + 1;
    if (once != null) {
      Optional<SubmissionOutcome> earlier = keys.claim(once, stream, stream, now);
      if (earlier.isPresent()) {
        return earlier.get();
      }
    }
    events.insertStream(stream, id);
    return new Appended(id, List.of(write(first, stream, id, 1, now)));
  }

  /** Begins a stream with its first event, whose sequence is the stream's number. */
  Event begin(StreamId id, NewEvent first) throws SQLException {
    long stream = head.sequence() + 1;
    events.insertStream(stream, id);
    return write(first, stream, id, 1, clock.instant());
  }

  /** What was done under a key before. */
  Optional<SubmissionOutcome> earlier(Idempotency once) throws SQLException {
    return keys.earlier(once, clock.instant());
  }

  /** Keeps the key of what was written, from an event on. */
  void keep(Idempotency once, long stream, long sequence) throws SQLException {
    keys.insert(once, stream, sequence);
  }

  /** A stream that exists. */
  Optional<StreamRow> find(StreamId id) throws SQLException {
    return events.find(id);
  }

  /** Adds an event to a stream. */
  Event add(StreamId id, StreamRow stream, NewEvent event) throws SQLException {
    if (stream.lastSequence() >= Store.MAX_STREAM_EVENTS) {
      throw refusal(Kind.STREAM_FULL, "stream " + id);
    }
    return write(event, stream.number(), id, stream.lastSequence() + 1, clock.instant());
  }

  /** The last event of a stream: what ends has room whatever went before. */
  Event end(StreamId id, StreamRow stream, NewEvent event) throws SQLException {
    return write(event, stream.number(), id, stream.lastSequence() + 1, clock.instant());
  }

  /** Has the write-ahead log emptied after the commit: it holds what was erased. */
  void scrub() {
    erased = true;
  }

  /** Keeps the identity that belongs to a stream. */
  void keepIdentity(StreamRow stream, SealedIdentity sealed) throws SQLException {
    identities.insert(stream.number(), sealed);
  }

  /** The identity that belongs to a stream, as it is sealed. */
  Optional<SealedIdentity> identity(StreamRow stream) throws SQLException {
    return identities.find(stream.number());
  }

  StreamOutcome append(StreamAppend append) throws SQLException {
    Instant now = clock.instant();
    Idempotency once = append.idempotency().orElse(null);
    Optional<SubmissionOutcome> earlier = once == null ? Optional.empty() : keys.earlier(once, now);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    Optional<StreamRow> found = events.find(append.stream());
    if (found.isEmpty()) {
      return new StreamOutcome.UnknownStream(append.stream());
    }
    StreamRow stream = found.get();
    if (stream.lastSequence() != append.expectedSequence()) {
      return new StreamOutcome.Conflict(stream.lastSequence());
    }
    if (stream.lastSequence() + append.events().size() > Store.MAX_STREAM_EVENTS) {
      throw refusal(Kind.STREAM_FULL, "stream " + append.stream());
    }
    List<Event> written = writeAll(append, stream, now);
    if (append.status().isPresent()) {
      long last = written.get(written.size() - 1).streamSequence();
      reports.insertStatus(stream.number(), last, append.status().get());
    }
    if (once != null) {
      keys.insert(once, stream.number(), head.sequence());
    }
    return new Appended(append.stream(), written);
  }

  boolean consume(NonceUse use) throws SQLException {
    Instant now = clock.instant();
    switch (nonces.state(use, now)) {
      case KEPT -> {
        return false;
      }
      case EXPIRED -> nonces.renew(use);
      case NEW -> {
        if (nonces.kept(use.scope()) >= options.noncesPerScope()) {
          forgotten += nonces.tidy(now, TIDY_CHUNK);
        }
        if (nonces.kept(use.scope()) >= options.noncesPerScope()) {
          throw refusal(Kind.NONCES_FULL, "nonces");
        }
        nonces.insert(use);
      }
    }
    return true;
  }

  boolean eraseIdentity(StreamId stream) throws SQLException {
    boolean found = identities.delete(stream);
    erased |= found;
    return found;
  }

  int sweep() throws SQLException {
    Instant now = clock.instant();
    int personal = CredentialTables.tidy(connection, now, TIDY_CHUNK);
    scrubLater |= personal > 0;
    int expired = BookingTables.expireDue(this, now, TIDY_CHUNK);
    expired += BookingTables.missDue(this, now, TIDY_CHUNK);
    Instant ended = now.minus(options.registrationRetention());
    int erasedNow = BookingTables.eraseDue(this, ended, now, TIDY_CHUNK);
    scrubLater |= erasedNow > 0;
    expired += BookingTables.forgetUnused(connection, now, TIDY_CHUNK);
    return personal
        + expired
        + erasedNow
        + keys.tidy(now, TIDY_CHUNK)
        + nonces.tidy(now, TIDY_CHUNK);
  }

  /** The connection of this session, for tables that prepare their own statements. */
  Connection connection() {
    return connection;
  }

  /**
   * Deletes personal rows by one key. What the log still holds of them goes with the next tidying:
   * emptying the log at each issuance would have every writer wait for every reader.
   */
  void erase(String sql, String key) throws SQLException {
    scrubLater |= CredentialTables.delete(connection, sql, key);
  }

  @Override
  public boolean tidy() throws SQLException {
    boolean more = sweep() >= TIDY_CHUNK;
    erased |= scrubLater;
    scrubLater = false;
    return more;
  }

  @Override
  public void probe() throws SQLException {
    Connections.execute(connection, "INSERT INTO probe VALUES (zeroblob(" + PROBE_BYTES + "))");
    Connections.execute(connection, "DELETE FROM probe");
  }

  private List<Event> writeAll(StreamAppend append, StreamRow stream, Instant now)
      throws SQLException {
    List<Event> written = new ArrayList<>(append.events().size());
    long sequence = stream.lastSequence();
    for (NewEvent event : append.events()) {
      sequence++;
      written.add(write(event, stream.number(), append.stream(), sequence, now));
    }
    return written;
  }

  private Event write(NewEvent event, long number, StreamId stream, long sequence, Instant now)
      throws SQLException {
    Position position = new Position(head.sequence() + 1, stream, sequence);
    Event recorded = Event.recorded(event, position, now, head.digest());
    events.insert(number, recorded);
    head = new ChainHead(position.sequence(), recorded.digest());
    return recorded;
  }

  private StoreException refusal(Kind kind, String where) {
    return StoreException.of(kind, file.name(), where, null);
  }
}

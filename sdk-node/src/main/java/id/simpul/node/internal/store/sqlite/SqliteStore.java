package id.simpul.node.internal.store.sqlite;

import id.simpul.node.internal.store.CertificateStore;
import id.simpul.node.internal.store.ChainHead;
import id.simpul.node.internal.store.CredentialStore;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.FhirStore;
import id.simpul.node.internal.store.NewEvent;
import id.simpul.node.internal.store.NonceUse;
import id.simpul.node.internal.store.ReportFilter;
import id.simpul.node.internal.store.ReportRow;
import id.simpul.node.internal.store.RequestStore;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreHealth;
import id.simpul.node.internal.store.StreamAppend;
import id.simpul.node.internal.store.StreamId;
import id.simpul.node.internal.store.StreamOutcome;
import id.simpul.node.internal.store.Submission;
import id.simpul.node.internal.store.SubmissionOutcome;
import id.simpul.node.internal.store.booking.BookingStore;
import id.simpul.node.internal.store.commit.GroupCommitWriter;
import id.simpul.node.internal.store.commit.SessionSource;
import id.simpul.node.internal.store.vault.IdentityVault;
import id.simpul.node.internal.store.vault.SealedIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The event store in one SQLite file, which several processes on one machine may share. */
public final class SqliteStore implements Store {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteStore.class);

  /** What a queued command holds beside its payload and identity. */
  static final long COMMAND_OVERHEAD_BYTES = 1024;

  private final IdentityVault vault;
  private final EventReads eventReads;
  private final ReadPool readers;
  private final GroupCommitWriter<LogSession> writer;
  private final CredentialStore credentials;
  private final RequestStore requests;
  private final FhirStore healthRecords;
  private final BookingStore bookings;
  private final CertificateStore certificates;

  private SqliteStore(
      IdentityVault vault,
      EventReads eventReads,
      SqliteWork work,
      InstantSource clock,
      String name) {
    this.vault = vault;
    this.eventReads = eventReads;
    this.readers = work.readers();
    this.writer = work.writer();
    this.credentials = new SqliteCredentialStore(work, vault, clock);
    this.requests = new SqliteRequestStore(work, vault, name);
    this.healthRecords = new SqliteFhirStore(work, vault, clock);
    this.bookings = new SqliteBookingStore(work, vault, clock);
    this.certificates = new SqliteCertificateStore(work, clock);
  }

  /**
   * Opens the store, making the file and bringing its schema up to date where needed.
   *
   * @param options where the file is and how the store is set up
   * @param vault encrypts identities
   * @param clock dates events and ends retentions
   * @return the open store; close it
   * @throws StoreException when the file cannot be opened, its schema is not this program's, or the
   *     database does not grant what durability needs
   */
  public static SqliteStore open(SqliteOptions options, IdentityVault vault, InstantSource clock) {
    Objects.requireNonNull(vault, "vault");
    Objects.requireNonNull(clock, "clock");
    Connections connections =
        new Connections(DatabaseFile.prepare(options.file(), options.name()), options);
    try (Connection connection = connections.writer()) {
      new Migrations(Migrations.ALL, options.name(), clock).apply(connection);
    } catch (SQLException e) {
      throw StoreException.of(SqliteFailures.kind(e), options.name(), "opening", e);
    }
    SqliteWork work =
        new SqliteWork(
            GroupCommitWriter.start(
                new Sessions(connections, options, clock), options.commit(), clock),
            new ReadPool(connections, options));
    return new SqliteStore(vault, new EventReads(options.name()), work, clock, options.name());
  }

  /** Opens the writer's sessions. */
  private record Sessions(Connections connections, SqliteOptions options, InstantSource clock)
      implements SessionSource<LogSession> {

    @Override
    public String name() {
      return options.name();
    }

    @Override
    public LogSession open() throws SQLException {
      Connection connection = connections.writer();
      try {
        return new LogSession(connection, connections.file(), options, clock);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    }

    @Override
    public StoreException explain(SQLException failure, String where) {
      return StoreException.of(SqliteFailures.kind(failure), options.name(), where, failure);
    }
  }

  @Override
  public CompletableFuture<SubmissionOutcome> append(Submission submission) {
    SealedIdentity sealed =
        submission.identity().map(plain -> vault.seal(submission.stream(), plain)).orElse(null);
    long bytes = COMMAND_OVERHEAD_BYTES + submission.event().payloadLength();
    if (sealed != null) {
      bytes += sealed.length();
    }
    return writer.submit(bytes, session -> session.append(submission, sealed));
  }

  @Override
  public CompletableFuture<StreamOutcome> appendToStream(StreamAppend append) {
    long bytes = append.events().stream().mapToLong(NewEvent::payloadLength).sum();
    return writer.submit(COMMAND_OVERHEAD_BYTES + bytes, session -> session.append(append));
  }

  @Override
  public CompletableFuture<Boolean> consumeNonce(NonceUse use) {
    Objects.requireNonNull(use, "use");
    return writer.submit(COMMAND_OVERHEAD_BYTES, session -> session.consume(use));
  }

  @Override
  public CompletableFuture<Boolean> eraseIdentity(StreamId stream) {
    Objects.requireNonNull(stream, "stream");
    return writer.submit(COMMAND_OVERHEAD_BYTES, session -> session.eraseIdentity(stream));
  }

  @Override
  public CompletableFuture<Integer> sweep() {
    return writer.submit(COMMAND_OVERHEAD_BYTES, LogSession::sweep);
  }

  @Override
  public Optional<byte[]> identity(StreamId stream) {
    return readers
        .read("identity of a stream", session -> eventReads.identity(session, stream))
        .map(sealed -> vault.open(stream, sealed));
  }

  @Override
  public List<Event> events(StreamId stream) {
    return readers.read("events of a stream", session -> eventReads.ofStream(session, stream));
  }

  @Override
  public Map<StreamId, List<Event>> events(Collection<StreamId> streams) {
    if (streams.size() > MAX_STREAMS) {
      throw new IllegalArgumentException(
          "At most " + MAX_STREAMS + " streams at once, not " + streams.size());
    }
    return readers.read("events of streams", session -> eventReads.ofStreams(session, streams));
  }

  @Override
  public List<Event> eventsAfter(long sequence, int limit) {
    if (limit < 1 || limit > MAX_PAGE) {
      throw new IllegalArgumentException("A page has 1 to " + MAX_PAGE + " events, not " + limit);
    }
    return readers.read("log page", session -> eventReads.after(session, sequence, limit));
  }

  @Override
  public ChainHead head() {
    return readers.read("head", eventReads::head);
  }

  @Override
  public Optional<ReportRow> findByPublicId(String publicId) {
    return find("public_id", publicId);
  }

  @Override
  public Optional<ReportRow> findByToken(String token) {
    return find("token", token);
  }

  private Optional<ReportRow> find(String column, String value) {
    Objects.requireNonNull(value, column);
    return readers
        .read("report by " + column, session -> ReportReads.by(session, column, value))
        .stream()
        .findFirst();
  }

  @Override
  public List<ReportRow> query(ReportFilter filter) {
    return readers.read("list of reports", session -> ReportReads.query(session, filter));
  }

  @Override
  public CredentialStore credentials() {
    return credentials;
  }

  @Override
  public RequestStore requests() {
    return requests;
  }

  @Override
  public FhirStore healthRecords() {
    return healthRecords;
  }

  @Override
  public BookingStore bookings() {
    return bookings;
  }

  @Override
  public CertificateStore certificates() {
    return certificates;
  }

  @Override
  public StoreHealth health() {
    return writer.health();
  }

  @Override
  public void close() {
    writer.close();
    try {
      readers.close();
    } catch (SQLException e) {
      LOG.warn("A reader of the event store did not close", e);
    }
  }
}

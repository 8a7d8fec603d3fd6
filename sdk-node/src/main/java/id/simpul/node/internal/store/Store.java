package id.simpul.node.internal.store;

import id.simpul.node.internal.store.booking.BookingStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The durable event store of a node. Thread-safe; several processes may share one database.
 *
 * <p>Writes return at once. Their future completes only after the commit is on disk, or fails with
 * a {@link StoreException}; it never fails otherwise. Futures complete on the writer's thread, so
 * what depends on them must be quick and must not wait for the store.
 *
 * <p>Reads block the calling thread, see every write acknowledged before they began, and throw
 * {@link StoreException}.
 */
public interface Store extends EventLog, AutoCloseable {
  /** The most streams whose events are read at once. */
  int MAX_STREAMS = ReportFilter.MAX_LIMIT;

  /** The most events in one stream. */
  int MAX_STREAM_EVENTS = 10_000;

  /**
   * Writes a new stream with its first event, index entry, identity and key, all or none.
   *
   * @param submission what to write
   * @return appended, replayed or in conflict with an earlier request under the same key
   */
  CompletableFuture<SubmissionOutcome> append(Submission submission);

  /**
   * Writes more events to a stream, all or none, if its last event is the one expected.
   *
   * @param append what to write
   * @return appended, replayed, or why not
   */
  CompletableFuture<StreamOutcome> appendToStream(StreamAppend append);

  /**
   * Uses up a nonce. Fails closed: with {@link StoreException.Kind#NONCES_FULL} when no more can be
   * kept for the scope.
   *
   * @param use the nonce and how long to keep it
   * @return true the first time, false while it is kept
   */
  CompletableFuture<Boolean> consumeNonce(NonceUse use);

  /**
   * Erases the identity that belongs to a stream. The events stay, and the chain verifies.
   *
   * @param stream the stream
   * @return true when there was one
   */
  CompletableFuture<Boolean> eraseIdentity(StreamId stream);

  /**
   * Forgets keys, nonces and what else has come to its end, at most a thousand of each. The store
   * does so by itself from time to time.
   *
   * @return how many were forgotten
   */
  CompletableFuture<Integer> sweep();

  /**
   * The identity that belongs to a stream.
   *
   * @param stream the stream
   * @return its plain bytes, or empty when there is none or it was erased
   */
  Optional<byte[]> identity(StreamId stream);

  /**
   * The events of one stream.
   *
   * @param stream the stream
   * @return all its events in order; empty when there is no such stream
   */
  List<Event> events(StreamId stream);

  /**
   * The events of several streams, read at once.
   *
   * @param streams at most {@value #MAX_STREAMS} streams
   * @return the events of each stream that exists, in order
   */
  Map<StreamId, List<Event>> events(Collection<StreamId> streams);

  /**
   * Finds a report by the id the world sees.
   *
   * @param publicId the public id
   * @return the report, or empty
   */
  Optional<ReportRow> findByPublicId(String publicId);

  /**
   * Finds a report by its token.
   *
   * @param token the token
   * @return the report, or empty
   */
  Optional<ReportRow> findByToken(String token);

  /**
   * Lists reports.
   *
   * @param filter which
   * @return the reports, newest first
   */
  List<ReportRow> query(ReportFilter filter);

  /**
   * What an issuer of credentials remembers, in the same database.
   *
   * @return the one store; it ends with this one
   */
  CredentialStore credentials();

  /**
   * What a verifier of credentials remembers, in the same database.
   *
   * @return the one store; it ends with this one
   */
  RequestStore requests();

  /**
   * The health records, in the same database.
   *
   * @return the one store; it ends with this one
   */
  FhirStore healthRecords();

  /**
   * What is remembered of vaccinations that are booked, in the same database.
   *
   * @return the one store; it ends with this one
   */
  BookingStore bookings();

  /**
   * Which health certificates were issued and taken back, in the same database.
   *
   * @return the one store; it ends with this one
   */
  CertificateStore certificates();

  /**
   * Whether the store can write. Never blocks.
   *
   * @return the health
   */
  StoreHealth health();

  /**
   * Takes nothing more, commits what waits within the drain time, fails the rest with {@link
   * StoreException.Kind#CLOSED} and closes. Does nothing the second time.
   */
  @Override
  void close();
}

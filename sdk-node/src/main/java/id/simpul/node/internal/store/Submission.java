package id.simpul.node.internal.store;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new stream: its first event, its entry in the index with the first status, and, where given, an
 * identity to be encrypted and a key that makes it count once. Immutable.
 */
public final class Submission {
  /** The largest identity in bytes. */
  public static final int MAX_IDENTITY_BYTES = 64 * 1024;

  private final StreamId stream;
  private final NewEvent event;
  private final ReportEntry entry;
  private final StatusEntry status;
  private final byte @Nullable [] identity;
  private final @Nullable Idempotency idempotency;

  private Submission(
      StreamId stream,
      NewEvent event,
      ReportEntry entry,
      StatusEntry status,
      byte @Nullable [] identity,
      @Nullable Idempotency idempotency) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.event = Objects.requireNonNull(event, "event");
    this.entry = Objects.requireNonNull(entry, "entry");
    this.status = Objects.requireNonNull(status, "status");
    this.identity = identity;
    this.idempotency = idempotency;
  }

  /**
   * A submission without identity and key.
   *
   * @param stream the new stream's id
   * @param event its first event
   * @param entry how the report is found again
   * @param status its first status
   * @return the submission
   */
  public static Submission of(
      StreamId stream, NewEvent event, ReportEntry entry, StatusEntry status) {
    return new Submission(stream, event, entry, status, null, null);
  }

  /**
   * The same submission with a citizen's identity.
   *
   * @param identity plain bytes, at most {@value #MAX_IDENTITY_BYTES}, copied; the store encrypts
   *     them before they leave the calling thread
   * @return a new submission
   */
  public Submission withIdentity(byte[] identity) {
    if (identity.length > MAX_IDENTITY_BYTES) {
      throw new IllegalArgumentException(
          "An identity has at most " + MAX_IDENTITY_BYTES + " bytes, not " + identity.length);
    }
    return new Submission(stream, event, entry, status, identity.clone(), idempotency);
  }

  /**
   * The same submission, to count once.
   *
   * @param idempotency key, fingerprint and retention
   * @return a new submission
   */
  public Submission once(Idempotency idempotency) {
    return new Submission(
        stream, event, entry, status, identity, Objects.requireNonNull(idempotency, "idempotency"));
  }

  /**
   * The new stream.
   *
   * @return its id
   */
  public StreamId stream() {
    return stream;
  }

  /**
   * The first event.
   *
   * @return the event
   */
  public NewEvent event() {
    return event;
  }

  /**
   * How the report is found again.
   *
   * @return the entry
   */
  public ReportEntry entry() {
    return entry;
  }

  /**
   * The first status.
   *
   * @return the status
   */
  public StatusEntry status() {
    return status;
  }

  /**
   * The identity to be encrypted.
   *
   * @return a copy of its plain bytes, or empty
   */
  public Optional<byte[]> identity() {
    return Optional.ofNullable(identity).map(byte[]::clone);
  }

  /**
   * What makes it count once.
   *
   * @return the key with its fingerprint, or empty
   */
  public Optional<Idempotency> idempotency() {
    return Optional.ofNullable(idempotency);
  }

  @Override
  public String toString() {
    return "Submission[" + stream + ", " + event + "]";
  }
}

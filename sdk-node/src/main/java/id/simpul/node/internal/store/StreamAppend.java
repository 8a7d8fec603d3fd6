package id.simpul.node.internal.store;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * More events for a stream that exists, written all or none, if nobody wrote to it since it was
 * read. Immutable.
 */
public final class StreamAppend {
  /** The most events in one append. */
  public static final int MAX_EVENTS = 100;

  private final StreamId stream;
  private final long expectedSequence;
  private final List<NewEvent> events;
  private final @Nullable StatusEntry status;
  private final @Nullable Idempotency idempotency;

  private StreamAppend(
      StreamId stream,
      long expectedSequence,
      List<NewEvent> events,
      @Nullable StatusEntry status,
      @Nullable Idempotency idempotency) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.expectedSequence = expectedSequence;
    this.events = List.copyOf(events);
    this.status = status;
    this.idempotency = idempotency;
    if (this.events.isEmpty() || this.events.size() > MAX_EVENTS) {
      throw new IllegalArgumentException(
          "An append has 1 to " + MAX_EVENTS + " events, not " + this.events.size());
    }
  }

  /**
   * An append that changes no status and may be sent twice.
   *
   * @param stream the stream
   * @param expectedSequence the stream sequence of the last event the caller has seen
   * @param events 1 to {@value #MAX_EVENTS} events, in order
   * @return the append
   */
  public static StreamAppend of(StreamId stream, long expectedSequence, List<NewEvent> events) {
    return new StreamAppend(stream, expectedSequence, events, null, null);
  }

  /**
   * The same append, after which the report has another status.
   *
   * @param status the status from the last of these events on
   * @return a new append
   */
  public StreamAppend withStatus(StatusEntry status) {
    return new StreamAppend(
        stream, expectedSequence, events, Objects.requireNonNull(status, "status"), idempotency);
  }

  /**
   * The same append, to count once.
   *
   * @param idempotency key, fingerprint and retention
   * @return a new append
   */
  public StreamAppend once(Idempotency idempotency) {
    return new StreamAppend(
        stream,
        expectedSequence,
        events,
        status,
        Objects.requireNonNull(idempotency, "idempotency"));
  }

  /**
   * The stream to append to.
   *
   * @return its id
   */
  public StreamId stream() {
    return stream;
  }

  /**
   * What the caller believes to be the last stream sequence.
   *
   * @return the sequence
   */
  public long expectedSequence() {
    return expectedSequence;
  }

  /**
   * The events, in order.
   *
   * @return an unmodifiable list with at least one
   */
  public List<NewEvent> events() {
    return events;
  }

  /**
   * The status after these events.
   *
   * @return the status, or empty when it does not change
   */
  public Optional<StatusEntry> status() {
    return Optional.ofNullable(status);
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
    return "StreamAppend[" + stream + ", " + events.size() + " event(s)]";
  }
}

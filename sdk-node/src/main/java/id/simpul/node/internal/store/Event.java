package id.simpul.node.internal.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/** One event of the log, as recorded. Immutable. */
public final class Event {
  private final Envelope envelope;
  private final Digest digest;
  private final byte[] payload;

  private Event(Envelope envelope, Digest digest, byte[] payload) {
    this.envelope = Objects.requireNonNull(envelope, "envelope");
    this.digest = Objects.requireNonNull(digest, "digest");
    this.payload = payload.clone();
  }

  /**
   * Records a new event at its place in the log.
   *
   * @param event what happened
   * @param position where it stands
   * @param recordedAt when this node writes it
   * @param previous the digest of the event before it in the log
   * @return the event with its digest computed
   */
  public static Event recorded(
      NewEvent event, Position position, Instant recordedAt, Digest previous) {
    Envelope envelope =
        new Envelope(
            position,
            event.type(),
            event.occurredAt(),
            recordedAt,
            event.actor(),
            event.payloadDigest(),
            previous);
    return new Event(envelope, envelope.digest(), event.payload());
  }

  /**
   * An event as it was found. Nothing is computed or compared: {@link ChainVerifier} does that.
   *
   * @param envelope its envelope as found
   * @param digest the envelope's digest as found
   * @param payload the payload as found, copied
   * @return the event
   */
  public static Event found(Envelope envelope, Digest digest, byte[] payload) {
    return new Event(envelope, digest, payload);
  }

  /**
   * Everything but the payload.
   *
   * @return the envelope
   */
  public Envelope envelope() {
    return envelope;
  }

  /**
   * The envelope's digest as recorded, to which the next event in the log refers.
   *
   * @return the recorded digest
   */
  public Digest digest() {
    return digest;
  }

  /**
   * The payload: canonical JSON as it was given.
   *
   * @return a copy of its bytes
   */
  public byte[] payload() {
    return payload.clone();
  }

  /**
   * The number in the whole log.
   *
   * @return 1 or more
   */
  public long sequence() {
    return envelope.position().sequence();
  }

  /**
   * The number in the stream.
   *
   * @return 1 or more
   */
  public long streamSequence() {
    return envelope.position().streamSequence();
  }

  /**
   * The stream the event belongs to.
   *
   * @return its id
   */
  public StreamId stream() {
    return envelope.position().stream();
  }

  /**
   * What happened.
   *
   * @return type and version
   */
  public EventType type() {
    return envelope.type();
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Event other
        && envelope.equals(other.envelope)
        && digest.equals(other.digest)
        && Arrays.equals(payload, other.payload);
  }

  @Override
  public int hashCode() {
    return digest.hashCode();
  }

  @Override
  public String toString() {
    return "Event[" + sequence() + ", " + type() + ", stream " + stream() + "]";
  }
}

package id.simpul.node.internal.store;

import java.time.Instant;
import java.util.Objects;

/**
 * An event on its way into the log. Immutable; its payload is digested here, on the caller's
 * thread, so that the writer's thread need not.
 */
public final class NewEvent {
  /** The largest payload in bytes. */
  public static final int MAX_PAYLOAD_BYTES = 1 << 20;

  /** The longest actor in characters. */
  public static final int MAX_ACTOR_LENGTH = 200;

  private final EventType type;
  private final Instant occurredAt;
  private final String actor;
  private final byte[] payload;
  private final Digest payloadDigest;

  /**
   * Creates an event.
   *
   * @param type what happened
   * @param occurredAt when it happened in the world; cut to microseconds
   * @param actor who did it, as opaque text of 1 to {@value #MAX_ACTOR_LENGTH} characters; never a
   *     citizen's name, number or address
   * @param payload canonical JSON, at most {@value #MAX_PAYLOAD_BYTES} bytes, copied; never holds a
   *     citizen's identity
   */
  public NewEvent(EventType type, Instant occurredAt, String actor, byte[] payload) {
    this.type = Objects.requireNonNull(type, "type");
    this.occurredAt = Texts.stored("occurredAt", occurredAt);
    this.actor = Texts.bounded("actor", actor, MAX_ACTOR_LENGTH);
    if (payload.length > MAX_PAYLOAD_BYTES) {
      throw new IllegalArgumentException(
          "A payload has at most " + MAX_PAYLOAD_BYTES + " bytes, not " + payload.length);
    }
    this.payload = payload.clone();
    this.payloadDigest = Digest.of(this.payload);
  }

  /**
   * What happened.
   *
   * @return type and version
   */
  public EventType type() {
    return type;
  }

  /**
   * When it happened in the world.
   *
   * @return an instant in whole microseconds
   */
  public Instant occurredAt() {
    return occurredAt;
  }

  /**
   * Who did it.
   *
   * @return opaque text
   */
  public String actor() {
    return actor;
  }

  /**
   * The payload as given.
   *
   * @return a copy of its bytes
   */
  public byte[] payload() {
    return payload.clone();
  }

  /**
   * How long the payload is.
   *
   * @return its length in bytes
   */
  public int payloadLength() {
    return payload.length;
  }

  /**
   * The digest of the payload.
   *
   * @return SHA-256 of its bytes
   */
  public Digest payloadDigest() {
    return payloadDigest;
  }

  @Override
  public String toString() {
    return "NewEvent[" + type + ", " + payload.length + " bytes]";
  }
}

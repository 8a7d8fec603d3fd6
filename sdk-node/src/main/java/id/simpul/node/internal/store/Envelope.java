package id.simpul.node.internal.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * Everything about an event but its payload. Its digest covers every member, the payload through
 * its digest and all earlier events through the previous one's: a chain over the whole log.
 *
 * @param position where the event stands
 * @param type what happened
 * @param occurredAt when it happened in the world, in whole microseconds
 * @param recordedAt when this node wrote it, in whole microseconds
 * @param actor who did it, opaque
 * @param payloadDigest SHA-256 of the payload's bytes
 * @param previousDigest the digest of the envelope before this one in the log, {@link Digest#ZERO}
 *     for the first
 */
public record Envelope(
    Position position,
    EventType type,
    Instant occurredAt,
    Instant recordedAt,
    String actor,
    Digest payloadDigest,
    Digest previousDigest) {

  /** Names the encoding, so that another may follow without doubt about which one was used. */
  private static final byte[] DOMAIN = "id.simpul.event.v1\n".getBytes(StandardCharsets.US_ASCII);

  private static final int FIXED_BYTES =
      DOMAIN.length + 4 * Long.BYTES + 4 * Integer.BYTES + 2 * Digest.LENGTH;

  /** Checks that all members are given and cuts the instants to microseconds. */
  public Envelope {
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(type, "type");
    occurredAt = Texts.stored("occurredAt", occurredAt);
    recordedAt = Texts.stored("recordedAt", recordedAt);
    Texts.bounded("actor", actor, NewEvent.MAX_ACTOR_LENGTH);
    Objects.requireNonNull(payloadDigest, "payloadDigest");
    Objects.requireNonNull(previousDigest, "previousDigest");
  }

  /**
   * The digest of this envelope: SHA-256 over the line {@code id.simpul.event.v1}, then sequence,
   * stream id, stream sequence, type, version, occurredAt, recordedAt, actor, payload digest and
   * previous digest. Numbers are big-endian, 8 bytes but 4 for the version; instants are
   * microseconds since 1970; texts are UTF-8 after their length in 4 bytes.
   *
   * @return the digest, computed anew
   */
  public Digest digest() {
    byte[] stream = utf8(position.stream().value());
    byte[] name = utf8(type.name());
    byte[] who = utf8(actor);
    ByteBuffer out = ByteBuffer.allocate(FIXED_BYTES + stream.length + name.length + who.length);
    out.put(DOMAIN).putLong(position.sequence());
    out.putInt(stream.length).put(stream).putLong(position.streamSequence());
    out.putInt(name.length).put(name).putInt(type.version());
    out.putLong(micros(occurredAt)).putLong(micros(recordedAt));
    out.putInt(who.length).put(who);
    out.put(payloadDigest.bytes()).put(previousDigest.bytes());
    return Digest.of(out.array());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}

package id.simpul.node.internal.store;

import id.simpul.core.value.GeoPoint;
import id.simpul.node.internal.store.vault.IdentityKey;
import id.simpul.node.internal.store.vault.IdentityVault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Invented content for the store's tests, the same for the same seed. */
public final class Samples {
  /** When the tests' time begins. */
  public static final Instant START = Instant.parse("2026-11-02T01:02:03.456789Z");

  /** How long the tests keep a key. */
  public static final Duration RETENTION = Duration.ofDays(1);

  /** The type of a first event. */
  public static final EventType SUBMITTED = new EventType("report.submitted", 1);

  /** The type of a later event. */
  public static final EventType MOVED = new EventType("report.status-changed", 1);

  private Samples() {}

  /** A vault whose key is no secret. */
  public static IdentityVault vault() {
    byte[] key = new byte[IdentityKey.LENGTH];
    new Random(42).nextBytes(key);
    return IdentityVault.of(IdentityKey.of("test-1", key), List.of());
  }

  /** The stream that belongs to a name. */
  public static StreamId stream(String name) {
    return new StreamId("stream-" + name);
  }

  /** A first event with a payload that names it. */
  public static NewEvent submitted(String name) {
    return event(SUBMITTED, "{\"report\":\"" + name + "\"}");
  }

  /** A later event with a payload that names it. */
  public static NewEvent moved(String name) {
    return event(MOVED, "{\"moved\":\"" + name + "\"}");
  }

  /** An event with a payload. */
  public static NewEvent event(EventType type, String json) {
    return new NewEvent(type, START, "test", json.getBytes(StandardCharsets.UTF_8));
  }

  /** The index entry that belongs to a name. */
  public static ReportEntry entry(String name) {
    return ReportEntry.of("public-" + name, "001", START).at(GeoPoint.of("-1.6100", "103.6100"));
  }

  /** A status. */
  public static StatusEntry status(String status) {
    return new StatusEntry(status, START);
  }

  /** A submission without identity and key. */
  public static Submission submission(String name) {
    return Submission.of(stream(name), submitted(name), entry(name), status("submitted"));
  }

  /** A key of one caller, with the fingerprint of a content. */
  public static Idempotency once(String key, String content) {
    return new Idempotency(
        new IdempotencyKey("caller", "requests.create", key),
        Digest.of(content.getBytes(StandardCharsets.UTF_8)),
        START.plus(RETENTION));
  }
}

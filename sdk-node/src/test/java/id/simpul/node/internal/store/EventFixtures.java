package id.simpul.node.internal.store;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Events as they were recorded by every version that ever shipped, one a file: the envelope's
 * members, and the payload as text, so that its bytes are what they were. A new version adds files;
 * none is ever changed or removed.
 */
public final class EventFixtures {
  private EventFixtures() {}

  /** Every fixture, in the order of the log they were recorded in. */
  public static List<Event> all() {
    try (Stream<Path> files =
        Files.list(
            Path.of(Objects.requireNonNull(EventFixtures.class.getResource("/events")).toURI()))) {
      return files.sorted().map(EventFixtures::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One fixture, by the name of its file. */
  public static Event read(Path file) {
    try {
      JsonObject json = (JsonObject) Json.read(Files.readAllBytes(file), Limits.DEFAULT);
      Envelope envelope =
          new Envelope(
              new Position(
                  number(json, "sequence"),
                  new StreamId(text(json, "stream")),
                  number(json, "stream_sequence")),
              new EventType(text(json, "type"), (int) number(json, "version")),
              Instant.parse(text(json, "occurred_at")),
              Instant.parse(text(json, "recorded_at")),
              text(json, "actor"),
              digest(json, "payload_digest"),
              digest(json, "previous_digest"));
      return Event.found(
          envelope, digest(json, "digest"), text(json, "payload").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** A recorded event as the text of a fixture, for a version that is about to ship. */
  public static String write(Event event) {
    Envelope envelope = event.envelope();
    JsonObject json =
        JsonObject.builder()
            .put("sequence", JsonNumber.of(event.sequence()))
            .put("stream", event.stream().value())
            .put("stream_sequence", JsonNumber.of(event.streamSequence()))
            .put("type", event.type().name())
            .put("version", JsonNumber.of(event.type().version()))
            .put("occurred_at", envelope.occurredAt().toString())
            .put("recorded_at", envelope.recordedAt().toString())
            .put("actor", envelope.actor())
            .put("payload_digest", envelope.payloadDigest().toString())
            .put("previous_digest", envelope.previousDigest().toString())
            .put("digest", event.digest().toString())
            .put("payload", new String(event.payload(), StandardCharsets.UTF_8))
            .build();
    return new String(Json.toBytes(json), StandardCharsets.UTF_8);
  }

  private static String text(JsonObject json, String name) {
    return ((JsonString) json.get(name).orElseThrow()).value();
  }

  private static long number(JsonObject json, String name) {
    return Long.parseLong(((JsonNumber) json.get(name).orElseThrow()).lexeme());
  }

  private static Digest digest(JsonObject json, String name) {
    return Digest.ofBytes(HexFormat.of().parseHex(text(json, name)));
  }
}

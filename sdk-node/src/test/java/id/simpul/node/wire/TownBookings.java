package id.simpul.node.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a transcript about bookings starts from: said in a line, done at the node. */
final class TownBookings {
  private static final Pattern HELD =
      Pattern.compile(
          "\\{\\{([a-z]+)}} held at ([a-z-]+)(?: under the key ([a-z0-9-]+))?"
              + "( until its time was over)?");
  private static final Pattern BOOKED =
      Pattern.compile("\\{\\{([a-z]+)}} booked for ([0-9]{16})(?: under the key ([a-z0-9-]+))?");
  private static final Pattern CANCELLED = Pattern.compile("\\{\\{([a-z]+)}} cancelled");
  private static final Pattern FULFILLED =
      Pattern.compile("\\{\\{([a-z]+)}} fulfilled by (Immunization/[0-9]+)");
  private static final Pattern ID = Pattern.compile("\"booking_id\":\"([^\"]+)\"");
  private static final Duration HOLD = Duration.ofMinutes(10);
  private static final String PLACE =
      "{\"id\":\"pkm-1\",\"name\":\"Puskesmas Duvowi\",\"phone\":\"+62840 7654321\",\"address\":"
          + "\"Jalan Duvowi No. 3\",\"city\":\"Kota Jambi\",\"province\":\"Jambi\","
          + "\"postal_code\":\"36122\"}";

  private final TownHappenings.Sender node;
  private final AtomicReference<Instant> clock;

  TownBookings(TownHappenings.Sender node, AtomicReference<Instant> clock) {
    this.node = node;
    this.clock = clock;
  }

  /** The slots of every transcript: one is full, one has begun. */
  void offer() {
    send(
        "PUT",
        "/agenda",
        "health-key",
        "",
        "{\"places\":["
            + PLACE
            + "],\"slots\":["
            + slot("s-kini", "2026-11-21T08:00:00+07:00", 10)
            + ","
            + slot("s-pagi", "2026-11-24T08:00:00+07:00", 100)
            + ","
            + slot("s-penuh", "2026-11-24T09:00:00+07:00", 0)
            + ","
            + slot("s-siang", "2026-11-24T10:00:00+07:00", 100)
            + "]}");
  }

  private static String slot(String id, String start, int capacity) {
    return "{\"id\":\""
        + id
        + "\",\"place\":\"pkm-1\",\"campaign\":\"covid-19\",\"vaccine\":{\"cvx\":\"210\","
        + "\"display\":\"AstraZeneca\",\"kfa\":[\"93004035\",\"VG213\"]},\"doses\":[1,2],\"start\":\""
        + start
        + "\",\"end\":\""
        + start.substring(0, 11)
        + "12:00:00+07:00\",\"capacity\":"
        + capacity
        + "}";
  }

  /** Makes a line happen, if it is one about bookings. */
  Optional<Placeholders> prepare(String line, Placeholders values) {
    Matcher held = HELD.matcher(line);
    if (held.matches()) {
      return Optional.of(values.with(held.group(1), held(held)));
    }
    Matcher booked = BOOKED.matcher(line);
    if (booked.matches()) {
      String id = hold("s-siang", "");
      confirm(id, booked.group(2), key(booked.group(3)));
      return Optional.of(values.with(booked.group(1), id));
    }
    Matcher cancelled = CANCELLED.matcher(line);
    if (cancelled.matches()) {
      String path = "/bookings/" + values.value(cancelled.group(1)) + "/cancellation";
      send("POST", path, "reporter-key", "", "");
      return Optional.of(values);
    }
    Matcher fulfilled = FULFILLED.matcher(line);
    if (fulfilled.matches()) {
      String path = "/bookings/" + values.value(fulfilled.group(1)) + "/immunization";
      send("PUT", path, "health-key", "", "{\"immunization\":\"" + fulfilled.group(2) + "\"}");
      return Optional.of(values);
    }
    return Optional.empty();
  }

  private String held(Matcher said) {
    if (said.group(4) == null) {
      return hold(said.group(2), key(said.group(3)));
    }
    clock.set(TownNode.NOW.minus(HOLD));
    try {
      return hold(said.group(2), key(said.group(3)));
    } finally {
      clock.set(TownNode.NOW);
    }
  }

  private static String key(@Nullable String key) {
    return key == null ? "" : "Idempotency-Key: " + key + "\n";
  }

  private String hold(String slot, String key) {
    String answer = send("POST", "/holds", "reporter-key", key, "{\"slot_id\":\"" + slot + "\"}");
    Matcher id = ID.matcher(answer);
    assertThat(id.find()).as(answer).isTrue();
    return id.group(1);
  }

  private void confirm(String id, String nik, String key) {
    send(
        "POST",
        "/holds/" + id + "/confirmation",
        "reporter-key",
        key,
        "{\"nik\":\""
            + nik
            + "\",\"name\":\"Bakalo Mirasi\",\"birth_date\":\"1990-07-01\",\"phone\":"
            + "\"+62840 1234567\",\"campaign\":\"covid-19\",\"vaccine\":\"210\",\"dose\":2}");
  }

  private String send(String method, String path, String auth, String field, String body) {
    String type = body.isEmpty() ? "" : "Content-Type: application/json\n";
    try {
      return node.send(
              method
                  + " /vaccination/v1"
                  + path
                  + " HTTP/1.1\nHost: simpul.jambi.example\nAuthorization: Bearer "
                  + auth
                  + "\n"
                  + field
                  + type
                  + "Content-Length: {{length}}\n\n"
                  + body)
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

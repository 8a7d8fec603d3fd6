package id.simpul.node.internal.store.sqlite;

import static id.simpul.node.internal.store.Samples.moved;
import static id.simpul.node.internal.store.Samples.stream;
import static id.simpul.node.internal.store.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.store.ChainHead;
import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainReport.Broken;
import id.simpul.node.internal.store.ChainReport.Reason;
import id.simpul.node.internal.store.ChainVerifier;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Envelope;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.Position;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.StreamAppend;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thousands of changes to the log from outside, each of which must be found. */
final class ChainTamperingTest {
  private static final int TAMPERINGS = Integer.getInteger("simpul.tamperings", 2000);
  private static final long SEED = Long.getLong("simpul.seed", 20261102L);
  private static final int STREAMS = 12;
  private static final int EVENTS = 3 * STREAMS;

  /** Columns that hold a digest or content, then those that hold a number, then texts. */
  private static final List<String> BYTES =
      List.of("payload", "payload_digest", "previous_digest", "digest");

  private static final List<String> NUMBERS =
      List.of("stream_sequence", "version", "occurred_at", "recorded_at");
  private static final List<String> TEXTS = List.of("type", "actor");

  @TempDir Path folder;
  private SqliteStore store;
  private RawDatabase raw;
  private ChainHead head;

  @BeforeEach
  void fillTheLog() throws Exception {
    Path file = folder.resolve("node.db");
    store =
        SqliteStore.open(
            SqliteOptions.builder(file).build(), Samples.vault(), new SettableClock(Samples.START));
    for (int i = 0; i < STREAMS; i++) {
      store.append(submission("s" + i)).join();
    }
    for (int i = 0; i < STREAMS; i++) {
      store.appendToStream(StreamAppend.of(stream("s" + i), 1, List.of(moved("x"), moved("y"))));
    }
    store.sweep().join();
    head = store.head();
    assertThat(head.sequence()).isEqualTo(EVENTS);
    raw = new RawDatabase(file);
    raw.run("PRAGMA foreign_keys = OFF");
    raw.dropTriggers();
    for (String table : List.of("event", "stream", "store_state")) {
      raw.run("CREATE TEMP TABLE kept_" + table + " AS SELECT * FROM " + table);
    }
  }

  @AfterEach
  void close() throws Exception {
    raw.close();
    store.close();
  }

  private void restore() throws SQLException {
    raw.run("BEGIN");
    for (String table : List.of("event", "stream", "store_state")) {
      raw.run("DELETE FROM main." + table);
      raw.run("INSERT INTO main." + table + " SELECT * FROM kept_" + table);
    }
    raw.run("COMMIT");
  }

  @Test
  void verify_logAsWritten_isIntactWithEveryWitness() {
    assertThat(verify()).isEqualTo(new ChainReport.Intact(head));
    for (Event event : store.eventsAfter(0, EVENTS)) {
      ChainHead witness = new ChainHead(event.sequence(), event.digest());
      assertThat(new ChainVerifier(store).verify(witness)).isEqualTo(new ChainReport.Intact(head));
    }
  }

  @Test
  void verify_anyRandomTampering_isFoundWhereItBegins() throws Exception {
    Random random = new Random(SEED);
    int found = 0;
    for (int i = 0; i < TAMPERINGS; i++) {
      Tampering tampering = tamper(random);
      ChainReport report = verify();
      assertThat(report)
          .as("tampering %s of seed %s: %s", i, SEED, tampering)
          .isInstanceOf(Broken.class);
      assertThat(((Broken) report).sequence())
          .as("tampering %s of seed %s: %s", i, SEED, tampering)
          .isBetween(tampering.first(), tampering.latest());
      found++;
      restore();
    }
    assertThat(verify()).isEqualTo(new ChainReport.Intact(head));
    System.out.println("tamperings: " + found + " of " + TAMPERINGS + " found, seed " + SEED);
  }

  @Test
  void verify_tailCutAndHeadRewritten_isFoundByAWitness() throws Exception {
    List<Event> events = store.eventsAfter(0, EVENTS);
    for (int kept = 0; kept < EVENTS; kept++) {
      Digest digest = kept == 0 ? Digest.ZERO : events.get(kept - 1).digest();
      raw.run("DELETE FROM event WHERE sequence > ?", kept);
      raw.run("UPDATE store_state SET head_sequence = ?, head_digest = ?", kept, digest.bytes());

      assertThat(new ChainVerifier(store).verify(head))
          .isEqualTo(new Broken(kept + 1, Reason.MISSING));
      restore();
    }
  }

  @Test
  void verify_wholeTailRewrittenWithAFreshChain_isFoundByAWitness() throws Exception {
    List<Event> events = store.eventsAfter(0, EVENTS);
    Digest previous = events.get(9).digest();
    for (Event event : events.subList(10, EVENTS)) {
      Event forged =
          Event.recorded(
              Samples.event(event.type(), "{\"forged\":true}"),
              event.envelope().position(),
              event.envelope().recordedAt(),
              previous);
      write(forged, event.sequence());
      previous = forged.digest();
    }
    raw.run("UPDATE store_state SET head_digest = ?", (Object) previous.bytes());

    assertThat(verify()).isInstanceOf(ChainReport.Intact.class);
    assertThat(new ChainVerifier(store).verify(head))
        .isEqualTo(new Broken(EVENTS, Reason.HEAD_DIFFERS));
  }

  /**
   * What was done, and between which events it must be found.
   *
   * @param what for the message of a failure
   * @param first the first event that was changed
   * @param latest where it must be found at the latest: one later when the change was covered up
   */
  private record Tampering(String what, long first, long latest) {
    static Tampering at(String what, long sequence) {
      return new Tampering(what + " of event " + sequence, sequence, sequence);
    }
  }

  private Tampering tamper(Random random) throws SQLException {
    long one = 1L + random.nextInt(EVENTS);
    return switch (random.nextInt(10)) {
      case 0, 1 -> editBytes(random, pick(random, BYTES), one);
      case 2 -> editNumber(random, pick(random, NUMBERS), one);
      case 3 -> editText(pick(random, TEXTS), one);
      case 4 -> moveToAnotherStream(random, one);
      case 5 -> editAndCoverUp(one);
      case 6 -> swap(random, one, "payload", "payload_digest");
      case 7 ->
          swap(random, one, "type", "version", "actor", "payload", "payload_digest", "digest");
      case 8 -> delete(one, one + random.nextInt(3));
      default -> delete(one, EVENTS);
    };
  }

  private Tampering editBytes(Random random, String column, long sequence) throws SQLException {
    byte[] bytes = raw.bytes("SELECT " + column + " FROM event WHERE sequence = ?", sequence);
    if (random.nextInt(8) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    } else {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    raw.run("UPDATE event SET " + column + " = ? WHERE sequence = ?", bytes, sequence);
    return Tampering.at("edit of " + column, sequence);
  }

  private Tampering editNumber(Random random, String column, long sequence) throws SQLException {
    long more = 1000L + random.nextInt(1000);
    raw.run(
        "UPDATE event SET " + column + " = " + column + " + ? WHERE sequence = ?", more, sequence);
    return Tampering.at("edit of " + column, sequence);
  }

  private Tampering editText(String column, long sequence) throws SQLException {
    raw.run("UPDATE event SET " + column + " = " + column + " || 'x' WHERE sequence = ?", sequence);
    return Tampering.at("edit of " + column, sequence);
  }

  private Tampering moveToAnotherStream(Random random, long sequence) throws SQLException {
    if (random.nextBoolean()) {
      String number = raw.text("SELECT stream FROM event WHERE sequence = ?", sequence);
      raw.run("UPDATE stream SET id = 'other' WHERE number = ?", Long.parseLong(number));
      return Tampering.at("new name for the stream", Long.parseLong(number));
    }
    raw.run(
        "UPDATE event SET stream = stream % ? + 1, stream_sequence = 77 WHERE sequence = ?",
        STREAMS, sequence);
    return Tampering.at("move to another stream", sequence);
  }

  /** Edits an event and computes its digests anew, as somebody who knows how would. */
  private Tampering editAndCoverUp(long sequence) throws SQLException {
    Event event = store.eventsAfter(sequence - 1, 1).get(0);
    Envelope before = event.envelope();
    Position position = before.position();
    Event forged =
        Event.recorded(
            Samples.event(event.type(), "{\"forged\":" + sequence + "}"),
            position,
            before.recordedAt(),
            before.previousDigest());
    write(forged, sequence);
    return new Tampering("covered-up edit of event " + sequence, sequence, sequence + 1);
  }

  private void write(Event event, long sequence) throws SQLException {
    raw.run(
        "UPDATE event SET payload = ?, payload_digest = ?, previous_digest = ?, digest = ?,"
            + " occurred_at = ?, actor = ? WHERE sequence = ?",
        event.payload(),
        event.envelope().payloadDigest().bytes(),
        event.envelope().previousDigest().bytes(),
        event.digest().bytes(),
        Micros.of(event.envelope().occurredAt()),
        event.envelope().actor(),
        sequence);
  }

  private Tampering swap(Random random, long one, String... columns) throws SQLException {
    long other = 1 + (one + random.nextInt(EVENTS - 1)) % EVENTS;
    if (same(one, other, columns)) {
      return delete(one, one);
    }
    for (String column : columns) {
      raw.run(
          "UPDATE event SET "
              + column
              + " = (SELECT k."
              + column
              + " FROM kept_event k WHERE k.sequence = ? - event.sequence)"
              + " WHERE sequence IN (?, ?)",
          one + other,
          one,
          other);
    }
    return Tampering.at("swap with another", Math.min(one, other));
  }

  /** Two later events of these tests may hold the same, and swapping them changes nothing. */
  private boolean same(long one, long other, String... columns) throws SQLException {
    for (String column : columns) {
      String select = "SELECT hex(" + column + ") FROM event WHERE sequence = ?";
      if (!raw.text(select, one).equals(raw.text(select, other))) {
        return false;
      }
    }
    return true;
  }

  private Tampering delete(long from, long to) throws SQLException {
    raw.run("DELETE FROM event WHERE sequence BETWEEN ? AND ?", from, to);
    return Tampering.at("deletion up to event " + to, from);
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private ChainReport verify() {
    return new ChainVerifier(store).verify();
  }
}

package id.simpul.node.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.store.sqlite.SqliteOptions;
import id.simpul.node.internal.store.sqlite.SqliteStore;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every version of every event that ever shipped can be read, verified and replayed. */
final class EventFixturesTest {
  @TempDir Path folder;

  @Test
  void all_fixtures_areEveryVersionThatShipped() {
    assertThat(EventFixtures.all())
        .extracting(event -> event.sequence() + " " + event.type())
        .containsExactly(
            "1 report.submitted v1",
            "2 report.status-changed v1",
            "3 report.status-changed v1",
            "4 credential.offered v1",
            "5 credential.issued v1",
            "6 credential.status-set v1",
            "7 fhir.resource-stored v1",
            "8 booking.agenda-updated v1",
            "9 booking.held v1",
            "10 booking.confirmed v1",
            "11 booking.fulfilled v1",
            "12 booking.cancelled v1",
            "13 booking.expired v1",
            "14 booking.missed v1",
            "15 booking.looked-up v1",
            "16 booking.erased v1",
            "17 health-certificate.issued v1",
            "18 health-certificate.revoked v1",
            "19 fhir.resource-erased v1");
  }

  @Test
  void all_fixtures_areOneIntactChain() {
    List<Event> events = EventFixtures.all();
    Event last = events.get(events.size() - 1);
    ChainHead head = new ChainHead(last.sequence(), last.digest());

    assertThat(new ChainVerifier(new ListedLog(events, head), 2).verify())
        .isEqualTo(new ChainReport.Intact(head));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-report.submitted.v1.json",
        "0002-report.status-changed.v1.json",
        "0003-report.status-changed.v1.json",
        "0004-credential.offered.v1.json",
        "0005-credential.issued.v1.json",
        "0006-credential.status-set.v1.json",
        "0007-fhir.resource-stored.v1.json",
        "0008-booking.agenda-updated.v1.json",
        "0009-booking.held.v1.json",
        "0010-booking.confirmed.v1.json",
        "0011-booking.fulfilled.v1.json",
        "0012-booking.cancelled.v1.json",
        "0013-booking.expired.v1.json",
        "0014-booking.missed.v1.json",
        "0015-booking.looked-up.v1.json",
        "0016-booking.erased.v1.json",
        "0017-health-certificate.issued.v1.json",
        "0018-health-certificate.revoked.v1.json",
        "0019-fhir.resource-erased.v1.json"
      })
  void fixture_readAndWritten_isTheSameText(String name) throws Exception {
    URI uri = Objects.requireNonNull(getClass().getResource("/events/" + name)).toURI();
    String text = Files.readString(Path.of(uri));

    assertThat(EventFixtures.write(EventFixtures.read(Path.of(uri))) + "\n").isEqualTo(text);
  }

  @Test
  void all_fixtures_replayedIntoAStore_areReadBackWithTheirContent() {
    SqliteOptions options = SqliteOptions.builder(folder.resolve("node.db")).build();
    try (SqliteStore store =
        SqliteStore.open(options, Samples.vault(), new SettableClock(Samples.START))) {
      Map<StreamId, Long> written = new HashMap<>();
      for (Event event : EventFixtures.all()) {
        replay(store, event, written.merge(event.stream(), 1L, Long::sum));
      }
      for (Event event : EventFixtures.all()) {
        Event found = store.eventsAfter(event.sequence() - 1, 1).get(0);
        assertThat(found.type()).isEqualTo(event.type());
        assertThat(found.payload()).isEqualTo(event.payload());
        assertThat(found.envelope().actor()).isEqualTo(event.envelope().actor());
        assertThat(found.envelope().occurredAt()).isEqualTo(event.envelope().occurredAt());
        assertThat(found.envelope().payloadDigest()).isEqualTo(event.envelope().payloadDigest());
      }
    }
  }

  private static void replay(Store store, Event event, long streamSequence) {
    Envelope envelope = event.envelope();
    NewEvent again =
        new NewEvent(event.type(), envelope.occurredAt(), envelope.actor(), event.payload());
    if (streamSequence == 1) {
      Submission first =
          Submission.of(
              event.stream(),
              again,
              Samples.entry(event.stream().value()),
              Samples.status("submitted"));
      store.append(first).join();
    } else {
      store
          .appendToStream(StreamAppend.of(event.stream(), streamSequence - 1, List.of(again)))
          .join();
    }
  }

  /** A log in memory. */
  private record ListedLog(List<Event> events, ChainHead head) implements EventLog {
    @Override
    public List<Event> eventsAfter(long sequence, int limit) {
      return events.stream().filter(event -> event.sequence() > sequence).limit(limit).toList();
    }
  }
}

package id.simpul.health.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.fhir.Resource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NotificationTrackerTest {
  private final NotificationTracker tracker = NotificationTracker.of("s1", 0);

  /** A notification in the form of the guide's examples. */
  private static Bundle bundle(String type, long count, long... numbers) {
    return bundle("Subscription/s1", type, count, numbers);
  }

  private static Bundle bundle(String subscription, String type, long count, long... numbers) {
    StringBuilder json =
        new StringBuilder(
            "{\"resourceType\":\"Bundle\",\"type\":\"history\",\"entry\":[{\"fullUrl\":\"urn:uuid:"
                + "b0bf7154-6967-4f32-b0b5-d994dcc6e00f\",\"resource\":{\"resourceType\":"
                + "\"Parameters\",\"parameter\":[{\"name\":\"subscription\",\"valueReference\":"
                + "{\"reference\":\""
                + subscription
                + "\"}},{\"name\":\"status\",\"valueCode\":\"active\"},{\"name\":\"type\","
                + "\"valueCode\":\""
                + type
                + "\"},{\"name\":\"events-since-subscription-start\",\"valueString\":\""
                + count
                + "\"}");
    for (long number : numbers) {
      json.append(
          ",{\"name\":\"notification-event\",\"part\":["
              + (number == 0
                  ? ""
                  : "{\"name\":\"event-number\",\"valueString\":\"" + number + "\"},")
              + "{\"name\":\"focus\",\"valueReference\":{\"reference\":"
              + "\"https://fhir.example/Encounter/e"
              + number
              + "\"}}]}");
    }
    json.append("]}}");
    for (long number : numbers) {
      json.append(",{\"resource\":{\"resourceType\":\"Encounter\",\"id\":\"e" + number + "\"}}");
    }
    try {
      return FhirJson.read(
          json.append("]}").toString().getBytes(StandardCharsets.UTF_8), Bundle.TYPE);
    } catch (FormatException e) {
      throw new AssertionError(e);
    }
  }

  private Notification taken(Bundle bundle) throws FormatException {
    return taken(tracker, bundle);
  }

  /** Taken, and done. */
  private static Notification taken(NotificationTracker by, Bundle bundle) throws FormatException {
    Notification notification = by.take(bundle);
    by.done(notification);
    return notification;
  }

  private static List<Long> numbers(Notification notification) {
    return notification.events().stream().map(Notification.Happened::number).toList();
  }

  @Test
  void take_eventsInOrder_tellsEachWithItsResource() throws Exception {
    assertThat(taken(bundle("handshake", 0)).kind()).isEqualTo(Notification.Kind.HANDSHAKE);
    Notification first = taken(bundle("event-notification", 2, 1, 2));

    assertThat(first.kind()).isEqualTo(Notification.Kind.EVENTS);
    assertThat(numbers(first)).containsExactly(1L, 2L);
    assertThat(first.events().get(1).resource().flatMap(Resource::id)).contains("e2");
    assertThat(first.events().get(1).event().focus()).isPresent();
    assertThat(first.missing()).isEmpty();
    assertThat(first.events().get(1)).hasToString("Happened[2]");
    assertThat(tracker.completeUpTo()).isEqualTo(2);
  }

  @Test
  void take_again_tellsNothingTwice() throws Exception {
    taken(bundle("event-notification", 2, 1, 2));
    Notification again = taken(bundle("event-notification", 3, 2, 3));

    assertThat(numbers(again)).containsExactly(3L);
    assertThat(again.repeated()).isOne();
  }

  @Test
  void take_eventThatIsNotDone_isToldAgainAndIsNotMissing() throws Exception {
    Notification failed = tracker.take(bundle("event-notification", 2, 1, 2));
    tracker.done(failed.events().get(1));
    assertThat(tracker.completeUpTo()).isZero();
    assertThat(tracker.missing()).isEmpty();

    Notification again = tracker.take(bundle("event-notification", 2, 1, 2));
    assertThat(numbers(again)).containsExactly(1L);
    assertThat(again.repeated()).isOne();
    tracker.done(again);
    tracker.done(again);
    assertThat(tracker.completeUpTo()).isEqualTo(2);
    assertThat(numbers(tracker.take(bundle("event-notification", 2, 1, 2)))).isEmpty();
  }

  @Test
  void done_eventOfAFormerCount_saysNothingOfThisOne() throws Exception {
    Notification former = tracker.take(bundle("event-notification", 1, 1));
    tracker.take(bundle("handshake", 0));
    tracker.done(former);
    assertThat(numbers(tracker.take(bundle("event-notification", 1, 1)))).containsExactly(1L);
  }

  @Test
  void done_gapsAtTheirLimitAndPastIt_areKeptAndRefused() throws Exception {
    long last = 0;
    for (int i = 0; i < NotificationTracker.MAX_GAPS; i++) {
      tracker.take(bundle("event-notification", last + 1, last + 1));
      tracker.done(tracker.take(bundle("event-notification", last + 2, last + 2)));
      last += 2;
    }
    tracker.take(bundle("event-notification", last + 1, last + 1));
    Notification more = tracker.take(bundle("event-notification", last + 2, last + 2));
    assertThatThrownBy(() -> tracker.done(more)).isInstanceOf(IllegalStateException.class);
    assertThat(tracker.completeUpTo()).isZero();
  }

  @Test
  void take_answerWithOneEventWithoutANumber_isRefused() {
    assertThatThrownBy(() -> tracker.take(bundle("query-event", 50, 0)))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void take_numbersThatAreLeftOut_areMissingUntilTheyCome() throws Exception {
    Notification late = taken(bundle("event-notification", 6, 3, 6));
    assertThat(late.missing()).containsExactly(new EventRange(1, 2), new EventRange(4, 5));
    assertThat(tracker.completeUpTo()).isZero();

    Notification found = taken(bundle("query-event", 6, 1, 2, 5));
    assertThat(found.kind()).isEqualTo(Notification.Kind.QUERIED);
    assertThat(numbers(found)).containsExactly(1L, 2L, 5L);
    assertThat(found.missing()).containsExactly(new EventRange(4, 4));
    assertThat(taken(bundle("query-event", 6, 4)).missing()).isEmpty();
    assertThat(tracker.completeUpTo()).isEqualTo(6);
  }

  @Test
  void take_heartbeat_showsWhatWasLost() throws Exception {
    taken(bundle("event-notification", 1, 1));
    assertThat(taken(bundle("heartbeat", 1)).missing()).isEmpty();
    Notification beat = taken(bundle("heartbeat", 3));

    assertThat(beat.kind()).isEqualTo(Notification.Kind.HEARTBEAT);
    assertThat(beat.events()).isEmpty();
    assertThat(beat.missing()).containsExactly(new EventRange(2, 3));
  }

  @Test
  void take_handshakeAfterARestart_countsAnew() throws Exception {
    taken(bundle("event-notification", 5, 1, 2, 3, 4, 5));
    taken(bundle("handshake", 0));
    assertThat(numbers(taken(bundle("event-notification", 1, 1)))).containsExactly(1L);
    // An old heartbeat that comes late is no restart.
    taken(bundle("event-notification", 2, 2));
    taken(bundle("heartbeat", 1));
    assertThat(tracker.completeUpTo()).isEqualTo(2);
  }

  @Test
  void take_handshakeOfAnotherCount_keepsTheGaps() throws Exception {
    taken(bundle("event-notification", 5, 1, 2, 5));
    for (long count : new long[] {4, 5, 6}) {
      assertThat(taken(bundle("handshake", count)).missing())
          .as("a handshake of %s", count)
          .startsWith(new EventRange(3, 4));
    }
    assertThat(tracker.completeUpTo()).isEqualTo(2);
    assertThat(tracker.missing()).containsExactly(new EventRange(3, 4), new EventRange(6, 6));
    assertThat(taken(bundle("event-notification", 5, 5)).repeated()).isOne();
  }

  @Test
  void take_handshakeThatIsLate_countsNothingAnew() throws Exception {
    taken(at("2026-11-22T01:00:01Z", bundle("event-notification", 2, 1, 2)));
    taken(at("2026-11-22T01:00:00Z", bundle("handshake", 0)));
    assertThat(tracker.completeUpTo()).isEqualTo(2);
    taken(at("2026-11-22T01:00:02Z", bundle("handshake", 0)));
    assertThat(tracker.completeUpTo()).isZero();
  }

  private static Bundle at(String time, Bundle bundle) throws FormatException {
    JsonObject json = JsonObject.builder().putAll(bundle.json()).put("timestamp", time).build();
    return FhirJson.of(json, Bundle.TYPE);
  }

  @Test
  void take_oneEventWithoutANumber_hasThatOfTheCount() throws Exception {
    assertThat(numbers(taken(bundle("event-notification", 1, 0)))).containsExactly(1L);
    assertThatThrownBy(() -> taken(bundle("event-notification", 3, 0, 3)))
        .isInstanceOf(FormatException.class);
  }

  @Test
  void take_anyOrder_losesAndDoublesNothing() throws Exception {
    for (long seed = 0; seed < 200; seed++) {
      NotificationTracker mine = NotificationTracker.of("s1", 0);
      List<Long> order = new ArrayList<>(LongStream.rangeClosed(1, 12).boxed().toList());
      order.addAll(order.subList(0, 6));
      Collections.shuffle(order, new Random(seed));
      List<Long> told = new ArrayList<>();
      for (long number : order) {
        told.addAll(numbers(taken(mine, bundle("event-notification", number, number))));
      }
      assertThat(told)
          .as("seed %s", seed)
          .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, 12).boxed().toList());
      assertThat(mine.missing()).isEmpty();
      assertThat(mine.completeUpTo()).isEqualTo(12);
    }
  }

  @Test
  void take_gapsAtTheirLimitAndPastIt_areKeptAndRefused() throws Exception {
    // With what is known from the start a range more than there are gaps.
    for (long i = 1; i < NotificationTracker.MAX_GAPS; i++) {
      taken(bundle("event-notification", 2 * i, 2 * i));
    }
    int gaps = tracker.missing().size();
    assertThat(gaps).isEqualTo(NotificationTracker.MAX_GAPS - 1);
    long next = 2L * NotificationTracker.MAX_GAPS;
    assertThatThrownBy(() -> taken(bundle("event-notification", next, next)))
        .isInstanceOf(FormatException.class);
    assertThat(tracker.missing()).hasSize(gaps);
    assertThat(numbers(taken(bundle("event-notification", 1, 1)))).containsExactly(1L);
  }

  @Test
  void take_somethingElse_isRefused() throws Exception {
    for (Bundle wrong :
        List.of(
            Bundle.builder().type("searchset").build(),
            Bundle.builder().type("history").build(),
            bundle("Subscription/s2", "heartbeat", 1),
            bundle("Subscription/xs1", "heartbeat", 1),
            bundle("party", 1))) {
      assertThatThrownBy(() -> taken(wrong)).isInstanceOf(FormatException.class);
    }
    assertThat(taken(bundle("https://fhir.example/Subscription/s1", "heartbeat", 0)).kind())
        .isEqualTo(Notification.Kind.HEARTBEAT);
  }

  @Test
  void of_afterACrash_knowsWhatCame() throws Exception {
    NotificationTracker next = NotificationTracker.of("s1", 7);
    Notification notification = taken(next, bundle("event-notification", 9, 7, 9));
    assertThat(numbers(notification)).containsExactly(9L);
    assertThat(notification.missing()).containsExactly(new EventRange(8, 8));
    assertThatThrownBy(() -> NotificationTracker.of("s1", -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new EventRange(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}

package id.simpul.node.internal.store;

import static id.simpul.node.internal.store.Samples.START;
import static id.simpul.node.internal.store.Samples.entry;
import static id.simpul.node.internal.store.Samples.moved;
import static id.simpul.node.internal.store.Samples.once;
import static id.simpul.node.internal.store.Samples.status;
import static id.simpul.node.internal.store.Samples.stream;
import static id.simpul.node.internal.store.Samples.submission;
import static id.simpul.node.internal.store.Samples.submitted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.SubmissionOutcome.Appended;
import id.simpul.node.internal.store.SubmissionOutcome.KeyConflict;
import id.simpul.node.internal.store.SubmissionOutcome.Replayed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every database must do; the test of each database extends it. This class asks for writes,
 * those it extends for lists and for callers at once.
 */
public abstract class StoreContractTest extends ReportIndexContract {
  @Test
  void append_newStream_returnsTheEventAsItIsReadBack() {
    clock.advance(Duration.ofSeconds(5));
    SubmissionOutcome outcome = store.append(submission("a")).join();

    assertThat(outcome).isInstanceOf(Appended.class);
    Event event = ((Appended) outcome).event();
    assertThat(event.sequence()).isEqualTo(1);
    assertThat(event.streamSequence()).isEqualTo(1);
    assertThat(event.envelope().occurredAt()).isEqualTo(START);
    assertThat(event.envelope().recordedAt()).isEqualTo(START.plusSeconds(5));
    assertThat(event.envelope().actor()).isEqualTo("test");
    assertThat(event.envelope().previousDigest()).isEqualTo(Digest.ZERO);
    assertThat(event.digest()).isEqualTo(event.envelope().digest());
    assertThat(store.events(stream("a"))).containsExactly(event);
  }

  @Test
  void append_afterReopening_goesOnWithTheChain() {
    Event first = appended(store.append(submission("a")).join());
    reopen();
    Event second = appended(store.append(submission("b")).join());

    assertThat(second.sequence()).isEqualTo(2);
    assertThat(second.envelope().previousDigest()).isEqualTo(first.digest());
    assertThat(store.head()).isEqualTo(new ChainHead(2, second.digest()));
    assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
  }

  @Test
  void append_streamThatExists_failsAloneAndWritesNothing() {
    store.append(submission("a")).join();
    Submission twin = Submission.of(stream("a"), submitted("x"), entry("x"), status("submitted"));

    assertFails(store.append(twin), Kind.REJECTED);
    assertThat(store.findByPublicId("public-x")).isEmpty();
    assertThat(store.head().sequence()).isEqualTo(1);
  }

  @Test
  void append_publicIdThatExists_failsAloneAndWritesNothing() {
    store.append(submission("a")).join();
    Submission twin = Submission.of(stream("x"), submitted("x"), entry("a"), status("submitted"));

    assertFails(store.append(twin), Kind.REJECTED);
    assertThat(store.events(stream("x"))).isEmpty();
    assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
  }

  @Test
  void append_badCommandAmongMany_failsOnlyThatOne() {
    store.append(submission("taken")).join();
    List<CompletableFuture<SubmissionOutcome>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(
          i == 100
              ? store.append(
                  Submission.of(
                      stream("bad"), submitted("bad"), entry("taken"), status("submitted")))
              : store.append(submission("n" + i)));
    }
    for (int i = 0; i < 200; i++) {
      if (i == 100) {
        assertFails(all.get(i), Kind.REJECTED);
      } else {
        assertThat(all.get(i).join()).isInstanceOf(Appended.class);
      }
    }
    assertThat(store.head().sequence()).isEqualTo(200);
    assertThat(store.health().writable()).isTrue();
  }

  @Test
  void append_sameKeySameContent_isReplayed() {
    Event event = appended(store.append(submission("a").once(once("k", "content"))).join());

    assertThat(store.append(submission("b").once(once("k", "content"))).join())
        .isEqualTo(new Replayed(stream("a"), event.sequence()));
    assertThat(store.events(stream("b"))).isEmpty();
  }

  @Test
  void append_sameKeyAfterReopening_isReplayed() {
    store.append(submission("a").once(once("k", "content"))).join();
    reopen();

    assertThat(store.append(submission("b").once(once("k", "content"))).join())
        .isEqualTo(new Replayed(stream("a"), 1));
  }

  @Test
  void append_sameKeyOtherContent_isAConflict() {
    Idempotency other = once("k", "other");
    store.append(submission("a").once(once("k", "content"))).join();

    assertThat(store.append(submission("b").once(other)).join())
        .isEqualTo(new KeyConflict(other.key()));
    assertThat(store.events(stream("b"))).isEmpty();
  }

  @Test
  void append_sameKeyOfAnotherCallerOrOperation_isAppended() {
    Digest print = once("k", "content").fingerprint();
    Instant until = START.plus(Samples.RETENTION);
    store.append(submission("a").once(once("k", "content"))).join();

    for (IdempotencyKey key :
        List.of(
            new IdempotencyKey("other", "requests.create", "k"),
            new IdempotencyKey("caller", "requests.update", "k"))) {
      Idempotency once = new Idempotency(key, print, until);
      assertThat(store.append(submission(key.caller() + key.operation()).once(once)).join())
          .isInstanceOf(Appended.class);
    }
  }

  @Test
  void append_keyAtTheEndOfItsRetention_isFreeAgain() {
    store.append(submission("a").once(once("k", "content"))).join();
    clock.advance(Samples.RETENTION.minusNanos(1000));
    assertThat(store.append(submission("b").once(once("k", "other"))).join())
        .isInstanceOf(KeyConflict.class);

    clock.advance(Duration.ofNanos(1000));
    Idempotency anew =
        new Idempotency(
            once("k", "other").key(), Digest.ZERO, clock.instant().plus(Samples.RETENTION));
    assertThat(store.append(submission("c").once(anew)).join()).isInstanceOf(Appended.class);
    assertThat(store.append(submission("d").once(anew)).join()).isInstanceOf(Replayed.class);
  }

  @Test
  void sweep_expiredKeysAndNonces_forgetsThem() {
    store.append(submission("a").once(once("k", "content"))).join();
    store.consumeNonce(new NonceUse("peer", "n", START.plus(Samples.RETENTION))).join();
    clock.advance(Samples.RETENTION.minusNanos(1000));
    assertThat(store.sweep().join()).isZero();

    clock.advance(Duration.ofNanos(1000));
    assertThat(store.sweep().join()).isEqualTo(2);
    assertThat(store.sweep().join()).isZero();
  }

  @Test
  void appendToStream_expectedSequence_appendsInOrderWithStatus() {
    store.append(submission("a")).join();
    StreamAppend append =
        StreamAppend.of(stream("a"), 1, List.of(moved("x"), moved("y")))
            .withStatus(status("in_progress"));

    Appended outcome = (Appended) store.appendToStream(append).join();

    assertThat(outcome.events()).extracting(Event::streamSequence).containsExactly(2L, 3L);
    assertThat(outcome.event().sequence()).isEqualTo(3);
    assertThat(store.events(stream("a"))).hasSize(3);
    assertThat(store.findByPublicId("public-a").orElseThrow().latest().status())
        .isEqualTo("in_progress");
  }

  @Test
  void appendToStream_otherSequence_isAConflictAndWritesNothing() {
    store.append(submission("a")).join();
    store.appendToStream(StreamAppend.of(stream("a"), 1, List.of(moved("x")))).join();

    assertThat(store.appendToStream(StreamAppend.of(stream("a"), 1, List.of(moved("y")))).join())
        .isEqualTo(new StreamOutcome.Conflict(2));
    assertThat(store.appendToStream(StreamAppend.of(stream("a"), 3, List.of(moved("y")))).join())
        .isEqualTo(new StreamOutcome.Conflict(2));
    assertThat(store.events(stream("a"))).hasSize(2);
  }

  @Test
  void appendToStream_unknownStream_saysSo() {
    assertThat(store.appendToStream(StreamAppend.of(stream("a"), 0, List.of(moved("x")))).join())
        .isEqualTo(new StreamOutcome.UnknownStream(stream("a")));
  }

  @Test
  void appendToStream_sameKey_isReplayedThoughTheStreamMovedOn() {
    store.append(submission("a")).join();
    StreamAppend append =
        StreamAppend.of(stream("a"), 1, List.of(moved("x"))).once(once("k", "content"));
    store.appendToStream(append).join();

    assertThat(store.appendToStream(append).join()).isEqualTo(new Replayed(stream("a"), 2));
    assertThat(store.appendToStream(append.once(once("k", "other"))).join())
        .isInstanceOf(KeyConflict.class);
    assertThat(store.events(stream("a"))).hasSize(2);
  }

  @Test
  void appendToStream_fullStream_isRefusedAloneAtTheLimit() {
    store.append(submission("a")).join();
    long last = 1;
    List<NewEvent> hundred = IntStream.range(0, 100).mapToObj(i -> moved("m" + i)).toList();
    while (last + 100 <= Store.MAX_STREAM_EVENTS) {
      store.appendToStream(StreamAppend.of(stream("a"), last, hundred)).join();
      last += 100;
    }
    List<NewEvent> rest = hundred.subList(0, (int) (Store.MAX_STREAM_EVENTS - last));
    assertThat(store.appendToStream(StreamAppend.of(stream("a"), last, rest)).join())
        .isInstanceOf(Appended.class);

    StreamAppend tooMuch =
        StreamAppend.of(stream("a"), Store.MAX_STREAM_EVENTS, List.of(moved("x")));
    assertFails(store.appendToStream(tooMuch), Kind.STREAM_FULL);
    assertThat(store.events(stream("a"))).hasSize(Store.MAX_STREAM_EVENTS);
  }

  @Test
  void consumeNonce_secondTime_isFalseEvenAfterReopening() {
    NonceUse use = new NonceUse("peer", "n", START.plusSeconds(60));

    assertThat(store.consumeNonce(use).join()).isTrue();
    assertThat(store.consumeNonce(use).join()).isFalse();
    reopen();
    assertThat(store.consumeNonce(use).join()).isFalse();
    assertThat(store.consumeNonce(new NonceUse("other", "n", START.plusSeconds(60))).join())
        .isTrue();
  }

  @Test
  void consumeNonce_pastItsTime_isTrueAgain() {
    store.consumeNonce(new NonceUse("peer", "n", START.plusSeconds(60))).join();
    clock.advance(Duration.ofSeconds(60));

    NonceUse again = new NonceUse("peer", "n", START.plusSeconds(120));
    assertThat(store.consumeNonce(again).join()).isTrue();
    assertThat(store.consumeNonce(again).join()).isFalse();
  }

  @Test
  void consumeNonce_scopeFull_failsClosedUntilSomeExpire() {
    for (int i = 0; i < NONCES_PER_SCOPE; i++) {
      assertThat(store.consumeNonce(new NonceUse("peer", "n" + i, START.plusSeconds(60))).join())
          .isTrue();
    }
    NonceUse onePast = new NonceUse("peer", "past", START.plusSeconds(90));
    assertFails(store.consumeNonce(onePast), Kind.NONCES_FULL);
    assertThat(store.consumeNonce(new NonceUse("other", "n", START.plusSeconds(60))).join())
        .isTrue();
    assertThat(store.health().writable()).isTrue();

    clock.advance(Duration.ofSeconds(60));
    assertThat(store.consumeNonce(onePast).join()).isTrue();
  }

  @Test
  void identity_appended_isReadBackAndErasedWhileTheChainVerifies() {
    byte[] plain = "{\"name\":\"Tester\"}".getBytes(StandardCharsets.UTF_8);
    store.append(submission("a").withIdentity(plain)).join();
    store.append(submission("b")).join();
    assertThat(store.identity(stream("a"))).contains(plain);
    assertThat(store.identity(stream("b"))).isEmpty();

    assertThat(store.eraseIdentity(stream("a")).join()).isTrue();
    assertThat(store.eraseIdentity(stream("a")).join()).isFalse();
    assertThat(store.eraseIdentity(stream("unknown")).join()).isFalse();
    assertThat(store.identity(stream("a"))).isEmpty();
    assertThat(store.events(stream("a"))).hasSize(1);
    assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
  }

  @Test
  void events_severalStreams_areReadAtOnceInOrder() {
    store.append(submission("a")).join();
    store.append(submission("b")).join();
    store.appendToStream(StreamAppend.of(stream("a"), 1, List.of(moved("x")))).join();

    Map<StreamId, List<Event>> events =
        store.events(List.of(stream("b"), stream("a"), stream("unknown")));

    assertThat(events).containsOnlyKeys(stream("a"), stream("b"));
    assertThat(events.get(stream("a"))).extracting(Event::streamSequence).containsExactly(1L, 2L);
    assertThat(store.events(List.of())).isEmpty();
  }

  @Test
  void events_streamsAtAndPastTheLimit_areReadAndRefused() {
    List<StreamId> most =
        IntStream.range(0, Store.MAX_STREAMS).mapToObj(i -> stream("s" + i)).toList();
    assertThat(store.events(most)).isEmpty();

    List<StreamId> more = new ArrayList<>(most);
    more.add(stream("one past"));
    assertThatThrownBy(() -> store.events(more)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void eventsAfter_pages_replayTheWholeLogInOrder() {
    Map<Long, String> written = new HashMap<>();
    for (int i = 0; i < 25; i++) {
      Event event = appended(store.append(submission("n" + i)).join());
      written.put(event.sequence(), event.stream().value());
    }
    Map<Long, String> replayed = new HashMap<>();
    long last = 0;
    List<Event> page = store.eventsAfter(0, 10);
    while (!page.isEmpty()) {
      for (Event event : page) {
        assertThat(event.sequence()).isEqualTo(++last);
        replayed.put(event.sequence(), event.stream().value());
      }
      page = store.eventsAfter(last, 10);
    }
    assertThat(replayed).isEqualTo(written);
  }

  @Test
  void eventsAfter_limitOutOfRange_isRefused() {
    assertThat(store.eventsAfter(0, Store.MAX_PAGE)).isEmpty();
    for (int limit : new int[] {0, Store.MAX_PAGE + 1}) {
      assertThatThrownBy(() -> store.eventsAfter(0, limit))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void close_thenAppend_failsAsClosed() {
    store.close();
    store.close();

    assertFails(store.append(submission("a")), Kind.CLOSED);
    assertThatThrownBy(() -> store.head())
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CLOSED));
    assertThat(store.health().writable()).isFalse();
  }
}

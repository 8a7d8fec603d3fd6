package id.simpul.node.internal.store.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.node.internal.store.Await;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StoreException.Kind;
import id.simpul.node.internal.store.StoreHealth;
import id.simpul.node.internal.store.commit.FakeSessions.Session;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class GroupCommitWriterTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration SOON = Duration.ofMillis(1);

  private final FakeSessions sessions = new FakeSessions();
  private final CountDownLatch gate = new CountDownLatch(1);
  private GroupCommitWriter<Session> writer = start(10, 100, 1000);

  @AfterEach
  void close() {
    gate.countDown();
    writer.close();
  }

  @Test
  void submit_whileACommitIsUnderWay_isGatheredIntoTheNext() throws Exception {
    CompletableFuture<?> first = blockWriter();
    List<CompletableFuture<String>> others = List.of(write("b"), write("c"), write("d"));
    gate.countDown();

    first.get();
    for (CompletableFuture<String> other : others) {
      other.get();
    }
    assertThat(sessions.journal).containsExactly("commit a", "commit bcd");
  }

  @Test
  void submit_moreThanOneBatch_isCutAtTheMost() throws Exception {
    restart(new CommitOptions(2, 100, 1000, NEVER, NEVER, NEVER));
    blockWriter();
    List<CompletableFuture<String>> others = List.of(write("b"), write("c"), write("d"));
    gate.countDown();

    others.get(2).get();
    assertThat(sessions.journal).containsExactly("commit a", "commit bc", "commit d");
  }

  @Test
  void submit_batchOfOne_commitsEachByItself() throws Exception {
    restart(new CommitOptions(1, 100, 1000, NEVER, NEVER, NEVER));
    blockWriter();
    write("b");
    CompletableFuture<String> last = write("c");
    gate.countDown();

    last.get();
    assertThat(sessions.journal).containsExactly("commit a", "commit b", "commit c");
  }

  @Test
  void submit_beforeTheCommitReturned_isNotAcknowledged() throws Exception {
    CountDownLatch committing = new CountDownLatch(1);
    sessions.onCommit =
        () -> {
          committing.countDown();
          await(gate);
        };
    CompletableFuture<String> future = write("a");
    committing.await();

    assertThat(future).isNotDone();
    gate.countDown();
    assertThat(future.get()).isEqualTo("a");
  }

  @Test
  void submit_commandThatFails_failsAloneAndTheOthersAreCommittedOneByOne() throws Exception {
    blockWriter();
    CompletableFuture<String> before = write("b");
    CompletableFuture<String> bad = bad(FakeSessions.BAD_COMMAND);
    CompletableFuture<String> after = write("d");
    gate.countDown();

    assertThat(before.get()).isEqualTo("b");
    assertThat(after.get()).isEqualTo("d");
    assertThat(failure(bad).kind()).isEqualTo(Kind.REJECTED);
    assertThat(failure(bad).outcomeUnknown()).isFalse();
    assertThat(sessions.journal)
        .containsExactly("commit a", "give up b", "commit b", "give up ", "commit d");
    assertThat(writer.health().writable()).isTrue();
    assertThat(writer.health().failure()).isPresent();
  }

  @Test
  void submit_commandThatThrowsSomethingUnexpected_failsAlone() throws Exception {
    blockWriter();
    CompletableFuture<String> bad =
        writer.submit(
            1,
            session -> {
              throw new StackOverflowError("invented");
            });
    CompletableFuture<String> after = write("c");
    gate.countDown();

    assertThat(after.get()).isEqualTo("c");
    assertThat(failure(bad).kind()).isEqualTo(Kind.REJECTED);
    assertThat(failure(bad)).hasCauseInstanceOf(StackOverflowError.class);
  }

  @Test
  void submit_commandThatRefuses_failsAloneInTheSameCommit() throws Exception {
    blockWriter();
    write("b");
    CompletableFuture<String> refused =
        writer.submit(
            1,
            session -> {
              throw StoreException.of(Kind.NONCES_FULL, "fake store", "nonces", null);
            });
    CompletableFuture<String> after = write("d");
    gate.countDown();

    after.get();
    assertThat(failure(refused).kind()).isEqualTo(Kind.NONCES_FULL);
    assertThat(sessions.journal).containsExactly("commit a", "commit bd");
  }

  @Test
  void submit_commandThatRefusesAfterItWrote_leavesNothingBehind() throws Exception {
    blockWriter();
    CompletableFuture<String> before = write("b");
    CompletableFuture<String> refused =
        writer.submit(
            1,
            session -> {
              session.write("half");
              throw StoreException.of(Kind.STREAM_FULL, "fake store", "stream", null);
            });
    CompletableFuture<String> after = write("d");
    gate.countDown();

    assertThat(before.get()).isEqualTo("b");
    assertThat(after.get()).isEqualTo("d");
    assertThat(failure(refused).kind()).isEqualTo(Kind.STREAM_FULL);
    assertThat(failure(refused).outcomeUnknown()).isFalse();
    assertThat(sessions.journal)
        .containsExactly("commit a", "give up bhalf", "commit b", "give up half", "commit d");
    assertThat(writer.health().writable()).isTrue();
  }

  @Test
  void submit_diskFails_failsTheWholeBatchOnceAndTheNextSucceeds() throws Exception {
    blockWriter();
    AtomicInteger runs = new AtomicInteger();
    CompletableFuture<String> before = counted("b", runs);
    CompletableFuture<String> bad = bad(FakeSessions.BAD_DISK);
    CompletableFuture<String> after = counted("d", runs);
    gate.countDown();

    for (CompletableFuture<String> future : List.of(before, bad, after)) {
      assertThat(failure(future).kind()).isEqualTo(Kind.IO);
      assertThat(failure(future).outcomeUnknown()).isFalse();
    }
    assertThat(runs).hasValue(1);
    StoreHealth health = writer.health();
    assertThat(health.writable()).isFalse();
    assertThat(health.failure().orElseThrow().code()).isEqualTo("node.store.io");
    assertThat(health.failure().orElseThrow().at()).isEqualTo(Samples.START);

    assertThat(write("e").get()).isEqualTo("e");
    assertThat(writer.health().writable()).isTrue();
    assertThat(sessions.opened).hasValue(2);
  }

  @Test
  void submit_commitFails_outcomeIsUnknownAndNothingIsRunAgain() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    blockWriter();
    List<CompletableFuture<String>> batch = List.of(counted("b", runs), counted("c", runs));
    sessions.onCommit =
        () -> {
          sessions.onCommit = () -> failNextCommit();
        };
    gate.countDown();

    for (CompletableFuture<String> future : batch) {
      assertThat(failure(future).outcomeUnknown()).isTrue();
    }
    assertThat(runs).hasValue(2);
  }

  @Test
  void open_fails_failsTheBatchAndTheProbeFindsTheWayBackWithoutTraffic() throws Exception {
    CountDownLatch probed = new CountDownLatch(2);
    sessions.onOpen =
        () -> {
          throw new SQLException(FakeSessions.BAD_DISK);
        };
    restart(new CommitOptions(10, 100, 1000, NEVER, NEVER, SOON));
    assertThat(failure(write("a")).kind()).isEqualTo(Kind.IO);
    assertThat(writer.health().writable()).isFalse();

    sessions.onProbe = probed::countDown;
    sessions.onOpen = () -> {};
    Await.until(() -> writer.health().writable());
    assertThat(probed.getCount()).isEqualTo(1);
    assertThat(sessions.journal).contains("commit probe");
  }

  @Test
  void tidy_dueAndFailing_isSurvivedAndTriedAgain() throws Exception {
    CountDownLatch tidied = new CountDownLatch(3);
    sessions.onTidy =
        () -> {
          tidied.countDown();
          throw new SQLException(FakeSessions.BAD_COMMAND);
        };
    restart(new CommitOptions(10, 100, 1000, NEVER, SOON, NEVER));

    tidied.await();
    assertThat(write("a").get()).isEqualTo("a");
  }

  @Test
  void submit_queueAtItsCount_isTakenAndOnePastIsRefusedAtOnce() throws Exception {
    restart(new CommitOptions(10, 3, 1000, NEVER, NEVER, NEVER));
    blockWriter();
    List<CompletableFuture<String>> fit = List.of(write("b"), write("c"), write("d"));

    CompletableFuture<String> past = write("e");
    assertThat(past).isCompletedExceptionally();
    assertThat(failure(past).kind()).isEqualTo(Kind.QUEUE_FULL);
    assertThat(writer.health().queued()).isEqualTo(3);

    gate.countDown();
    for (CompletableFuture<String> future : fit) {
      future.get();
    }
    assertThat(write("f").get()).isEqualTo("f");
  }

  @Test
  void submit_queueAtItsBytes_isTakenAndOneByteMoreIsRefusedAtOnce() throws Exception {
    restart(new CommitOptions(10, 100, 30, NEVER, NEVER, NEVER));
    blockWriter();
    CompletableFuture<String> fits = writer.submit(10, written("b"));
    CompletableFuture<String> past = writer.submit(21, written("c"));
    CompletableFuture<String> fills = writer.submit(20, written("d"));
    CompletableFuture<String> more = writer.submit(1, written("e"));

    assertThat(failure(past).kind()).isEqualTo(Kind.QUEUE_FULL);
    assertThat(failure(more).kind()).isEqualTo(Kind.QUEUE_FULL);
    gate.countDown();
    assertThat(fits.get()).isEqualTo("b");
    assertThat(fills.get()).isEqualTo("d");
    assertThat(writer.submit(30, written("f")).get()).isEqualTo("f");
  }

  @Test
  void close_withCommandsWaiting_commitsThemAndThenRefuses() throws Exception {
    blockWriter();
    CompletableFuture<String> waiting = write("b");
    gate.countDown();
    writer.close();

    assertThat(waiting.get()).isEqualTo("b");
    assertThat(failure(write("c")).kind()).isEqualTo(Kind.CLOSED);
    assertThat(writer.health().writable()).isFalse();
    assertThat(sessions.journal).endsWith("close");
  }

  @Test
  void close_drainTimeOver_failsWhatStillWaits() throws Exception {
    restart(new CommitOptions(10, 100, 1000, Duration.ZERO, NEVER, NEVER));
    CompletableFuture<?> running = blockWriter();
    CompletableFuture<String> waiting = write("b");
    Thread closer = new Thread(writer::close);
    closer.start();
    Await.until(() -> !writer.health().writable());
    gate.countDown();
    closer.join();

    running.get();
    assertThat(failure(waiting).kind()).isEqualTo(Kind.CLOSED);
    assertThat(sessions.journal).containsExactly("commit a", "close");
  }

  @Test
  void close_fromTheWritersOwnThread_doesNotWaitForItself() throws Exception {
    blockWriter();
    AtomicReference<Thread> closer = new AtomicReference<>();
    CompletableFuture<Void> closed =
        write("b")
            .thenRun(() -> {
              closer.set(Thread.currentThread());
              writer.close();
            });
    gate.countDown(); // not earlier: what is added to a future that is done is run by this thread
    closed.get();
    assertThat(closer.get()).isNotSameAs(Thread.currentThread());

    writer.close();
    assertThat(failure(write("c")).kind()).isEqualTo(Kind.CLOSED);
  }

  private GroupCommitWriter<Session> start(int batch, int count, long bytes) {
    return start(new CommitOptions(batch, count, bytes, NEVER, NEVER, NEVER));
  }

  private GroupCommitWriter<Session> start(CommitOptions options) {
    return GroupCommitWriter.start(sessions, options, new SettableClock(Samples.START));
  }

  private void restart(CommitOptions options) {
    writer.close();
    sessions.journal.clear();
    writer = start(options);
  }

  /** Occupies the writer with a command until the gate opens. */
  private CompletableFuture<String> blockWriter() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CompletableFuture<String> future =
        writer.submit(
            1,
            session -> {
              session.write("a");
              running.countDown();
              await(gate);
              return "a";
            });
    running.await();
    return future;
  }

  private CompletableFuture<String> write(String what) {
    return writer.submit(1, written(what));
  }

  private static Work<Session, String> written(String what) {
    return session -> {
      session.write(what);
      return what;
    };
  }

  private CompletableFuture<String> counted(String what, AtomicInteger runs) {
    return writer.submit(
        1,
        session -> {
          runs.incrementAndGet();
          session.write(what);
          return what;
        });
  }

  private CompletableFuture<String> bad(String message) {
    return writer.submit(
        1,
        session -> {
          throw new SQLException(message);
        });
  }

  private static void failNextCommit() throws SQLException {
    throw new SQLException(FakeSessions.BAD_COMMAND);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static StoreException failure(CompletableFuture<?> future) {
    StoreException[] found = new StoreException[1];
    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOfSatisfying(StoreException.class, e -> found[0] = e);
    return found[0];
  }
}

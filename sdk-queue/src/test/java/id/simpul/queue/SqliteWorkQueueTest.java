package id.simpul.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.spi.PayloadCipher;
import id.simpul.core.spi.WorkQueue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteWorkQueueTest {
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final String PLANTED = "Tuwiba-Dukalo-9901";
  private static final PayloadCipher CIPHER = AesGcmCipher.of(new byte[AesGcmCipher.KEY_BYTES]);

  @TempDir Path folder;
  private volatile Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private WorkQueue queue;

  @BeforeEach
  void open() {
    queue = opened();
  }

  @AfterEach
  void close() {
    queue.close();
  }

  private WorkQueue opened() {
    return SqliteWorkQueue.open(folder.resolve("queue.db"), CIPHER, () -> now);
  }

  private static WorkQueue.Work work(String key, String payload) {
    return new WorkQueue.Work(key, "immunization", payload.getBytes(StandardCharsets.UTF_8));
  }

  private static String payload(WorkQueue.Claim claim) {
    return new String(claim.work().payload(), StandardCharsets.UTF_8);
  }

  private WorkQueue.Claim claim() {
    return queue.claim(LEASE).orElseThrow();
  }

  @Test
  void add_sameKey_comparesThePayload() {
    assertThat(queue.add(work("a", "one"))).isEqualTo(WorkQueue.Added.ADDED);
    assertThat(queue.add(work("a", "one"))).isEqualTo(WorkQueue.Added.ALREADY_THERE);
    assertThat(queue.add(work("a", "two"))).isEqualTo(WorkQueue.Added.KEY_REUSED);
    assertThat(queue.add(new WorkQueue.Work("a", "other", "one".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(WorkQueue.Added.KEY_REUSED);
    assertThat(queue.waiting()).isOne();
  }

  @Test
  void claim_oldestFirst_isHeldUntilTheLeaseEnds() {
    queue.add(work("a", "one"));
    queue.add(work("b", "two"));
    WorkQueue.Claim first = claim();
    assertThat(payload(first)).isEqualTo("one");
    assertThat(first.attempts()).isOne();
    assertThat(payload(claim())).isEqualTo("two");
    assertThat(queue.claim(LEASE)).isEmpty();

    now = now.plus(LEASE).minusMillis(1);
    assertThat(queue.claim(LEASE)).isEmpty();
    now = now.plusMillis(1);
    WorkQueue.Claim again = claim();
    assertThat(payload(again)).isEqualTo("one");
    assertThat(again.attempts()).isEqualTo(2);

    // Who comes back late changes nothing.
    assertThat(queue.finish(first)).isFalse();
    assertThat(queue.putBack(first, "late", now)).isFalse();
    assertThat(queue.setAside(first, "late")).isFalse();
    assertThat(queue.finish(again)).isTrue();
    assertThat(queue.finish(again)).isFalse();
  }

  @Test
  void finish_work_keepsItsKeyAndForgetsItsPayload() {
    queue.add(work("a", "one"));
    assertThat(queue.finish(claim())).isTrue();

    assertThat(queue.waiting()).isZero();
    assertThat(queue.claim(LEASE)).isEmpty();
    assertThat(queue.add(work("a", "one"))).isEqualTo(WorkQueue.Added.ALREADY_THERE);
    assertThat(queue.add(work("a", "two"))).isEqualTo(WorkQueue.Added.KEY_REUSED);
  }

  @Test
  void note_workInHand_isKnownToWhoComesAfterACrash() {
    queue.add(work("a", "one"));
    WorkQueue.Claim first = claim();
    now = now.plus(LEASE).minusMillis(1);
    assertThat(queue.note(first, "SENDING", LEASE)).isTrue();
    now = now.plusMillis(1);
    assertThat(queue.claim(LEASE)).as("held for another while").isEmpty();
    queue.close();
    queue = opened();
    now = now.plus(LEASE);

    assertThat(claim().note()).isEqualTo("SENDING");
    assertThat(queue.note(first, "late", LEASE)).as("another holds it").isFalse();
  }

  @Test
  void note_textAtAndPastItsLimit_isTakenAndRefused() {
    queue.add(work("a", "one"));
    WorkQueue.Claim claim = claim();
    assertThat(queue.note(claim, "n".repeat(WorkQueue.MAX_TEXT_LENGTH), LEASE)).isTrue();
    assertThatThrownBy(() -> queue.note(claim, "n".repeat(WorkQueue.MAX_TEXT_LENGTH + 1), LEASE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.note(claim, "n", Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    queue.finish(claim);
    assertThat(queue.note(claim, "n", LEASE)).isFalse();
  }

  @Test
  void putBack_work_waitsAndKeepsItsNote() {
    queue.add(work("a", "one"));
    assertThat(queue.putBack(claim(), "UNKNOWN", now.plusSeconds(10))).isTrue();
    assertThat(queue.claim(LEASE)).isEmpty();
    now = now.plusSeconds(10);

    assertThat(claim().note()).isEqualTo("UNKNOWN");
  }

  @Test
  void setAside_work_waitsForAPerson() {
    queue.add(work("a", "one"));
    assertThat(queue.setAside(claim(), "CONFLICT")).isTrue();
    assertThat(queue.asideCount()).isOne();
    now = now.plus(LEASE);
    assertThat(queue.claim(LEASE)).isEmpty();
    assertThat(queue.resume("other")).isFalse();
    assertThat(queue.resume("a")).isTrue();
    assertThat(queue.resume("a")).isFalse();

    assertThat(claim().note()).isEqualTo("CONFLICT");
  }

  @Test
  void open_again_findsWhatWaits() {
    queue.add(work("a", "one"));
    claim();
    queue.close();
    queue = opened();
    assertThat(queue.claim(LEASE)).isEmpty();
    now = now.plus(LEASE);

    assertThat(payload(claim())).isEqualTo("one");
  }

  @Test
  void claim_manyThreadsOnTwoQueues_takeEachOnce() throws Exception {
    int pieces = 100;
    for (int i = 0; i < pieces; i++) {
      queue.add(work("key-" + i, "payload-" + i));
    }
    Set<String> taken = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (WorkQueue second = opened()) {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        WorkQueue mine = i % 2 == 0 ? queue : second;
        counts.add(
            threads.submit(() -> {
              int count = 0;
              for (Optional<WorkQueue.Claim> claim = mine.claim(LEASE);
                  claim.isPresent();
                  claim = mine.claim(LEASE)) {
                taken.add(claim.get().work().key());
                count++;
              }
              return count;
            }));
      }
      int all = 0;
      for (Future<Integer> count : counts) {
        all += count.get(60, TimeUnit.SECONDS);
      }
      assertThat(all).isEqualTo(pieces);
      assertThat(taken).hasSize(pieces);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void file_payloads_areNotInTheClear() throws Exception {
    queue.add(work("a", PLANTED));
    assertThat(queue.toString() + work("a", PLANTED)).doesNotContain(PLANTED);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(PLANTED);
      }
    }
  }

  @Test
  void claim_anotherKey_isUnreadable() {
    queue.add(work("a", "one"));
    byte[] other = new byte[AesGcmCipher.KEY_BYTES];
    Arrays.fill(other, (byte) 1);
    try (WorkQueue wrong =
        SqliteWorkQueue.open(folder.resolve("queue.db"), AesGcmCipher.of(other), () -> now)) {
      QueueException failure = catchThrowableOfType(QueueException.class, () -> wrong.claim(LEASE));
      assertThat(failure.kind()).isEqualTo(QueueException.Kind.UNREADABLE);
    }
  }

  @Test
  void cipher_changedBytesOrContext_isUnreadable() {
    byte[] sealed = CIPHER.seal(new byte[] {1, 2, 3}, "a");
    assertThat(CIPHER.open(sealed, "a")).containsExactly(1, 2, 3);
    assertThat(CIPHER.seal(new byte[] {1, 2, 3}, "a")).isNotEqualTo(sealed);
    assertThat(CIPHER.fingerprint(new byte[] {1}))
        .hasSize(32)
        .isEqualTo(CIPHER.fingerprint(new byte[] {1}))
        .isNotEqualTo(CIPHER.fingerprint(new byte[] {2}));
    assertThatThrownBy(() -> CIPHER.open(sealed, "b")).isInstanceOf(QueueException.class);
    assertThatThrownBy(() -> CIPHER.open(new byte[11], "a")).isInstanceOf(QueueException.class);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> CIPHER.open(changed, "a")).isInstanceOf(QueueException.class);
    }
    assertThatThrownBy(() -> AesGcmCipher.of(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void open_somethingElse_isRefused() throws Exception {
    Path other = Files.writeString(folder.resolve("other.db"), "this is no database at all......");
    assertThatThrownBy(() -> SqliteWorkQueue.open(other, CIPHER, () -> now))
        .isInstanceOf(QueueException.class);
  }

  @Test
  void closed_queue_saysSo() {
    queue.close();
    QueueException failure = catchThrowableOfType(QueueException.class, () -> queue.waiting());
    assertThat(failure.kind()).isEqualTo(QueueException.Kind.CLOSED);
  }

  @Test
  void sizes_atTheLimit_areTakenAndOnePastItAreNot() {
    String longest = "k".repeat(WorkQueue.MAX_TEXT_LENGTH);
    byte[] most = new byte[WorkQueue.MAX_PAYLOAD_BYTES];
    assertThat(queue.add(new WorkQueue.Work(longest, longest, most)))
        .isEqualTo(WorkQueue.Added.ADDED);
    WorkQueue.Claim claim = claim();
    assertThat(claim.work().payload()).isEqualTo(most);
    assertThatThrownBy(() -> queue.putBack(claim, longest + "k", now))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(queue.putBack(claim, longest, now)).isTrue();
    assertThatThrownBy(() -> new WorkQueue.Work(longest + "k", "k", most))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WorkQueue.Work("k", " ", most))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WorkQueue.Work("k", "k", new byte[most.length + 1]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.claim(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

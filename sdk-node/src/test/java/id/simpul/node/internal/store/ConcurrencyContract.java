package id.simpul.node.internal.store;

import static id.simpul.node.internal.store.Samples.START;
import static id.simpul.node.internal.store.Samples.moved;
import static id.simpul.node.internal.store.Samples.once;
import static id.simpul.node.internal.store.Samples.stream;
import static id.simpul.node.internal.store.Samples.submission;
import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.node.internal.store.SubmissionOutcome.Appended;
import id.simpul.node.internal.store.SubmissionOutcome.Replayed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Many callers at once, whichever the database. */
public abstract class ConcurrencyContract extends HealthRecordsContract {

  @Test
  void append_sameKeyFrom64Threads_hasOneEffect() throws Exception {
    List<SubmissionOutcome> outcomes =
        together(64, i -> () -> store.append(submission("n" + i).once(once("k", "same"))).join());

    assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(Replayed.class::isInstance).hasSize(63);
    assertThat(outcomes)
        .filteredOn(Replayed.class::isInstance)
        .containsOnly(new Replayed(theOneAppended(outcomes).stream(), 1));
    assertThat(store.head().sequence()).isEqualTo(1);
  }

  @Test
  void append_otherKeysFrom32Threads_allHaveEffectAndAreChained() throws Exception {
    int each = 20;
    together(
        32,
        i ->
            () -> {
              for (int n = 0; n < each; n++) {
                String name = "t" + i + "n" + n;
                Submission submission = submission(name).once(once(name, name));
                assertThat(store.append(submission).join()).isInstanceOf(Appended.class);
              }
              return i;
            });

    assertThat(store.head().sequence()).isEqualTo(32L * each);
    assertThat(new ChainVerifier(store).verify()).isEqualTo(new ChainReport.Intact(store.head()));
  }

  @Test
  void appendToStream_sameExpectationFrom32Threads_isTakenOnce() throws Exception {
    store.append(submission("a")).join();

    List<StreamOutcome> outcomes =
        together(
            32,
            i ->
                () ->
                    store
                        .appendToStream(StreamAppend.of(stream("a"), 1, List.of(moved("m" + i))))
                        .join());

    assertThat(outcomes).filteredOn(Appended.class::isInstance).hasSize(1);
    assertThat(outcomes).filteredOn(new StreamOutcome.Conflict(2)::equals).hasSize(31);
    assertThat(store.events(stream("a"))).hasSize(2);
  }

  @Test
  void consumeNonce_sameFrom64Threads_isTrueOnce() throws Exception {
    NonceUse use = new NonceUse("peer", "n", START.plusSeconds(60));

    List<Boolean> outcomes = together(64, i -> () -> store.consumeNonce(use).join());

    assertThat(outcomes).filteredOn(first -> first).hasSize(1);
  }

  @Test
  void twoStores_onOneDatabase_writeOneChainAndHonourEachOthersKeys() throws Exception {
    int each = 40;
    try (Store other = open(Samples.vault(), clock)) {
      List<Integer> effects =
          together(
              8,
              i ->
                  () -> {
                    Store mine = i % 2 == 0 ? store : other;
                    int appended = 0;
                    for (int n = 0; n < each; n++) {
                      Submission submission =
                          submission("t" + i + "n" + n).once(once("k" + n, "same"));
                      appended += mine.append(submission).join() instanceof Appended ? 1 : 0;
                    }
                    return appended;
                  });

      assertThat(effects.stream().mapToInt(Integer::intValue).sum()).isEqualTo(each);
      assertThat(store.head()).isEqualTo(other.head());
      assertThat(store.head().sequence()).isEqualTo(each);
      assertThat(new ChainVerifier(other).verify()).isEqualTo(new ChainReport.Intact(store.head()));
    }
  }

  @Test
  void open_manyAtOnceOnANewDatabase_allSucceed() throws Exception {
    List<Long> heads =
        together(
            8,
            i ->
                () -> {
                  try (Store mine = openNew(Samples.vault(), clock)) {
                    mine.append(submission("n" + i)).join();
                    return mine.head().sequence();
                  }
                });

    assertThat(heads).hasSize(8).contains(8L);
  }

  @Test
  void twoStores_onOneDatabase_seeEachOthersStreamsAndNonces() {
    try (Store other = open(Samples.vault(), clock)) {
      NonceUse use = new NonceUse("peer", "n", START.plusSeconds(60));
      store.append(submission("a")).join();

      assertThat(other.appendToStream(StreamAppend.of(stream("a"), 1, List.of(moved("x")))).join())
          .isInstanceOf(Appended.class);
      assertThat(store.appendToStream(StreamAppend.of(stream("a"), 1, List.of(moved("y")))).join())
          .isEqualTo(new StreamOutcome.Conflict(2));
      assertThat(other.consumeNonce(use).join()).isTrue();
      assertThat(store.consumeNonce(use).join()).isFalse();
    }
  }

  private static Appended theOneAppended(List<SubmissionOutcome> outcomes) {
    return outcomes.stream()
        .filter(Appended.class::isInstance)
        .map(Appended.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** Runs tasks that all begin at the same moment. */
  public static <R> List<R> together(int threads, IntFunction<Callable<R>> task) throws Exception {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<R>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<R> mine = task.apply(i);
        running.add(
            pool.submit(() -> {
              start.await(60, TimeUnit.SECONDS);
              return mine.call();
            }));
      }
      List<R> results = new ArrayList<>();
      for (Future<R> future : running) {
        results.add(future.get(120, TimeUnit.SECONDS));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}

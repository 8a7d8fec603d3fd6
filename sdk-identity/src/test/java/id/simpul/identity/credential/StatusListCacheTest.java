package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.credential.StatusResult.Verdict;
import id.simpul.identity.testing.SettableClock;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The client's cache: how much it keeps, and who fetches. */
class StatusListCacheTest {
  private static final int THREADS = 32;

  private final SettableClock clock = new SettableClock(StatusTokens.NOW);
  private final StatusListVerifier verifier = new StatusListVerifier(clock);
  private final StatusHost host = new StatusHost();

  private static URI uri(int list) {
    return URI.create("https://jambi.example/status/" + list);
  }

  private static StatusListSource source(int list) {
    return new StatusListSource(uri(list), StatusTokens.ISSUER, StatusTokens.KEYS);
  }

  private void publish(int list, StatusList statuses) {
    JsonObject over =
        JsonObject.builder()
            .put("sub", uri(list).toString())
            .put("status_list", statuses.toJson())
            .build();
    host.publish(uri(list), StatusTokens.token(StatusTokens.claims(over)));
  }

  private static Verdict check(StatusListClient client, int list) {
    StatusReference reference = new StatusReference(0, uri(list));
    return client.check(reference, StatusTokens.ISSUER, StatusTokens.KEYS).verdict();
  }

  private int fetchesOf(int list) {
    return (int) host.asked().stream().filter(uri(list).toString()::equals).count();
  }

  @Test
  void check_moreListsThanAreKept_dropsTheOneUsedLeastRecently() {
    StatusListClient client = StatusListClient.builder(host, verifier, clock).maxLists(2).build();
    for (int list = 1; list <= 3; list++) {
      publish(list, StatusList.builder(1, 8).build());
    }
    for (int list : new int[] {1, 2, 1, 3, 1}) {
      assertThat(check(client, list)).isEqualTo(Verdict.VALID);
    }
    assertThat(fetchesOf(1)).isEqualTo(1);
    check(client, 2);
    assertThat(fetchesOf(2)).isEqualTo(2);
  }

  @Test
  void slot_listsThatNeverCame_areNoMoreThanAreKept() {
    StatusListCache cache = new StatusListCache(2, Long.MAX_VALUE);
    StatusListSlot first = cache.slot(source(1));
    StatusListSlot second = cache.slot(source(2));
    assertThat(cache.slot(source(1))).isSameAs(first);
    StatusListSlot third = cache.slot(source(3));
    assertThat(cache.slot(source(1))).isSameAs(first);
    assertThat(cache.slot(source(3))).isSameAs(third);
    assertThat(cache.slot(source(2))).isNotSameAs(second);
  }

  @Test
  void check_moreBytesThanAreKept_dropsTheOneUsedLeastRecently() {
    StatusListClient client =
        StatusListClient.builder(host, verifier, clock).maxBytes(StatusList.MAX_BYTES).build();
    StatusList half = StatusList.builder(8, StatusList.MAX_BYTES / 2).build();
    publish(1, half);
    publish(2, half);
    publish(3, StatusList.builder(1, 8).build());
    check(client, 1);
    check(client, 2);
    check(client, 1);
    assertThat(fetchesOf(1)).isEqualTo(1);
    check(client, 3);
    check(client, 1);
    check(client, 3);
    assertThat(fetchesOf(1)).isEqualTo(1);
    assertThat(fetchesOf(3)).isEqualTo(1);
    check(client, 2);
    assertThat(fetchesOf(2)).isEqualTo(2);
  }

  @Test
  void check_largestListInTheSmallestCache_isKept() {
    StatusListClient client =
        StatusListClient.builder(host, verifier, clock).maxBytes(StatusList.MAX_BYTES).build();
    publish(1, StatusList.builder(8, StatusList.MAX_BYTES).build());
    check(client, 1);
    check(client, 1);
    assertThat(fetchesOf(1)).isEqualTo(1);
  }

  @Test
  void build_limits_areChecked() {
    StatusListClient.Builder builder = StatusListClient.builder(host, verifier, clock);
    builder.maxLists(1).maxBytes(StatusList.MAX_BYTES);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxLists(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.maxBytes(StatusList.MAX_BYTES - 1L));
  }

  @Test
  void check_threadsAtOnce_fetchOnce() throws Exception {
    publish(1, StatusList.builder(1, 8).build());
    AtomicInteger fetches = new AtomicInteger();
    CountDownLatch fetching = new CountDownLatch(1);
    CountDownLatch mayAnswer = new CountDownLatch(1);
    StatusListFetcher slow =
        uri -> {
          fetches.incrementAndGet();
          fetching.countDown();
          await(mayAnswer);
          return host.fetch(uri);
        };
    StatusListClient client = StatusListClient.builder(slow, verifier, clock).build();
    List<Callable<Verdict>> checks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      checks.add(() -> check(client, 1));
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Verdict>> running = checks.stream().map(threads::submit).toList();
      await(fetching);
      mayAnswer.countDown();
      for (Future<Verdict> verdict : running) {
        assertThat(verdict.get(30, TimeUnit.SECONDS)).isEqualTo(Verdict.VALID);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fetches).hasValue(1);
  }

  @Test
  void check_threadsAtOnceAndHostDown_tryOnce() throws Exception {
    StatusListClient client = StatusListClient.builder(host, verifier, clock).build();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      Callable<Verdict> one = () -> check(client, 1);
      for (Future<Verdict> verdict : threads.invokeAll(Collections.nCopies(THREADS, one))) {
        assertThat(verdict.get()).isEqualTo(Verdict.UNDETERMINED);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(fetchesOf(1)).isEqualTo(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

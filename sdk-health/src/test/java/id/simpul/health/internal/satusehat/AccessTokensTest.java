package id.simpul.health.internal.satusehat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.TransportException;
import id.simpul.core.value.Secret;
import id.simpul.health.wire.TokenReply;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AccessTokensTest {
  private static final long PATIENCE = TimeUnit.MINUTES.toNanos(1);
  private static final Duration LIFE = Duration.ofHours(1);

  private final AtomicInteger asked = new AtomicInteger();
  private volatile Instant now = Instant.parse("2026-11-22T02:00:00Z");
  private volatile Duration life = LIFE;
  private volatile boolean failing;
  private final AccessTokens tokens = new AccessTokens(this::fetch, () -> now);

  private TokenReply fetch() {
    int number = asked.incrementAndGet();
    if (failing) {
      throw new IllegalStateException("no token");
    }
    return new TokenReply(Secret.of("t" + number), life);
  }

  private String current() throws InterruptedException {
    return tokens.current(PATIENCE).orElseThrow().reveal();
  }

  @Test
  void current_untilTheMargin_isTheSame() throws Exception {
    assertThat(current()).isEqualTo("t1");
    now = now.plus(LIFE).minus(AccessTokens.MARGIN).minusMillis(1);
    assertThat(current()).isEqualTo("t1");
    now = now.plusMillis(1);
    assertThat(current()).isEqualTo("t2");
  }

  @Test
  void current_shortLife_isReplacedAtHalfOfIt() throws Exception {
    life = Duration.ofSeconds(30);
    assertThat(current()).isEqualTo("t1");
    now = now.plusSeconds(14);
    assertThat(current()).isEqualTo("t1");
    now = now.plusSeconds(1);
    assertThat(current()).isEqualTo("t2");
  }

  @Test
  void current_refreshFailsWithinTheMargin_usesTheOldTokenToItsEnd() throws Exception {
    assertThat(current()).isEqualTo("t1");
    failing = true;
    now = now.plus(LIFE).minusSeconds(1);
    assertThat(current()).isEqualTo("t1");
    now = now.plusSeconds(1);
    assertThatThrownBy(() -> tokens.current(PATIENCE)).isInstanceOf(IllegalStateException.class);
    failing = false;
    assertThat(current()).isEqualTo("t4");
  }

  @Test
  void rejected_thatToken_isAskedForAnew() throws Exception {
    Secret first = tokens.current(PATIENCE).orElseThrow();
    tokens.rejected(first);
    assertThat(current()).isEqualTo("t2");
    tokens.rejected(first);
    assertThat(current()).isEqualTo("t2");
  }

  @Test
  void current_manyThreads_askOnce() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    AccessTokens slow =
        new AccessTokens(
            () -> {
              calls.incrementAndGet();
              inside.countDown();
              await(open);
              return new TokenReply(Secret.of("slow"), LIFE);
            },
            () -> now);
    ExecutorService threads = Executors.newFixedThreadPool(32);
    CountDownLatch others = new CountDownLatch(31);
    try {
      List<Future<String>> results = new ArrayList<>();
      results.add(threads.submit(() -> token(slow)));
      await(inside);
      for (int i = 0; i < 31; i++) {
        results.add(
            threads.submit(() -> {
              others.countDown();
              return token(slow);
            }));
      }
      // The one request is under way until all others have come for a token.
      await(others);
      open.countDown();
      for (Future<String> result : results) {
        assertThat(result.get(10, TimeUnit.SECONDS)).isEqualTo("slow");
      }
      assertThat(calls).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void current_whoAskedWasInterrupted_othersAskThemselves() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    AccessTokens broken =
        new AccessTokens(
            () -> {
              if (calls.incrementAndGet() == 1) {
                inside.countDown();
                await(open);
                throw new TransportException(
                    URI.create("http://127.0.0.1/"),
                    "token",
                    TransportException.Kind.INTERRUPTED,
                    1,
                    Duration.ZERO,
                    null);
              }
              return new TokenReply(Secret.of("second"), LIFE);
            },
            () -> now);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Secret> leader = threads.submit(() -> broken.current(PATIENCE).orElseThrow());
      await(inside);
      Future<Secret> waiter = threads.submit(() -> broken.current(PATIENCE).orElseThrow());
      open.countDown();
      assertThat(waiter.get(10, TimeUnit.SECONDS).reveal()).isEqualTo("second");
      assertThatThrownBy(() -> leader.get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(TransportException.class);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void current_anotherAsksForLonger_givesUpInTime() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    AccessTokens slow =
        new AccessTokens(
            () -> {
              inside.countDown();
              await(open);
              return new TokenReply(Secret.of("slow"), LIFE);
            },
            () -> now);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<String> leader = thread.submit(() -> token(slow));
      await(inside);
      assertThat(slow.current(1)).isEmpty();
      open.countDown();
      assertThat(leader.get(10, TimeUnit.SECONDS)).isEqualTo("slow");
    } finally {
      thread.shutdownNow();
    }
  }

  private static String token(AccessTokens from) throws InterruptedException {
    return from.current(PATIENCE).orElseThrow().reveal();
  }

  @Test
  void rejected_whatTookItsPlace_isKeptForAWhile() throws Exception {
    tokens.rejected(tokens.current(PATIENCE).orElseThrow());
    Secret second = tokens.current(PATIENCE).orElseThrow();
    tokens.rejected(second);
    assertThat(tokens.isReplaced(second)).isFalse();
    now = now.plus(AccessTokens.KEPT_AFTER_REJECTION);
    tokens.rejected(second);
    assertThat(tokens.isReplaced(second)).isTrue();
    assertThat(current()).isEqualTo("t3");
  }

  @Test
  void toString_held_showsNothing() throws Exception {
    assertThat(current()).isEqualTo("t1");
    assertThat(tokens).hasToString("AccessTokens");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

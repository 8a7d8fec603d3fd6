package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.Await;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChainCacheTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private final FederationFixture federation = new FederationFixture();
  private final Member anchor = federation.add("https://federasi.example");
  private final Member city = federation.add("https://jambikota.example", anchor);
  private final ChainResolver resolver = federation.resolver(anchor).build();

  private int fetches() {
    return federation.asked().size();
  }

  @Test
  void resolve_again_asksNobody() {
    ResolvedEntity first = resolver.resolve(city.id());
    int before = fetches();
    assertThat(resolver.resolve(city.id())).isSameAs(first);
    assertThat(resolver.known(city.id())).containsSame(first);
    assertThat(fetches()).isEqualTo(before);
  }

  @Test
  void known_neverResolved_isEmptyAndAsksNobody() {
    assertThat(resolver.known(city.id())).isEmpty();
    assertThat(fetches()).isZero();
  }

  @Test
  void resolve_withinAndAfterAnHour_isKeptAndRefreshed() {
    ResolvedEntity first = resolver.resolve(city.id());
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER.minus(SECOND));
    assertThat(resolver.resolve(city.id())).isSameAs(first);
    federation.clock().advance(SECOND);
    ResolvedEntity second = resolver.resolve(city.id());
    assertThat(second.expiresAt()).isEqualTo(federation.clock().instant().plus(WEEK));
    assertThat(fetches()).isEqualTo(6);
  }

  @Test
  void resolve_shortLivedChain_isRefreshedAtHalfItsLife() {
    city.configuration().lifetime(Duration.ofMinutes(10));
    ResolvedEntity first = resolver.resolve(city.id());
    federation.clock().advance(Duration.ofMinutes(5).minus(SECOND));
    assertThat(resolver.resolve(city.id())).isSameAs(first);
    federation.clock().advance(SECOND);
    assertThat(resolver.resolve(city.id())).isNotSameAs(first);
  }

  @Test
  void resolve_federationDown_isKeptUntilItRunsOutAndThenRefused() {
    ResolvedEntity first = resolver.resolve(city.id());
    federation.down(true);
    federation.clock().advance(WEEK.minus(SECOND));
    assertThat(resolver.resolve(city.id())).isSameAs(first);
    assertThat(resolver.known(city.id())).contains(first);
    federation.clock().advance(SECOND);
    assertThat(resolver.known(city.id())).isEmpty();
    refused(Reason.UNREACHABLE, () -> resolver.resolve(city.id()));
    federation.down(false);
    federation.clock().advance(ChainResolver.RETRY_AFTER);
    assertThat(resolver.resolve(city.id()).expiresAt())
        .isEqualTo(federation.clock().instant().plus(WEEK));
  }

  @Test
  void resolve_refreshFails_isTriedAgainAfterAMinuteAndNotBefore() {
    resolver.resolve(city.id());
    federation.down(true);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    resolver.resolve(city.id());
    int before = fetches();
    federation.clock().advance(ChainResolver.RETRY_AFTER.minus(SECOND));
    resolver.resolve(city.id());
    assertThat(fetches()).isEqualTo(before);
    federation.clock().advance(SECOND);
    resolver.resolve(city.id());
    assertThat(fetches()).isGreaterThan(before);
  }

  @Test
  void resolve_refused_isNotTriedAgainForAMinute() {
    anchor.forget(city);
    TrustException first = refused(Reason.NO_CHAIN, () -> resolver.resolve(city.id()));
    anchor.about(city);
    int before = fetches();
    federation.clock().advance(ChainResolver.RETRY_AFTER.minus(SECOND));
    TrustException again = refused(Reason.NO_CHAIN, () -> resolver.resolve(city.id()));
    assertThat(again).isNotSameAs(first).hasMessage(first.getMessage());
    assertThat(fetches()).isEqualTo(before);
    federation.clock().advance(SECOND);
    assertThat(resolver.resolve(city.id()).id()).isEqualTo(city.id());
  }

  // The clock stands for another thread: what the first look into the cache does not find yet, the
  // second does.
  @Test
  void resolve_failedBetweenTwoLooks_isNotTriedAgain() {
    AtomicBoolean tooEarly = new AtomicBoolean();
    Instant now = federation.clock().instant();
    ChainResolver late =
        federation
            .resolver(anchor)
            .clock(() -> tooEarly.getAndSet(false) ? now.plus(ChainResolver.RETRY_AFTER) : now)
            .build();
    anchor.forget(city);
    TrustException first = refused(Reason.NO_CHAIN, () -> late.resolve(city.id()));
    int before = fetches();
    tooEarly.set(true);
    TrustException again = refused(Reason.NO_CHAIN, () -> late.resolve(city.id()));
    assertThat(tooEarly).isFalse();
    assertThat(again).isNotSameAs(first).hasMessage(first.getMessage());
    assertThat(fetches()).isEqualTo(before);
  }

  @Test
  void resolve_superiorSaysNothingAnyMore_isRefusedAtTheNextRefresh() {
    ResolvedEntity first = resolver.resolve(city.id());
    anchor.forget(city);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER.minus(SECOND));
    assertThat(resolver.resolve(city.id())).isSameAs(first);
    federation.clock().advance(SECOND);
    refused(Reason.NO_CHAIN, () -> resolver.resolve(city.id()));
    assertThat(resolver.known(city.id())).isEmpty();
    anchor.about(city);
    federation.clock().advance(ChainResolver.RETRY_AFTER);
    assertThat(resolver.resolve(city.id()).id()).isEqualTo(city.id());
  }

  @Test
  void resolve_superiorDroppedTheKey_isRefusedAtTheNextRefresh() {
    resolver.resolve(city.id());
    anchor.about(city).putKeys("jwks", Member.newKey());
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    refused(Reason.UNKNOWN_KEY, () -> resolver.resolve(city.id()));
    assertThat(resolver.known(city.id())).isEmpty();
  }

  @Test
  void resolve_superiorNarrowedItsConstraints_isRefusedAtTheNextRefresh() {
    resolver.resolve(city.id());
    anchor
        .about(city)
        .putJson("constraints", "{\"naming_constraints\":{\"excluded\":[\".example\"]}}");
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    refused(Reason.CONSTRAINT_VIOLATED, () -> resolver.resolve(city.id()));
    assertThat(resolver.known(city.id())).isEmpty();
  }

  @Test
  void resolve_entityNamesNobodyAboveItAnyMore_isRefusedAtTheNextRefresh() {
    resolver.resolve(city.id());
    city.configuration().without("authority_hints");
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    refused(Reason.NO_CHAIN, () -> resolver.resolve(city.id()));
    assertThat(resolver.known(city.id())).isEmpty();
  }

  @Test
  void resolve_superiorServesWhatNobodyUnderstands_isKept() {
    ResolvedEntity first = resolver.resolve(city.id());
    anchor.about(city).put("crit", List.of("new"));
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    assertThat(resolver.resolve(city.id())).isSameAs(first);
  }

  @Test
  void refreshAfter_tenMinutes_isRefreshedThen() {
    ChainResolver often = federation.resolver(anchor).refreshAfter(Duration.ofMinutes(10)).build();
    ResolvedEntity first = often.resolve(city.id());
    federation.clock().advance(Duration.ofMinutes(10).minus(SECOND));
    assertThat(often.resolve(city.id())).isSameAs(first);
    federation.clock().advance(SECOND);
    assertThat(often.resolve(city.id())).isNotSameAs(first);
  }

  @Test
  void resolve_suspendedAndHidesItself_isRefusedAtTheNextRefresh() {
    resolver.resolve(city.id());
    anchor.forget(city);
    federation.away(city);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    refused(Reason.UNREACHABLE, () -> resolver.resolve(city.id()));
    assertThat(resolver.known(city.id())).isEmpty();
  }

  @Test
  void resolve_suspendedAndNamesOneAboveItThatDoesNotAnswer_isRefusedAtTheNextRefresh() {
    Member other = federation.add("https://lain.example", anchor);
    city.configuration().put("authority_hints", List.of(anchor.id().value(), other.id().value()));
    resolver.resolve(city.id());
    anchor.forget(city);
    federation.away(other);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    assertThatThrownBy(() -> resolver.resolve(city.id())).isInstanceOf(TrustException.class);
    assertThat(resolver.known(city.id())).isEmpty();
  }

  @Test
  void resolve_keyTakenBackAndHidesItself_isRefusedAtTheNextRefresh() {
    resolver.resolve(city.id());
    anchor.about(city).putKeys("jwks", Member.newKey());
    federation.away(city);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    refused(Reason.UNREACHABLE, () -> resolver.resolve(city.id()));
  }

  @Test
  void resolve_entityAwayWhileItsSuperiorStandsForIt_isKept() {
    ResolvedEntity first = resolver.resolve(city.id());
    federation.away(city);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    assertThat(resolver.resolve(city.id())).isSameAs(first);
  }

  @Test
  void resolve_superiorAwayAndEntityToo_isKept() {
    ResolvedEntity first = resolver.resolve(city.id());
    federation.away(anchor);
    federation.away(city);
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    assertThat(resolver.resolve(city.id())).isSameAs(first);
  }

  @Test
  void resolve_refreshOnAPool_doesNotKeepTheCallerWaiting() {
    Queue<Runnable> pool = new ArrayDeque<>();
    ChainResolver pooled = federation.resolver(anchor).refreshOn(pool::add).build();
    ResolvedEntity first = pooled.resolve(city.id());
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    assertThat(pooled.resolve(city.id())).isSameAs(first);
    assertThat(pooled.resolve(city.id())).isSameAs(first);
    assertThat(pool).hasSize(1);
    pool.remove().run();
    assertThat(pooled.resolve(city.id())).isNotSameAs(first);
  }

  @Test
  void resolve_refreshWithAFetcherOfItsOwn_asksThatOne() {
    FederationFixture nobody = new FederationFixture();
    ChainResolver split = federation.resolver(anchor).refreshWith(nobody).build();
    ResolvedEntity first = split.resolve(city.id());
    int before = fetches();
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    assertThat(split.resolve(city.id())).isSameAs(first);
    assertThat(fetches()).isEqualTo(before);
    assertThat(nobody.asked()).contains(city.id().value());
  }

  @Test
  void resolve_poolFull_goesOnWithWhatIsKept() {
    ChainResolver busy =
        federation
            .resolver(anchor)
            .refreshOn(work -> {
              throw new RejectedExecutionException("full");
            })
            .build();
    ResolvedEntity first = busy.resolve(city.id());
    federation.clock().advance(ChainResolver.DEFAULT_REFRESH_AFTER);
    assertThat(busy.resolve(city.id())).isSameAs(first);
  }

  @Test
  void resolve_moreThanAreKept_forgetsTheOneNotAskedForTheLongest() {
    Member other = federation.add("https://lain.example", anchor);
    ChainResolver small = federation.resolver(anchor).cacheSize(2).build();
    small.resolve(city.id());
    small.resolve(other.id());
    small.resolve(city.id());
    small.resolve(anchor.id());
    assertThat(small.known(city.id())).isPresent();
    assertThat(small.known(other.id())).isEmpty();
    assertThat(small.known(anchor.id())).isPresent();
  }

  @Test
  void resolve_asManyBytesAsAreKept_andOneEntityMore_forgetsTheOldest() {
    long characters =
        resolver.resolve(heavy(0).id()).chain().orElseThrow().tokens().stream()
            .mapToLong(String::length)
            .sum();
    long room = ChainCache.MAX_BYTES / (ChainCache.BYTES_PER_CHARACTER * characters);
    assertThat(room).isBetween(10L, 500L);
    for (int i = 1; i < room; i++) {
      resolver.resolve(heavy(i).id());
    }
    assertThat(resolver.known(new EntityId(heavyName(0)))).isPresent();
    resolver.resolve(heavy((int) room).id());
    assertThat(resolver.known(new EntityId(heavyName(1)))).isEmpty();
    assertThat(resolver.known(new EntityId(heavyName(0)))).isPresent();
    assertThat(resolver.known(new EntityId(heavyName((int) room)))).isPresent();
  }

  private static String heavyName(int number) {
    return "https://x" + (1000 + number) + ".example";
  }

  /** An entity with statements about as long as they may be. */
  private Member heavy(int number) {
    Member entity = federation.add(heavyName(number), anchor);
    for (String claim : List.of("a", "b", "c")) {
      entity.configuration().put(claim, "x".repeat(15_000));
      anchor.about(entity).put(claim, "x".repeat(15_000));
    }
    return entity;
  }

  @Test
  void resolve_inventedNames_pushNobodyOutWhoIsTrusted() {
    ChainResolver small = federation.resolver(anchor).cacheSize(1).build();
    small.resolve(city.id());
    for (int i = 0; i < 10; i++) {
      EntityId invented = new EntityId("https://x" + i + ".example");
      refused(Reason.UNREACHABLE, () -> small.resolve(invented));
    }
    assertThat(small.known(city.id())).isPresent();
  }

  @Test
  void resolve_fetcherWithAMistake_isNotHiddenAndNotKept() {
    StatementFetcher broken =
        new StatementFetcher() {
          @Override
          public String configuration(EntityId entity, FetchLimits limits) {
            throw new IllegalStateException("a mistake");
          }

          @Override
          public String subordinate(
              URI endpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
            throw new IllegalStateException("a mistake");
          }
        };
    ChainResolver failing = ChainResolver.builder(List.of(anchor.pinned()), broken).build();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> failing.resolve(city.id()))
          .isExactlyInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  @Timeout(60)
  void resolve_threadInterrupted_isNotRememberedAndTroublesNobodyElse() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    StatementFetcher interruptible =
        new StatementFetcher() {
          @Override
          public String configuration(EntityId entity, FetchLimits limits) {
            if (Thread.currentThread().getName().equals("interrupted")) {
              inside.countDown();
              waitToBeInterrupted();
              throw new TrustException(Reason.UNREACHABLE, "x", "was not waited for", "test");
            }
            return federation.configuration(entity, limits);
          }

          @Override
          public String subordinate(
              URI endpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
            return federation.subordinate(endpoint, issuer, subject, limits);
          }
        };
    ChainResolver shared =
        ChainResolver.builder(List.of(anchor.pinned()), interruptible)
            .clock(federation.clock())
            .build();
    FutureTask<TrustException> refusal =
        new FutureTask<>(() -> refused(Reason.UNREACHABLE, () -> shared.resolve(city.id())));
    Thread first = new Thread(refusal, "interrupted");
    first.start();
    await(inside);
    FutureTask<ResolvedEntity> waiting = new FutureTask<>(() -> shared.resolve(city.id()));
    Thread second = new Thread(waiting, "waiting");
    second.start();
    Await.untilWaiting(second);
    first.interrupt();
    assertThat(waiting.get().id()).isEqualTo(city.id());
    assertThat(refusal.get()).hasMessageContaining("was not waited for");
  }

  private static void waitToBeInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void resolve_interruptedThread_isTriedAgainAtOnce() {
    federation.down(true);
    Thread.currentThread().interrupt();
    refused(Reason.UNREACHABLE, () -> resolver.resolve(city.id()));
    assertThat(Thread.interrupted()).isTrue();
    federation.down(false);
    assertThat(resolver.resolve(city.id()).id()).isEqualTo(city.id());
  }

  @Test
  @Timeout(60)
  void resolve_thirtyTwoThreadsAtOnce_asksForEachStatementOnce() throws Exception {
    int threads = 32;
    CountDownLatch all = new CountDownLatch(threads);
    StatementFetcher waiting =
        new StatementFetcher() {
          @Override
          public String configuration(EntityId entity, FetchLimits limits) {
            await(all);
            return federation.configuration(entity, limits);
          }

          @Override
          public String subordinate(
              URI endpoint, EntityId issuer, EntityId subject, FetchLimits limits) {
            return federation.subordinate(endpoint, issuer, subject, limits);
          }
        };
    ChainResolver shared =
        ChainResolver.builder(List.of(anchor.pinned()), waiting).clock(federation.clock()).build();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<ResolvedEntity>> results = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        results.add(
            pool.submit(() -> {
              all.countDown();
              return shared.resolve(city.id());
            }));
      }
      ResolvedEntity one = results.get(0).get();
      for (Future<ResolvedEntity> result : results) {
        assertThat(result.get()).isSameAs(one);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(federation.asked()).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  @Timeout(60)
  void resolve_thirtyTwoThreadsRefused_tellsThemAllWhy() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(32);
    anchor.forget(city);
    try {
      List<Future<Reason>> results = new ArrayList<>();
      for (int i = 0; i < 32; i++) {
        results.add(
            pool.submit(
                () -> refused(Reason.NO_CHAIN, () -> resolver.resolve(city.id())).reason()));
      }
      for (Future<Reason> result : results) {
        assertThat(result.get()).isEqualTo(Reason.NO_CHAIN);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(federation.asked()).hasSize(3);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}

package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.issuance.IssuanceGrant;
import id.simpul.identity.issuance.Redemption;
import id.simpul.identity.issuance.StoredOffer;
import id.simpul.identity.issuance.StoredToken;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.OpenRequest;
import id.simpul.node.internal.store.RequestStore;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The memory of issuer and verifier, in two stores that share one file. */
final class SqliteCredentialStoreTest {
  private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  private static final Instant END = START.plusSeconds(600);
  private static final String SECRET = "isi yang sangat pribadi";
  private static final URI LIST = URI.create("https://jambi.example/statuslists/1");
  private static final IssuanceGrant GRANT =
      new IssuanceGrant("case-1", "resident", SECRET.getBytes(StandardCharsets.UTF_8));
  private static final StoredOffer OFFER = new StoredOffer("code", "digits", 5, END, GRANT);
  private static final StoredToken TOKEN = new StoredToken("token", "wallet", END, GRANT);
  private static final OpenRequest REQUEST =
      new OpenRequest(
          "state",
          "nonce",
          new CredentialQuery("q", List.of("type"), List.of(ClaimPath.of("a"))),
          END);
  private static final int THREADS = 32;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(START);
  private Store one;
  private Store other;

  @BeforeEach
  void open() {
    one = store();
    other = store();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  private Store store() {
    return SqliteStore.open(
        SqliteOptions.builder(folder.resolve("node.db")).build(), Samples.vault(), clock);
  }

  /** How many calls succeed, half of them at each store. */
  private int winners(Predicate<Store> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Store store = i % 2 == 0 ? one : other;
        calls.add(
            threads.submit(() -> {
              start.await();
              return call.test(store);
            }));
      }
      start.countDown();
      int winners = 0;
      for (Future<Boolean> result : calls) {
        winners += result.get() ? 1 : 0;
      }
      return winners;
    } finally {
      threads.shutdownNow();
    }
  }

  private String database() throws Exception {
    one.close();
    other.close();
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  @Test
  void redeem_inManyThreadsAtTwoStores_succeedsOnce() throws Exception {
    one.credentials().add(OFFER);

    assertThat(
            winners(store ->
                store.credentials().redeem("code", "digits", START) instanceof Redemption.Redeemed))
        .isEqualTo(1);
    assertThat(other.credentials().isOpen("code", START)).isFalse();
  }

  @Test
  void redeem_guessesInManyThreadsAtTwoStores_looksAtFiveAtMost() throws Exception {
    one.credentials().add(OFFER);

    assertThat(
            winners(store ->
                store.credentials().redeem("code", "wrong", START).equals(Redemption.CODE_WRONG)))
        .isEqualTo(5);
    assertThat(one.credentials().redeem("code", "digits", START)).isEqualTo(Redemption.UNKNOWN);
  }

  @Test
  void redeem_rightCode_givesTheGrantBack() {
    one.credentials().add(OFFER);

    assertThat(other.credentials().isOpen("code", START)).isTrue();
    assertThat(other.credentials().isOpen("code", END)).isFalse();
    Redemption.Redeemed redeemed =
        (Redemption.Redeemed) other.credentials().redeem("code", "digits", START);
    assertThat(redeemed.grant().content()).isEqualTo(GRANT.content());
    assertThat(redeemed.grant().reference()).isEqualTo("case-1");
  }

  @Test
  void take_inManyThreadsAtTwoStores_succeedsOnce() throws Exception {
    one.credentials().add(TOKEN);
    assertThat(other.credentials().find("token", START).orElseThrow().clientId())
        .isEqualTo("wallet");
    assertThat(other.credentials().find("token", END)).isEmpty();

    assertThat(winners(store -> store.credentials().take("token", START).isPresent())).isEqualTo(1);
    assertThat(one.credentials().find("token", START)).isEmpty();
  }

  @Test
  void contents_onDisk_areNeverReadableAndGoWithTheirRow() throws Exception {
    one.credentials().add(OFFER);
    one.credentials().add(TOKEN);
    one.requests().add(REQUEST);
    one.requests().close("state", GRANT.content(), START);

    assertThat(database()).contains("case-1").doesNotContain(SECRET);
  }

  @Test
  void sweep_afterTheirTime_leavesNothingOfThem() throws Exception {
    one.credentials().add(OFFER);
    one.credentials().add(TOKEN);
    one.requests().add(REQUEST);
    clock.advance(Duration.between(START, END));

    assertThat(one.sweep().join()).isEqualTo(3);
    assertThat(database()).doesNotContain("case-1");
  }

  @Test
  void redeem_erasesTheOfferFromTheFiles() throws Exception {
    one.credentials().add(OFFER);
    one.credentials().redeem("code", "digits", START);

    assertThat(database()).doesNotContain("case-1");
  }

  @Test
  void claim_inManyThreadsAtTwoStores_succeedsOnce() throws Exception {
    assertThat(winners(store -> store.credentials().claim(LIST, 7))).isEqualTo(1);
    assertThat(other.credentials().find(LIST, 7)).contains(TokenStatus.VALID);
    assertThat(other.credentials().find(LIST, 8)).isEmpty();
  }

  @Test
  void taken_placesClaimedAtTwoStores_areCountedOnceEach() {
    assertThat(one.credentials().taken(LIST)).isZero();
    one.credentials().claim(LIST, 7);
    other.credentials().claim(LIST, 7);
    other.credentials().claim(LIST, 8);

    assertThat(one.credentials().taken(LIST)).isEqualTo(2);
    assertThat(one.credentials().taken(URI.create(LIST + "1"))).isZero();
  }

  @Test
  void replace_expectedStatus_isSeenByTheOtherStore() throws Exception {
    one.credentials().claim(LIST, 7);

    assertThat(
            winners(store ->
                store.credentials().replace(LIST, 7, TokenStatus.VALID, TokenStatus.SUSPENDED)))
        .isEqualTo(1);
    assertThat(other.credentials().notValid(LIST)).isEqualTo(Map.of(7, TokenStatus.SUSPENDED));
  }

  @Test
  void recordIssued_severalCopies_areFoundByTheirCase() {
    one.credentials().recordIssued("case-1", new StatusReference(7, LIST));
    one.credentials().recordIssued("case-1", new StatusReference(9, LIST));

    assertThat(other.credentials().issued("case-1"))
        .containsExactlyInAnyOrder(new StatusReference(7, LIST), new StatusReference(9, LIST));
    assertThat(other.credentials().issued("case-2")).isEmpty();
  }

  @Test
  void request_answered_isClosedOnceAndKeepsItsResult() throws Exception {
    one.requests().add(REQUEST);
    assertThat(other.requests().find("state", START)).contains(REQUEST);
    assertThat(other.requests().find("state", END)).isEmpty();
    AtomicInteger calls = new AtomicInteger();

    assertThat(
            winners(store -> {
              calls.incrementAndGet();
              return store.requests().close("state", GRANT.content(), START);
            }))
        .isEqualTo(1);
    assertThat(calls).hasValue(THREADS);
    assertThat(other.requests().find("state", START)).isEmpty();
    RequestStore.Result result = other.requests().result("state", START).orElseThrow();
    assertThat(result.closed()).isTrue();
    assertThat(result.shown().orElseThrow()).isEqualTo(GRANT.content());
    assertThat(other.requests().result("state", END)).isEmpty();
  }
}

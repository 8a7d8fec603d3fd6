package id.simpul.node.internal.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.credential.ClaimPath;
import id.simpul.identity.credential.StatusReference;
import id.simpul.identity.credential.TokenStatus;
import id.simpul.identity.issuance.AccessTokenStore.Taking;
import id.simpul.identity.issuance.IssuanceGrant;
import id.simpul.identity.issuance.Redemption;
import id.simpul.identity.issuance.StoredOffer;
import id.simpul.identity.issuance.StoredToken;
import id.simpul.identity.presentation.CredentialQuery;
import id.simpul.identity.presentation.OpenRequest;
import id.simpul.node.internal.store.CaseOutcome;
import id.simpul.node.internal.store.CaseStatus;
import id.simpul.node.internal.store.ChainReport;
import id.simpul.node.internal.store.ChainVerifier;
import id.simpul.node.internal.store.Digest;
import id.simpul.node.internal.store.Event;
import id.simpul.node.internal.store.Idempotency;
import id.simpul.node.internal.store.IdempotencyKey;
import id.simpul.node.internal.store.NewCase;
import id.simpul.node.internal.store.RequestStore;
import id.simpul.node.internal.store.Samples;
import id.simpul.node.internal.store.SettableClock;
import id.simpul.node.internal.store.Store;
import id.simpul.node.internal.store.StoreException;
import id.simpul.node.internal.store.StreamId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private static final String OFFICER = "registrar:dukcapil";
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

  private StatusReference place(int index) {
    return new StatusReference(index, LIST);
  }

  private static CaseStatus status(TokenStatus status) {
    return CaseStatus.of("case-1", status, OFFICER);
  }

  private void redeem() {
    one.credentials().add(OFFER);
    one.credentials().redeem("code", "digits", SqliteCredentialStoreTest::token, START);
  }

  private List<Event> events() {
    return one.events(new StreamId("case-1"));
  }

  private static String payload(Event event) {
    return new String(event.payload(), StandardCharsets.UTF_8);
  }

  private static StoredToken token(IssuanceGrant grant) {
    return new StoredToken("token", "wallet", END, grant);
  }

  @Test
  void redeem_inManyThreadsAtTwoStores_succeedsOnceAndLeavesAToken() throws Exception {
    one.credentials().add(OFFER);

    assertThat(
            winners(store ->
                store
                        .credentials()
                        .redeem("code", "digits", SqliteCredentialStoreTest::token, START)
                    instanceof Redemption.Redeemed))
        .isEqualTo(1);
    assertThat(other.credentials().isOpen("code", START)).isFalse();
    assertThat(other.credentials().find("token", START).orElseThrow().clientId())
        .isEqualTo("wallet");
    assertThat(other.credentials().find("token", END)).isEmpty();
  }

  @Test
  void redeem_guessesInManyThreadsAtTwoStores_looksAtFiveAtMost() throws Exception {
    one.credentials().add(OFFER);

    assertThat(
            winners(store ->
                store
                    .credentials()
                    .redeem("code", "wrong", SqliteCredentialStoreTest::token, START)
                    .equals(Redemption.CODE_WRONG)))
        .isEqualTo(5);
    assertThat(one.credentials().redeem("code", "digits", SqliteCredentialStoreTest::token, START))
        .isEqualTo(Redemption.UNKNOWN);
    assertThat(one.credentials().find("token", START)).isEmpty();
  }

  @Test
  void redeem_rightCode_givesTheGrantBack() {
    one.credentials().add(OFFER);

    assertThat(other.credentials().isOpen("code", START)).isTrue();
    assertThat(other.credentials().isOpen("code", END)).isFalse();
    Redemption.Redeemed redeemed =
        (Redemption.Redeemed)
            other.credentials().redeem("code", "digits", SqliteCredentialStoreTest::token, START);
    assertThat(redeemed.grant().content()).isEqualTo(GRANT.content());
    assertThat(redeemed.grant().reference()).isEqualTo("case-1");
  }

  @Test
  void redeem_tokenThatCannotBeKept_leavesTheOffer() {
    redeem();
    StoredOffer second = new StoredOffer("code-2", null, 5, END, grant("case-2"));
    one.credentials().add(second);

    // Its digest is the one of a token that is there.
    assertThatThrownBy(
            () -> one.credentials().redeem("code-2", null, SqliteCredentialStoreTest::token, START))
        .isInstanceOf(StoreException.class);
    assertThat(one.credentials().isOpen("code-2", START)).isTrue();
  }

  private static Idempotency once(String content) {
    return new Idempotency(
        new IdempotencyKey(OFFICER, "offers", "key"),
        Digest.of(content.getBytes(StandardCharsets.UTF_8)),
        END.plusSeconds(600));
  }

  private static IssuanceGrant grant(String reference) {
    return new IssuanceGrant(reference, "resident", GRANT.content());
  }

  @Test
  void take_inManyThreadsAtTwoStores_succeedsOnce() throws Exception {
    redeem();
    AtomicInteger places = new AtomicInteger();

    assertThat(
            winners(store ->
                store
                    .credentials()
                    .take("token", List.of(place(places.incrementAndGet())), START)
                    .equals(Taking.TAKEN)))
        .isEqualTo(1);
    assertThat(one.credentials().find("token", START)).isEmpty();
    assertThat(one.credentials().taken(LIST)).isEqualTo(1);
    assertThat(events())
        .extracting(e -> e.type().name())
        .containsExactly("credential.offered", "credential.issued");
  }

  @Test
  void take_placeThatWasGivenOut_takesNothing() {
    redeem();
    one.credentials().take("token", List.of(place(7)), START);
    one.credentials().add(new StoredOffer("code-2", null, 5, END, grant("case-2")));
    one.credentials().redeem("code-2", null, SqliteCredentialStoreTest::token, START);

    assertThat(other.credentials().take("token", List.of(place(8), place(7)), START))
        .isEqualTo(Taking.PLACE_GIVEN_OUT);
    assertThat(other.credentials().find(LIST, 8)).isEmpty();
    assertThat(other.credentials().take("token", List.of(place(8), place(9)), START))
        .isEqualTo(Taking.TAKEN);
    assertThat(other.credentials().taken(LIST)).isEqualTo(3);
    assertThat(other.credentials().take("token", List.of(place(10)), START)).isEqualTo(Taking.GONE);
    assertThatThrownBy(() -> one.credentials().take("x", List.of(place(1), place(1)), START))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void take_tooLate_isGone() {
    redeem();

    assertThat(one.credentials().take("token", List.of(place(7)), END)).isEqualTo(Taking.GONE);
    assertThat(one.credentials().find(LIST, 7)).isEmpty();
  }

  @Test
  void setStatus_ofACase_isThatOfEveryCopyAndEndsWhatIsOpen() {
    redeem();
    one.credentials().take("token", List.of(place(7), place(9)), START);
    assertThat(other.credentials().find(LIST, 7)).contains(TokenStatus.VALID);
    assertThat(other.credentials().notValid(LIST)).isEmpty();

    assertThat(other.credentials().setStatus(status(TokenStatus.SUSPENDED)))
        .isEqualTo(CaseStatus.Outcome.SET);
    assertThat(one.credentials().notValid(LIST))
        .isEqualTo(Map.of(7, TokenStatus.SUSPENDED, 9, TokenStatus.SUSPENDED));
    assertThat(one.credentials().setStatus(status(TokenStatus.VALID)))
        .isEqualTo(CaseStatus.Outcome.SET);
    assertThat(one.credentials().notValid(LIST)).isEmpty();
    assertThat(one.credentials().find(LIST, 7)).contains(TokenStatus.VALID);
  }

  @Test
  void setStatus_beforeAnythingWasCollected_endsOfferAndTokenForGood() {
    one.credentials().add(OFFER);
    assertThat(one.credentials().setStatus(status(TokenStatus.VALID)))
        .isEqualTo(CaseStatus.Outcome.UNCHANGED);
    assertThat(one.credentials().isOpen("code", START)).isTrue();

    assertThat(one.credentials().setStatus(status(TokenStatus.INVALID)))
        .isEqualTo(CaseStatus.Outcome.SET);
    assertThat(other.credentials().isOpen("code", START)).isFalse();
    assertThat(
            other.credentials().redeem("code", "digits", SqliteCredentialStoreTest::token, START))
        .isEqualTo(Redemption.UNKNOWN);
    assertThat(other.credentials().setStatus(status(TokenStatus.INVALID)))
        .isEqualTo(CaseStatus.Outcome.UNCHANGED);
    assertThat(other.credentials().setStatus(status(TokenStatus.VALID)))
        .isEqualTo(CaseStatus.Outcome.FINAL);
    assertThat(other.credentials().setStatus(CaseStatus.of("case-9", TokenStatus.VALID, OFFICER)))
        .isEqualTo(CaseStatus.Outcome.UNKNOWN);
  }

  @Test
  void setStatus_whileAWalletCollects_leavesNoCopyThatIsValid() throws Exception {
    for (int round = 0; round < 20; round++) {
      String reference = "race-" + round;
      String token = "token-" + round;
      StatusReference place = place(1000 + round);
      one.credentials().add(new StoredOffer("code-" + round, null, 5, END, grant(reference)));
      one.credentials()
          .redeem("code-" + round, null, g -> new StoredToken(token, null, END, g), START);
      CaseStatus revoked = CaseStatus.of(reference, TokenStatus.INVALID, OFFICER);
      winners(store ->
          store.equals(one)
              ? store.credentials().take(token, List.of(place), START).equals(Taking.TAKEN)
              : store.credentials().setStatus(revoked).equals(CaseStatus.Outcome.SET));

      assertThat(one.credentials().find(LIST, (int) place.index()))
          .isIn(Optional.empty(), Optional.of(TokenStatus.INVALID));
      assertThat(one.credentials().find(token, START)).isEmpty();
    }
  }

  @Test
  void events_ofACase_sayWhoAndByWhatAndNothingOfTheResident() {
    one.credentials().open(NewCase.of(OFFER, OFFICER).withEvidence("dukcapil:117"));
    one.credentials().redeem("code", "digits", SqliteCredentialStoreTest::token, START);
    one.credentials().take("token", List.of(place(7)), START);
    one.credentials().setStatus(status(TokenStatus.INVALID).withEvidence("sk-7"));

    assertThat(events())
        .extracting(e -> e.type() + " by " + e.envelope().actor() + " " + payload(e))
        .containsExactly(
            "credential.offered v1 by registrar:dukcapil"
                + " {\"configuration\":\"resident\",\"evidence_id\":\"dukcapil:117\"}",
            "credential.issued v1 by wallet {\"copies\":[{\"list\":\"" + LIST + "\",\"place\":7}]}",
            "credential.status-set v1 by registrar:dukcapil"
                + " {\"status\":\"revoked\",\"evidence_id\":\"sk-7\"}");
    assertThat(new ChainVerifier(one).verify()).isInstanceOf(ChainReport.Intact.class);
  }

  @Test
  void tables_ofCases_onlyGrow() throws Exception {
    redeem();
    one.credentials().take("token", List.of(place(7)), START);
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      for (String change :
          List.of(
              "UPDATE credential_status SET status = 2",
              "DELETE FROM credential_status",
              "UPDATE status_place SET place = 8",
              "DELETE FROM status_place",
              "UPDATE status_list SET uri = 'x'",
              "DELETE FROM status_list")) {
        assertThatThrownBy(() -> raw.run(change)).hasMessageMatching("(?s).*(change|stay).*");
      }
    }
  }

  @Test
  void open_sameKeyInManyThreadsAtTwoStores_opensOnceAndAnswersTheSame() throws Exception {
    AtomicInteger number = new AtomicInteger();
    byte[] answer = "the first answer".getBytes(StandardCharsets.UTF_8);

    assertThat(
            winners(store -> {
              String own = "case-" + number.incrementAndGet();
              NewCase opened =
                  NewCase.of(new StoredOffer("code-" + own, null, 5, END, grant(own)), OFFICER)
                      .once(once("content"), answer);
              CaseOutcome outcome = store.credentials().open(opened);
              if (outcome instanceof CaseOutcome.Replayed replayed) {
                assertThat(replayed.receipt()).isEqualTo(answer);
              }
              return outcome instanceof CaseOutcome.Opened;
            }))
        .isEqualTo(1);
  }

  @Test
  void open_sameKeyWithOtherContentOrAfterTheOffer_isToldApart() throws Exception {
    byte[] answer = SECRET.getBytes(StandardCharsets.UTF_8);
    one.credentials().open(NewCase.of(OFFER, OFFICER).once(once("a"), answer));
    NewCase again = NewCase.of(new StoredOffer("code-2", null, 5, END, grant("case-2")), OFFICER);

    assertThat(other.credentials().open(again.once(once("b"), answer)))
        .isInstanceOf(CaseOutcome.KeyConflict.class);
    assertThat(other.credentials().open(again.once(once("a"), answer)))
        .isInstanceOf(CaseOutcome.Replayed.class);
    clock.advance(Duration.between(START, END));
    assertThat(other.credentials().open(again.once(once("a"), answer)))
        .isInstanceOf(CaseOutcome.Ended.class);
    assertThat(one.credentials().isOpen("code-2", START)).isFalse();
    assertThat(database()).doesNotContain(SECRET);
  }

  @Test
  void contents_onDisk_areNeverReadableAndGoWithTheirRow() throws Exception {
    redeem();
    one.requests().add(REQUEST);
    one.requests().close("state", GRANT.content(), START);

    assertThat(database()).contains("case-1").doesNotContain(SECRET);
  }

  @Test
  void sweep_afterTheirTime_leavesNothingOfThem() throws Exception {
    redeem();
    one.credentials().add(new StoredOffer("code-2", null, 5, END, grant("case-2")));
    one.requests().add(REQUEST);
    clock.advance(Duration.between(START, END));

    assertThat(one.sweep().join()).isEqualTo(3);
    try (RawDatabase raw = new RawDatabase(folder.resolve("node.db"))) {
      assertThat(raw.text("SELECT count(*) FROM credential_offer")).isEqualTo("0");
      assertThat(raw.text("SELECT count(*) FROM access_token")).isEqualTo("0");
      assertThat(raw.text("SELECT count(*) FROM presentation_request")).isEqualTo("0");
    }
  }

  @Test
  void taken_placesOfSeveralLists_areCountedForEach() {
    redeem();
    URI next = URI.create("https://jambi.example/statuslists/2");
    one.credentials()
        .take("token", List.of(place(7), place(9), new StatusReference(7, next)), START);

    assertThat(other.credentials().taken(LIST)).isEqualTo(2);
    assertThat(other.credentials().taken(next)).isEqualTo(1);
    assertThat(other.credentials().taken(URI.create("https://jambi.example/3"))).isZero();
    assertThat(other.credentials().find(LIST, 8)).isEmpty();
  }

  @Test
  void request_answered_isClosedOnceWithItsResult() throws Exception {
    one.requests().add(REQUEST);
    assertThat(other.requests().find("state", START)).contains(REQUEST);
    assertThat(other.requests().find("state", END)).isEmpty();
    assertThat(other.requests().close("state", GRANT.content(), END)).isFalse();

    assertThat(winners(store -> store.requests().close("state", GRANT.content(), START)))
        .isEqualTo(1);
    assertThat(other.requests().find("state", START)).isEmpty();
    RequestStore.Result result = other.requests().result("state", START).orElseThrow();
    assertThat(result.closed()).isTrue();
    assertThat(result.shown().orElseThrow()).isEqualTo(GRANT.content());
    assertThat(other.requests().result("state", END)).isEmpty();
  }

  @Test
  void request_closedWithNothing_hasNoResult() {
    one.requests().add(REQUEST);
    one.requests().close("state", new byte[0], START);

    RequestStore.Result result = one.requests().result("state", START).orElseThrow();
    assertThat(result.closed()).isTrue();
    assertThat(result.shown()).isEmpty();
  }

  @Test
  void redeem_personalRows_areGoneFromTheFilesWithTheNextTidying() throws Exception {
    try (Store tidy =
        SqliteStore.open(
            SqliteOptions.builder(folder.resolve("tidy.db"))
                .tidyEvery(Duration.ofMillis(20))
                .build(),
            Samples.vault(),
            clock)) {
      Path log = folder.resolve("tidy.db-wal");
      tidy.credentials().add(OFFER);
      tidy.credentials().redeem("code", "digits", SqliteCredentialStoreTest::token, START);
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (Files.size(log) > 0 && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(log).isEmptyFile();
    }
  }
}

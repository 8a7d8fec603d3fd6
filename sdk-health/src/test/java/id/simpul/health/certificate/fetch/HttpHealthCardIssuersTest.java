package id.simpul.health.certificate.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.SimpulException;
import id.simpul.health.certificate.CardRevocationQuestion;
import id.simpul.health.certificate.HealthCardKeys;
import id.simpul.health.certificate.RevocationCheck.Status;
import id.simpul.health.internal.fetch.Fetches;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHealthCardIssuersTest {
  private static final AddressPolicy LOOPBACK =
      AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment();
  private static final String KID = "k".repeat(43);
  private static final Instant ISSUED = Instant.parse("2026-02-03T00:00:00Z");

  private final MockWebServer server = new MockWebServer();
  private Instant now = Instant.parse("2026-11-22T03:00:00Z");
  private String issuer = "";
  private HttpHealthCardIssuers issuers =
      new HttpHealthCardIssuers(List.of(), AddressPolicy.publicOnly(), () -> now);

  @BeforeEach
  void start() throws IOException {
    server.start();
    issuer = "http://127.0.0.1:" + server.getPort() + "/cards";
    issuers = new HttpHealthCardIssuers(List.of(issuer), LOOPBACK, () -> now);
  }

  @AfterEach
  void stop() {
    issuers.close();
    server.close();
  }

  private void answers(int status, String body) {
    server.enqueue(new MockResponse.Builder().code(status).body(body).build());
  }

  private static String keys(String more) {
    return "{\"keys\":[{\"kid\":\"" + KID + "\"" + more + "}]}";
  }

  private static String list(long counter, String rids) {
    return "{\"kid\":\"%s\",\"method\":\"rid\",\"ctr\":%d,\"rids\":[%s]}"
        .formatted(KID, counter, rids);
  }

  private String jwks() {
    return new String(issuers.jwks(issuer), StandardCharsets.UTF_8);
  }

  private Status ask(String rid) {
    return issuers.ask(new CardRevocationQuestion(issuer, KID, rid, ISSUED));
  }

  private String path() throws InterruptedException {
    return server.takeRequest().getTarget();
  }

  @Test
  void jwks_listedIssuer_isAskedOnceAnHour() throws InterruptedException {
    answers(200, keys(""));
    answers(200, keys(",\"use\":\"sig\""));

    assertThat(jwks()).isEqualTo(keys(""));
    assertThat(path()).isEqualTo("/cards/.well-known/jwks.json");
    now = now.plus(HttpHealthCardIssuers.KEEP).minusSeconds(1);
    assertThat(jwks()).isEqualTo(keys(""));
    now = now.plusSeconds(1);
    assertThat(jwks()).isEqualTo(keys(",\"use\":\"sig\""));
    assertThat(server.getRequestCount()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:9/cards", "https://10.0.0.1", "/other", ""})
  void jwks_issuerThatIsNotListed_isAskedForNothing(String other) {
    TrustException e = catchThrowableOfType(TrustException.class, () -> issuers.jwks(other));
    assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_ENTITY);
    assertThat(issuers.ask(new CardRevocationQuestion(other, KID, "a", ISSUED)))
        .isEqualTo(Status.UNKNOWN);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void jwks_size_isLimited() {
    String set = keys("");
    answers(200, set + " ".repeat(HealthCardKeys.MAX_BYTES - set.length()));
    assertThat(jwks()).startsWith(set);
    now = now.plus(HttpHealthCardIssuers.MAX_AGE);
    answers(200, set + " ".repeat(HealthCardKeys.MAX_BYTES - set.length() + 1));
    assertThatThrownBy(this::jwks).isInstanceOf(SimpulException.class);
  }

  @Test
  void jwks_issuerFails_lastGoodStaysForADayAndItIsLeftAlone() {
    answers(200, keys(""));
    jwks();
    now = now.plus(HttpHealthCardIssuers.KEEP);
    answers(503, "");
    assertThat(jwks()).isEqualTo(keys(""));
    assertThat(jwks()).isEqualTo(keys(""));
    assertThat(server.getRequestCount()).isEqualTo(2);
    now = now.plus(HttpHealthCardIssuers.PAUSE);
    answers(200, "<html>Welcome to this hotel</html>");
    assertThat(jwks()).isEqualTo(keys(""));
    assertThat(server.getRequestCount()).isEqualTo(3);
    now = now.plus(HttpHealthCardIssuers.MAX_AGE);
    answers(404, "");
    assertThatThrownBy(this::jwks).isInstanceOf(SimpulException.class);
    assertThatThrownBy(this::jwks).isInstanceOf(SimpulException.class);
    assertThat(server.getRequestCount()).isEqualTo(4);
  }

  @Test
  void jwks_redirectWithinItsOrigin_isFollowedToALimit() {
    for (int i = 0; i < Fetches.MAX_REDIRECTS; i++) {
      redirect("/moved/" + i);
    }
    answers(200, keys(""));
    assertThat(jwks()).isEqualTo(keys(""));
    now = now.plus(HttpHealthCardIssuers.MAX_AGE);
    for (int i = 0; i <= Fetches.MAX_REDIRECTS; i++) {
      redirect("/moved/" + i);
    }
    assertThatThrownBy(this::jwks).isInstanceOf(SimpulException.class);
  }

  private void redirect(String to) {
    server.enqueue(new MockResponse.Builder().code(302).addHeader("Location", to).build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:1/x", "https://127.0.0.1/x", "http://127.0.0.1:1/x"})
  void jwks_redirectToAnotherOrigin_isNotFollowed(String elsewhere) {
    redirect(elsewhere);
    TrustException e = catchThrowableOfType(TrustException.class, () -> issuers.jwks(issuer));
    assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void fetcher_policyThatLooksAtNothing_isRefused() {
    assertThatThrownBy(
            () -> new HttpHealthCardIssuers(List.of(), AddressPolicy.anyAddress(), () -> now))
        .isInstanceOf(IllegalArgumentException.class);
    List<String> many =
        IntStream.rangeClosed(0, HttpHealthCardIssuers.MAX_ISSUERS)
            .mapToObj(i -> "https://issuer.example/" + i)
            .toList();
    assertThatThrownBy(() -> new HttpHealthCardIssuers(many, LOOPBACK, () -> now))
        .isInstanceOf(IllegalArgumentException.class);
    try (HttpHealthCardIssuers most =
        new HttpHealthCardIssuers(many.subList(1, many.size()), LOOPBACK, () -> now)) {
      assertThat(most).hasToString("fetcher for 4096 issuers of health cards");
    }
  }

  @Test
  void jwks_fromManyThreads_isAskedOnce() throws Exception {
    answers(200, keys(""));
    int threads = 16;
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Callable<String> call =
          () -> {
            start.await();
            return jwks();
          };
      for (Future<String> got :
          pool.invokeAll(Stream.generate(() -> call).limit(threads).toList())) {
        assertThat(got.get()).isEqualTo(keys(""));
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void ask_keyWithoutAVersion_takesNothingBack() {
    answers(200, keys(""));
    assertThat(ask("abc")).isEqualTo(Status.GOOD);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void ask_versionOfTheKey_drivesTheFetching() throws InterruptedException {
    answers(200, keys(",\"crlVersion\":1"));
    answers(200, list(1, "\"abc\""));
    assertThat(ask("abc")).isEqualTo(Status.REVOKED);
    assertThat(ask("def")).isEqualTo(Status.GOOD);
    assertThat(server.getRequestCount()).isEqualTo(2);
    path();
    assertThat(path()).isEqualTo("/cards/.well-known/crl/" + KID + ".json");

    now = now.plus(HttpHealthCardIssuers.KEEP);
    answers(200, keys(",\"crlVersion\":1"));
    assertThat(ask("def")).isEqualTo(Status.GOOD);
    assertThat(server.getRequestCount()).isEqualTo(3);

    now = now.plus(HttpHealthCardIssuers.KEEP);
    answers(200, keys(",\"crlVersion\":2"));
    answers(200, list(2, "\"abc\",\"def\""));
    assertThat(ask("def")).isEqualTo(Status.REVOKED);
    assertThat(server.getRequestCount()).isEqualTo(5);
  }

  /** The keys are an hour old, and the list is newer: the keys are asked for once more. */
  @Test
  void ask_listIsNewerThanTheKeys_versionIsAskedAgain() {
    answers(200, keys(",\"crlVersion\":1"));
    answers(200, list(2, "\"abc\""));
    answers(200, keys(",\"crlVersion\":2"));
    assertThat(ask("abc")).isEqualTo(Status.REVOKED);
    assertThat(ask("def")).isEqualTo(Status.GOOD);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void ask_listCannotBeHad_isUnknownAndWhatWasRevokedStays() {
    answers(200, keys(",\"crlVersion\":1"));
    answers(200, list(1, "\"abc\""));
    ask("abc");
    now = now.plus(HttpHealthCardIssuers.KEEP);
    answers(200, keys(",\"crlVersion\":2"));
    answers(500, "");
    assertThat(ask("abc")).isEqualTo(Status.REVOKED);
    assertThat(ask("def")).isEqualTo(Status.UNKNOWN);
    assertThat(server.getRequestCount()).isEqualTo(4);
    now = now.plus(HttpHealthCardIssuers.PAUSE);
    answers(200, list(2, ""));
    assertThat(ask("def")).isEqualTo(Status.GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {",\"crlVersion\":3", ""})
  void ask_keysOfBefore_doNotBringAnOlderListBack(String old) {
    answers(200, keys(",\"crlVersion\":4"));
    answers(200, list(4, "\"abc\",\"def\""));
    assertThat(ask("def")).isEqualTo(Status.REVOKED);
    now = now.plus(HttpHealthCardIssuers.KEEP);
    answers(200, keys(old));
    assertThat(ask("def")).isEqualTo(Status.REVOKED);
    assertThat(ask("ghi")).isEqualTo(Status.GOOD);
    assertThat(server.getRequestCount()).isEqualTo(3);
  }

  @Test
  void ask_listOfBefore_isNotTaken() {
    answers(200, keys(",\"crlVersion\":4"));
    answers(200, list(4, "\"abc\",\"def\""));
    ask("abc");
    now = now.plus(HttpHealthCardIssuers.KEEP);
    answers(200, keys(",\"crlVersion\":5"));
    answers(200, list(3, "\"abc\""));
    answers(200, keys(",\"crlVersion\":3"));
    assertThat(ask("ghi")).isEqualTo(Status.UNKNOWN);
    assertThat(ask("def")).isEqualTo(Status.REVOKED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "1.5", "-1", "1e3", "1234567890123456789", "null", "{}"})
  void ask_versionThatIsNoNumber_isUnknown(String version) {
    answers(200, keys(",\"crlVersion\":" + version));
    assertThat(ask("abc")).isEqualTo(Status.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../../x", "k", "", "a/b"})
  void ask_nameThatIsNoThumbprint_isAskedForNothing(String kid) {
    assertThat(issuers.ask(new CardRevocationQuestion(issuer, kid, "abc", ISSUED)))
        .isEqualTo(Status.UNKNOWN);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void limits_areThoseOfTheDocuments() {
    assertThat(HttpHealthCardIssuers.KEEP).isEqualTo(Duration.ofHours(1));
    assertThat(HealthCardKeys.MAX_BYTES).isEqualTo(256 * 1024);
  }
}

package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ClientConfig;
import id.simpul.core.value.AddressBlock;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpStatementFetcherTest {
  private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl";
  private static final String TYPE = "Content-Type: application/entity-statement+jwt";
  private static final FetchLimits LIMITS = new FetchLimits(Duration.ofSeconds(20), 64 * 1024);
  private static final FetchLimits SHORT = new FetchLimits(Duration.ofMillis(400), 64 * 1024);
  private static final EntityId ISSUER = new EntityId("https://provinsi.example");
  private static final EntityId SUBJECT = new EntityId("https://jambi.example/ab");

  private final HttpStatementFetcher fetcher =
      new HttpStatementFetcher(LoopbackPolicy.allowInsecureLoopbackForDevelopment().addresses());

  @AfterEach
  void close() {
    fetcher.close();
  }

  private static RawServer ok(String body) {
    return RawServer.answering(
        "HTTP/1.1 200 OK", TYPE, "Content-Length: " + body.length(), "", body);
  }

  private String fetch(RawServer server) {
    return fetch(server, LIMITS);
  }

  private String fetch(RawServer server, FetchLimits limits) {
    return fetcher.subordinate(server.at("/fetch"), ISSUER, SUBJECT, limits);
  }

  private TrustException refused(RawServer server, FetchLimits limits) {
    return catchThrowableOfType(TrustException.class, () -> fetch(server, limits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/kota/jambi", "/kota/jambi/"})
  void configuration_entityWithAnyPath_isAskedBelowIt(String path) {
    try (RawServer server = ok(TOKEN)) {
      assertThat(fetcher.configuration(new EntityId(server.at(path).toString()), LIMITS))
          .isEqualTo(TOKEN);
      String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("GET " + prefix + "/.well-known/openid-federation HTTP/1.1\r\n")
          .contains("\r\nAccept: application/entity-statement+jwt\r\n")
          .contains("\r\nAccept-Encoding: identity\r\n")
          .doesNotContainIgnoringCase("cookie")
          .doesNotContainIgnoringCase("authorization");
    }
  }

  @Test
  void subordinate_endpointWithAQuery_keepsItAndAddsTheSubject() {
    try (RawServer server = ok(TOKEN)) {
      assertThat(fetcher.subordinate(server.at("/f/?tenant=1"), ISSUER, SUBJECT, LIMITS))
          .isEqualTo(TOKEN);
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("GET /f/?tenant=1&sub=https%3A%2F%2Fjambi.example%2Fab HTTP/1.1\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain",
        "Content-Type: application/jwt",
        "Content-Type: application/json",
        "Content-Type: application/entity-statement+jwt, text/html",
        "Content-Type: application/resolve-response+jwt",
        "X: y"
      })
  void subordinate_anotherMediaType_isRefused(String type) {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK", type, "Content-Length: " + TOKEN.length(), "", TOKEN)) {
      TrustException e = refused(server, LIMITS);
      assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(e)
          .hasMessageContaining("Content-Type")
          .hasMessageContaining("application/entity-statement+jwt")
          .hasMessageNotContaining(TOKEN);
    }
  }

  @Test
  void subordinate_mediaTypeWithAParameter_isTaken() {
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 200 OK",
            TYPE + "; charset=utf-8",
            "Content-Length: " + TOKEN.length(),
            "",
            TOKEN)) {
      assertThat(fetch(server)).isEqualTo(TOKEN);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "404 Not Found",
        "400 Bad Request",
        "401 Unauthorized",
        "500 Oops",
        "503 Busy",
        "429 Too Many",
        "304 Not Modified"
      })
  void subordinate_anotherStatus_isUnreachableAndAskedOnce(String status) {
    String error = "{\"error\":\"invalid_request\",\"error_description\":\"planted\"}";
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 " + status,
            "Content-Type: application/json",
            "Content-Length: " + error.length(),
            "Connection: close",
            "",
            status.startsWith("304") ? "" : error)) {
      TrustException e = refused(server, LIMITS);
      assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(e)
          .hasMessageContaining(status.substring(0, 3))
          .hasMessageContaining(server.at("/fetch").toString())
          .hasMessageNotContaining("planted");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void subordinate_issuerThatSaysNothingOfTheSubject_isNoMatterOfTheNetwork() {
    String error = "{\"error\":\"not_found\",\"error_description\":\"planted\"}";
    try (RawServer server =
        RawServer.answering(
            "HTTP/1.1 404 Not Found",
            "Content-Type: application/json",
            "Content-Length: " + error.length(),
            "",
            error)) {
      TrustException e = refused(server, LIMITS);
      assertThat(e.reason()).isEqualTo(Reason.NO_CHAIN);
      assertThat(e)
          .hasMessageContaining("says nothing of")
          .hasMessageContaining("Have its superior issue a statement")
          .hasMessageNotContaining("planted");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void subordinate_redirect_isNotFollowed(int status) {
    try (RawServer elsewhere = ok(TOKEN);
        RawServer server =
            RawServer.answering(
                "HTTP/1.1 " + status + " Elsewhere",
                "Location: " + elsewhere.at("/fetch"),
                "Content-Length: 0",
                "",
                "")) {
      assertThat(refused(server, LIMITS).reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(server.requests()).hasSize(1);
      assertThat(elsewhere.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000", "Connection: close", "chunked"})
  void subordinate_tokenAtTheLimitAndOnePast_isTold(String framing) {
    String token = "x".repeat(1000);
    boolean chunked = framing.equals("chunked");
    String[] answer = {
      "HTTP/1.1 200 OK",
      TYPE,
      chunked ? "Transfer-Encoding: chunked" : framing,
      "",
      chunked
          ? "1f4\r\n" + "x".repeat(500) + "\r\n1f4\r\n" + "x".repeat(500) + "\r\n0\r\n\r\n"
          : token
    };
    try (RawServer server = RawServer.answering(answer)) {
      assertThat(fetch(server, new FetchLimits(LIMITS.timeout(), 1000))).isEqualTo(token);
      TrustException e = refused(server, new FetchLimits(LIMITS.timeout(), 999));
      assertThat(e.reason()).isEqualTo(Reason.BUDGET_EXCEEDED);
    }
  }

  @Test
  void subordinate_endlessToken_endsAtTheLimit() {
    AtomicLong written = new AtomicLong();
    byte[] chunk = "x".repeat(16 * 1024).getBytes(StandardCharsets.US_ASCII);
    try (RawServer server =
        new RawServer((request, out) -> {
          head(out, TYPE);
          while (true) {
            out.write(chunk);
            written.addAndGet(chunk.length);
          }
        })) {
      assertThat(refused(server, LIMITS).reason()).isEqualTo(Reason.BUDGET_EXCEEDED);
    }
    assertThat(written.get()).isLessThan(64L * 1024 * 1024);
  }

  @Test
  void subordinate_endlessHeader_isUnreachable() {
    byte[] field = ("X: " + "x".repeat(1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    try (RawServer server =
        new RawServer((request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(field);
          }
        })) {
      assertThat(refused(server, LIMITS).reason()).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void subordinate_bombInGzip_isRefusedUnread() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] nothing = new byte[1024 * 1024];
      for (int i = 0; i < 64; i++) {
        gzip.write(nothing);
      }
    }
    try (RawServer server =
        new RawServer((request, out) -> {
          head(out, TYPE, "Content-Encoding: gzip", "Content-Length: " + bomb.size());
          bomb.writeTo(out);
        })) {
      TrustException e = refused(server, LIMITS);
      assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(e).hasMessageContaining("Content-Encoding");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "<html>planted</html>", "planted planted", "pl\u00e4nted", "planted\n"})
  void subordinate_bodyThatIsNoToken_isRefusedWithoutIt(String body) {
    try (RawServer server = ok(body)) {
      TrustException e = refused(server, LIMITS);
      assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(e).hasMessageNotContaining("planted").hasMessageNotContaining("html");
    }
  }

  @Test
  void subordinate_silentServer_endsInTime() {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = new RawServer((request, out) -> await(never))) {
      endsInTime(server);
    } finally {
      never.countDown();
    }
  }

  @Test
  void subordinate_tokenThatTrickles_endsInTime() {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server =
        new RawServer((request, out) -> {
          head(out, TYPE);
          while (!await(never, 20)) {
            out.write('x');
            out.flush();
          }
        })) {
      endsInTime(server);
    } finally {
      never.countDown();
    }
  }

  private void endsInTime(RawServer server) {
    long begun = System.nanoTime();
    TrustException e = refused(server, SHORT);
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    assertThat(e.reason()).isEqualTo(Reason.BUDGET_EXCEEDED);
    assertThat(e).hasMessageContaining("400 ms");
    assertThat(took).isBetween(SHORT.timeout(), Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HTTP/1.1", "220 smtp.example ESMTP\r\n", "HTTP/1.1 200 OK\r\nX: y"})
  void subordinate_whatIsNotHttp_isUnreachableAndAskedOnce(String answer) {
    try (RawServer server = RawServer.answering(answer)) {
      assertThat(refused(server, LIMITS).reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void subordinate_nobodyThere_isUnreachable() {
    RawServer server = ok(TOKEN);
    server.close();
    assertThat(refused(server, LIMITS).reason()).isEqualTo(Reason.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1",
        "https://10.0.0.1/x",
        "https://[::1]",
        "https://169.254.169.254",
        "https://192.168.1.1:8443",
        "https://[fd00::1]",
        "https://[::ffff:10.0.0.1]",
        "http://localhost:8081",
        "http://127.0.0.1"
      })
  void configuration_privateAddressInProduction_isNotAllowed(String entity) {
    try (HttpStatementFetcher production =
        new HttpStatementFetcher(LoopbackPolicy.production().addresses())) {
      TrustException e =
          catchThrowableOfType(
              TrustException.class, () -> production.configuration(new EntityId(entity), LIMITS));
      assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED);
      assertThat(e).hasMessageContaining(URI.create(entity).getHost());
    }
  }

  @Test
  void configuration_besideTheAllowedNetwork_isNotAllowed() {
    AddressPolicy policy = AddressPolicy.publicOnly().allowing(AddressBlock.of("10.20.0.0/16"));
    try (HttpStatementFetcher own = new HttpStatementFetcher(policy)) {
      TrustException e =
          catchThrowableOfType(
              TrustException.class,
              () -> own.configuration(new EntityId("https://10.21.0.1"), LIMITS));
      assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/fetch",
        "file:///etc/hostname",
        "fetch",
        "/fetch",
        "mailto:a@b.example",
        "https://u:planted@node.example/fetch",
        "https://node.example/fetch#planted",
        "https:///x",
        "https://node.example:99999/fetch",
        "http://node.example/fetch",
        "http://10.0.0.1/fetch"
      })
  void subordinate_endpointThatMayNotBeCalled_isNotAllowed(String endpoint) {
    TrustException e =
        catchThrowableOfType(
            TrustException.class,
            () -> fetcher.subordinate(URI.create(endpoint), ISSUER, SUBJECT, LIMITS));
    assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED);
    assertThat(e).hasMessageNotContaining("planted");
  }

  @Test
  void subordinate_interruptedThread_endsAndKeepsTheFlag() {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server = new RawServer((request, out) -> await(never))) {
      Thread.currentThread().interrupt();
      TrustException e = refused(server, LIMITS);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
    } finally {
      never.countDown();
    }
  }

  @Test
  void subordinate_hundredAtOnce_eachGetsItsAnswer() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(100);
    try (RawServer server =
        new RawServer((request, out) -> {
          String sub = request.substring(request.indexOf("sub="), request.indexOf(" HTTP"));
          String token = "x." + sub.replaceAll("[^0-9]", "") + ".x";
          head(out, TYPE, "Connection: close");
          out.write(token.getBytes(StandardCharsets.US_ASCII));
        })) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        EntityId subject = new EntityId("https://jambi.example/" + (1000 + i));
        answers.add(
            callers.submit(
                () -> fetcher.subordinate(server.at("/fetch"), ISSUER, subject, LIMITS)));
      }
      for (int i = 0; i < 100; i++) {
        assertThat(answers.get(i).get()).contains(Integer.toString(1000 + i));
      }
    } finally {
      callers.shutdownNow();
    }
  }

  @Test
  void newFetcher_policyThatLooksAtNothing_isRefused() {
    assertThatThrownBy(() -> new HttpStatementFetcher(AddressPolicy.anyAddress()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new HttpStatementFetcher(ClientConfig.builder(ClientConfig.NO_BASE_URL).build()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void subordinate_closedFetcher_isUnreachable() {
    try (RawServer server = ok(TOKEN)) {
      fetcher.close();
      assertThat(refused(server, LIMITS).reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(server.requests()).isEmpty();
    }
  }

  private static void head(OutputStream out, String... fields) throws IOException {
    out.write(
        ("HTTP/1.1 200 OK\r\n" + String.join("\r\n", fields) + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  private static void await(CountDownLatch latch) {
    await(latch, 50_000);
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}

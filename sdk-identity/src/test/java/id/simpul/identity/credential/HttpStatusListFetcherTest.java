package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.ClientConfig;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.testing.RawServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpStatusListFetcherTest {
  private static final String TOKEN = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl";
  private static final String TYPE = "Content-Type: application/statuslist+jwt";

  private final HttpStatusListFetcher fetcher =
      new HttpStatusListFetcher(LoopbackPolicy.allowInsecureLoopbackForDevelopment().addresses());

  @AfterEach
  void close() {
    fetcher.close();
  }

  private static String[] ok(String body) {
    return new String[] {"HTTP/1.1 200 OK", TYPE, "Content-Length: " + body.length(), "", body};
  }

  private static String[] redirect(String location) {
    return new String[] {
      "HTTP/1.1 302 Found", "Location: " + location, "Content-Length: 0", "", ""
    };
  }

  private TrustException refused(URI uri) {
    return catchThrowableOfType(TrustException.class, () -> fetcher.fetch(uri));
  }

  /** Sends a request on as often as its path says, then answers. */
  private static RawServer sendingOn() {
    return new RawServer((request, out) -> {
      int left = Integer.parseInt(request.substring(5, request.indexOf(' ', 5)));
      String[] answer = left == 0 ? ok(TOKEN) : redirect("/" + (left - 1));
      out.write(String.join("\r\n", answer).getBytes(StandardCharsets.US_ASCII));
    });
  }

  @Test
  void fetch_list_isAskedForAsItIsNamed() {
    try (RawServer server = RawServer.answering(ok(TOKEN))) {
      assertThat(fetcher.fetch(server.at("/lists/1?v=2&time=1700000000"))).isEqualTo(TOKEN);
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("GET /lists/1?v=2&time=1700000000 HTTP/1.1\r\n")
          .contains("\r\nAccept: application/statuslist+jwt\r\n");
    }
  }

  @Test
  void fetch_redirectsAtTheLimitAndOnePast_areTold() {
    try (RawServer server = sendingOn()) {
      assertThat(fetcher.fetch(server.at("/" + HttpStatusListFetcher.MAX_REDIRECTS)))
          .isEqualTo(TOKEN);
      assertThat(server.requests()).hasSize(HttpStatusListFetcher.MAX_REDIRECTS + 1);
      TrustException e = refused(server.at("/" + (HttpStatusListFetcher.MAX_REDIRECTS + 1)));
      assertThat(e.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(e).hasMessageContaining("302");
    }
  }

  @Test
  void fetch_redirectElsewhere_isFollowedWhenThatIsAllowed() {
    try (RawServer elsewhere = RawServer.answering(ok(TOKEN));
        RawServer server = RawServer.answering(redirect(elsewhere.at("/x?y=z").toString()))) {
      assertThat(fetcher.fetch(server.at("/list"))).isEqualTo(TOKEN);
      assertThat(elsewhere.requests())
          .singleElement()
          .asString()
          .startsWith("GET /x?y=z HTTP/1.1\r\n");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://10.0.0.1/list", "https://169.254.169.254/latest", "http://node.example/list",
        "https://[fd00::1]/list", "ftp://127.0.0.1/list", "file:///etc/hostname",
        "https://u:planted@node.example/list"
      })
  void fetch_redirectToWhereItMayNotGo_isNotAllowed(String location) {
    try (RawServer server = RawServer.answering(redirect(location))) {
      TrustException e = refused(server.at("/list"));
      assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED);
      assertThat(e).hasMessageNotContaining("planted");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a b/", "%zz", "http://[::1"})
  void fetch_redirectToNoUrl_isUnreachable(String location) {
    try (RawServer server = RawServer.answering(redirect(location))) {
      assertThat(refused(server.at("/list")).reason()).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void fetch_redirectWithoutLocation_isUnreachable() {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 302 Found", "Content-Length: 0", "", "")) {
      assertThat(refused(server.at("/list")).reason()).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void fetch_tokenAtTheLimitAndOnePast_isToldAsUnreachable() {
    AtomicInteger length = new AtomicInteger(StatusListVerifier.MAX_TOKEN_LENGTH);
    try (RawServer server =
        new RawServer((request, out) ->
            out.write(
                String.join("\r\n", ok("x".repeat(length.get())))
                    .getBytes(StandardCharsets.US_ASCII)))) {
      assertThat(fetcher.fetch(server.at("/list"))).hasSize(StatusListVerifier.MAX_TOKEN_LENGTH);
      length.incrementAndGet();
      assertThat(refused(server.at("/list")).reason()).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "500 Oops", "501 Not Implemented"})
  void fetch_anotherStatus_isUnreachable(String status) {
    try (RawServer server =
        RawServer.answering("HTTP/1.1 " + status, "Content-Length: 0", "", "")) {
      assertThat(refused(server.at("/list")).reason()).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void fetch_anotherMediaTypeOrEncoding_isUnreachable() {
    try (RawServer jwt =
            RawServer.answering(
                "HTTP/1.1 200 OK", "Content-Type: application/jwt", "Content-Length: 1", "", "x");
        RawServer gzip =
            RawServer.answering(
                "HTTP/1.1 200 OK", TYPE, "Content-Encoding: gzip", "Content-Length: 1", "", "x")) {
      assertThat(refused(jwt.at("/list")).reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(refused(gzip.at("/list")).reason()).isEqualTo(Reason.UNREACHABLE);
    }
  }

  @Test
  void fetch_loopbackInProduction_isNotAllowed() {
    try (RawServer server = RawServer.answering(ok(TOKEN));
        HttpStatusListFetcher production =
            new HttpStatusListFetcher(LoopbackPolicy.production().addresses())) {
      TrustException e =
          catchThrowableOfType(TrustException.class, () -> production.fetch(server.at("/list")));
      assertThat(e.reason()).isEqualTo(Reason.NOT_ALLOWED);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void newFetcher_policyThatLooksAtNothing_isRefused() {
    assertThatThrownBy(() -> new HttpStatusListFetcher(AddressPolicy.anyAddress()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new HttpStatusListFetcher(ClientConfig.builder(ClientConfig.NO_BASE_URL).build()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

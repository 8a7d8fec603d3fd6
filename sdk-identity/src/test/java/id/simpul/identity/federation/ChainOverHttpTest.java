package id.simpul.identity.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import id.simpul.identity.testing.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A federation that is asked over HTTP, and servers within it that do not behave. */
@Timeout(60)
class ChainOverHttpTest {
  private static final String CONFIGURATION = "/.well-known/openid-federation";
  private static final FetchLimits ANY = new FetchLimits(Duration.ofSeconds(1), 1);
  private static final FetchLimits PATIENT = new FetchLimits(Duration.ofSeconds(50), 100_000);
  private static final LoopbackPolicy DEVELOPMENT =
      LoopbackPolicy.allowInsecureLoopbackForDevelopment();

  private final FederationFixture federation = new FederationFixture();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final HttpStatementFetcher fetcher = new HttpStatementFetcher(DEVELOPMENT.addresses());
  private final RawServer elsewhere = new RawServer((request, out) -> {});

  private volatile Misbehaviour ofProvince = Misbehaviour.NONE;

  private final RawServer server =
      new RawServer((request, out) -> {
        URI url = serverAt(request.split(" ", 3)[1]);
        if (url.getPath().startsWith("/province") && ofProvince != Misbehaviour.NONE) {
          misbehave(out);
        } else {
          answer(out, "200 OK", "application/entity-statement+jwt", token(url));
        }
      });

  private final Member anchor = federation.add(server.at("/anchor").toString());
  private final Member province = federation.add(server.at("/province").toString(), anchor);
  private final Member city = federation.add(server.at("/city").toString(), province);
  private final ChainResolver resolver =
      ChainResolver.builder(List.of(anchor.pinned()), fetcher)
          .loopback(DEVELOPMENT)
          .clock(federation.clock())
          .build();

  enum Misbehaviour {
    NONE,
    SILENT,
    TRICKLING,
    ENDLESS,
    REDIRECTING,
    FAILING,
    HANGING_UP,
    WRONG_TYPE
  }

  /** Loads classes: a resolution has little time, and is to have it for itself. */
  @BeforeEach
  void warm() {
    fetcher.configuration(anchor.id(), PATIENT);
    server.requests().clear();
  }

  @AfterEach
  void close() {
    ended.countDown();
    fetcher.close();
    server.close();
    elsewhere.close();
  }

  private URI serverAt(String target) {
    return server.at(target);
  }

  private String token(URI url) {
    String path = url.toString();
    if (path.endsWith(CONFIGURATION)) {
      String id = path.substring(0, path.length() - CONFIGURATION.length());
      return federation.configuration(new EntityId(id), ANY);
    }
    String endpoint = path.substring(0, path.indexOf('?'));
    String sub = url.getRawQuery().substring("sub=".length());
    return federation.subordinate(
        URI.create(endpoint),
        new EntityId(endpoint.substring(0, endpoint.lastIndexOf('/'))),
        new EntityId(URLDecoder.decode(sub, StandardCharsets.UTF_8)),
        ANY);
  }

  private static void answer(OutputStream out, String status, String type, String body)
      throws IOException {
    String head = "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: ";
    out.write((head + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
  }

  private void misbehave(OutputStream out) throws IOException {
    byte[] begun =
        "HTTP/1.1 200 OK\r\nContent-Type: application/entity-statement+jwt\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);
    byte[] much = "x".repeat(8 * 1024).getBytes(StandardCharsets.US_ASCII);
    switch (ofProvince) {
      case SILENT -> waits(60_000);
      case TRICKLING -> {
        out.write(begun);
        while (!waits(20)) {
          out.write('x');
        }
      }
      case ENDLESS -> {
        out.write(begun);
        while (!waits(0)) {
          out.write(much);
        }
      }
      case REDIRECTING ->
          out.write(
              ("HTTP/1.1 302 Found\r\nLocation: "
                      + elsewhere.at("/")
                      + "\r\nContent-Length: 0\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      case FAILING -> answer(out, "500 Oops", "text/html", "<html>");
      case WRONG_TYPE -> answer(out, "200 OK", "application/jwt", "a.b.c");
      case HANGING_UP, NONE -> {}
    }
  }

  private boolean waits(long millis) {
    try {
      return ended.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Test
  void resolve_cityBelowAProvince_isTrustedThroughTheAnchor() {
    ResolvedEntity resolved = resolver.resolve(city.id());

    assertThat(resolved.id()).isEqualTo(city.id());
    assertThat(resolved.keys()).hasSize(1);
    assertThat(resolved.keys().get(0).keyId()).isEqualTo(city.nodeKey().keyId());
    assertThat(server.requests()).hasSize(5);
  }

  @ParameterizedTest
  @EnumSource(value = Misbehaviour.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void resolve_provinceThatMisbehaves_endsInTimeWithAReason(Misbehaviour misbehaviour) {
    ofProvince = misbehaviour;
    long begun = System.nanoTime();
    TrustException e =
        catchThrowableOfType(TrustException.class, () -> resolver.resolve(city.id()));

    assertThat(e).as("refused").isNotNull();
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    assertThat(elsewhere.requests()).isEmpty();
  }

  @Test
  void resolve_hintsAtPrivateAddresses_areNotAsked() {
    city.configuration()
        .put(
            "authority_hints",
            List.of("https://10.0.0.1", "https://[fd00::1]", "https://169.254.169.254"));
    TrustException e =
        catchThrowableOfType(TrustException.class, () -> resolver.resolve(city.id()));

    assertThat(e).as("refused").isNotNull();
    assertThat(resolver.explain(city.id()).toText()).contains("10.0.0.1").contains("private use");
  }
}

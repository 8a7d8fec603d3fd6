package id.simpul.identity.internal.fetch;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.operation.NoInput;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.RawServer;
import id.simpul.identity.wire.FederationV1;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenFetchesTest {
  private static final URI ADDRESS = URI.create("https://node.example");
  private static final AddressPolicy DEVELOPMENT =
      AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment();

  @Test
  void get_slowRedirects_shareOneDeadline() {
    CountDownLatch over = new CountDownLatch(1);
    try (TokenFetches fetches = new TokenFetches(DEVELOPMENT, 1000);
        RawServer server =
            new RawServer((request, out) -> {
              pause(over);
              out.write(redirect("/again"));
            })) {
      Target target = new Target(server.at("/"), Duration.ofMillis(500), 1);
      assertThat(refusal(fetches, target).reason()).isEqualTo(Reason.BUDGET_EXCEEDED);
      // How many there are in that time is the machine's affair, but not how many there may be.
      assertThat(server.requests()).hasSizeLessThan(20);
    } finally {
      over.countDown();
    }
  }

  @Test
  void get_asManyRedirectsAsAllowedAndOneMore_areFollowedAndNot() {
    AtomicInteger hops = new AtomicInteger();
    byte[] gone = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
    try (TokenFetches fetches = new TokenFetches(DEVELOPMENT, 3);
        RawServer server =
            new RawServer((request, out) ->
                out.write(
                    request.startsWith("GET /end ")
                        ? gone
                        : redirect(hops.decrementAndGet() > 0 ? "/again" : "/end")))) {
      Target target = new Target(server.at("/"), Duration.ofSeconds(50), 1);
      hops.set(3);
      assertThat(refusal(fetches, target)).hasMessageContaining("404");
      assertThat(server.requests()).hasSize(4);
      hops.set(4);
      assertThat(refusal(fetches, target)).hasMessageContaining("302");
      assertThat(server.requests()).hasSize(8);
    }
  }

  private static TrustException refusal(TokenFetches fetches, Target target) {
    return catchThrowableOfType(
        TrustException.class,
        () -> fetches.get(FederationV1.GET_HISTORICAL_KEYS, NoInput.NONE, target));
  }

  private static byte[] redirect(String location) {
    return ("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n")
        .getBytes(US_ASCII);
  }

  private static void pause(CountDownLatch over) throws IOException {
    try {
      if (over.await(50, TimeUnit.MILLISECONDS)) {
        throw new IOException("The test is over");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void newTarget_withoutTimeOrBytes_isRefused() {
    assertThat(new Target(ADDRESS, Duration.ofNanos(1), 1).maxBytes()).isOne();
    assertThatThrownBy(() -> new Target(ADDRESS, Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Target(ADDRESS, Duration.ofNanos(-1), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Target(ADDRESS, Duration.ofNanos(1), 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

package id.simpul.identity.internal.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.simpul.core.AddressPolicy;
import id.simpul.core.operation.NoInput;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.RawServer;
import id.simpul.identity.wire.FederationV1;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TokenFetchesTest {
  private static final URI ADDRESS = URI.create("https://node.example");
  private static final AddressPolicy DEVELOPMENT =
      AddressPolicy.publicOnly().allowInsecureLoopbackForDevelopment();

  @Test
  void get_slowRedirects_shareOneDeadline() {
    CountDownLatch never = new CountDownLatch(1);
    String redirect = "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n";
    try (TokenFetches fetches = new TokenFetches(DEVELOPMENT, 1000);
        RawServer server =
            new RawServer((request, out) -> {
              pause(never);
              out.write(redirect.getBytes(StandardCharsets.US_ASCII));
            })) {
      Target target = new Target(server.at("/"), Duration.ofMillis(500), 1);
      TrustException e =
          catchThrowableOfType(
              TrustException.class,
              () -> fetches.get(FederationV1.GET_HISTORICAL_KEYS, NoInput.NONE, target));
      assertThat(e.reason()).isEqualTo(Reason.BUDGET_EXCEEDED);
      assertThat(server.requests()).hasSizeBetween(2, 20);
    } finally {
      never.countDown();
    }
  }

  private static void pause(CountDownLatch never) {
    try {
      assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
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

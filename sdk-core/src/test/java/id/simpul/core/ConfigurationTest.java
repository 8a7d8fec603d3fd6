package id.simpul.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.Limits;
import id.simpul.core.value.Secret;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
  private static final URI BASE = URI.create("https://node.example/open311/v2");

  @Test
  void retryPolicy_retriesOutsideRange_refused() {
    assertThat(RetryPolicy.STANDARD.withMaxRetries(0).maxRetries()).isZero();
    assertThat(RetryPolicy.STANDARD.withMaxRetries(RetryPolicy.MAX_RETRIES).maxRetries())
        .isEqualTo(2);
    assertThatThrownBy(() -> RetryPolicy.STANDARD.withMaxRetries(RetryPolicy.MAX_RETRIES + 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RetryPolicy.STANDARD.withMaxRetries(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void retryPolicy_negativeWait_refused() {
    assertThatThrownBy(() -> RetryPolicy.STANDARD.withBaseDelay(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(RetryPolicy.STANDARD.withBaseDelay(Duration.ZERO).baseDelay()).isZero();
  }

  @Test
  void retryPolicy_standard_hasTheDocumentedDefaults() {
    assertThat(RetryPolicy.STANDARD)
        .isEqualTo(
            new RetryPolicy(
                2, Duration.ofMillis(500), Duration.ofSeconds(8), Duration.ofSeconds(30)));
    assertThat(RetryPolicy.NONE.maxRetries()).isZero();
  }

  @Test
  void timeouts_zeroOrNegative_refused() {
    for (Duration wrong : new Duration[] {Duration.ZERO, Duration.ofMillis(-1)}) {
      assertThatThrownBy(() -> Timeouts.DEFAULT.withCall(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("call");
      assertThatThrownBy(() -> Timeouts.DEFAULT.withAttempt(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("attempt");
    }
    assertThat(Timeouts.DEFAULT)
        .isEqualTo(
            new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(45)));
  }

  @Test
  void limits_zero_refused() {
    assertThatThrownBy(() -> Limits.DEFAULT.withMaxBytes(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Limits.DEFAULT.withMaxBytes(1).maxBytes()).isOne();
  }

  @Test
  void idempotencyKey_lengthAtLimit_accepted() {
    String key = "k".repeat(RequestOptions.MAX_KEY_LENGTH);
    assertThat(RequestOptions.NONE.withIdempotencyKey(key).idempotencyKey()).contains(key);
  }

  @Test
  void idempotencyKey_onePastLimitOrNotVisibleAscii_refusedWithoutTheKey() {
    for (String key :
        new String[] {"k".repeat(RequestOptions.MAX_KEY_LENGTH + 1), "", "a b", "a\n", "\u00e9"}) {
      assertThatThrownBy(() -> RequestOptions.NONE.withIdempotencyKey(key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("kk");
    }
  }

  @Test
  void newIdempotencyKey_twice_differs() {
    assertThat(RequestOptions.newIdempotencyKey())
        .hasSize(36)
        .isNotEqualTo(RequestOptions.newIdempotencyKey());
  }

  @Test
  void requestOptions_withTimeout_keepsTheOtherTimeoutsOfTheClient() {
    Timeouts client =
        new Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    RequestOptions options = RequestOptions.NONE.withTimeout(Duration.ofSeconds(9));
    assertThat(options.timeouts(client)).isEqualTo(client.withCall(Duration.ofSeconds(9)));
    assertThat(options.withTimeouts(Timeouts.DEFAULT).timeouts(client)).isEqualTo(Timeouts.DEFAULT);
    assertThat(RequestOptions.NONE.timeouts(client)).isEqualTo(client);
    assertThatThrownBy(() -> RequestOptions.NONE.withTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void requestOptions_everyWith_keepsTheRest() {
    RequestOptions options =
        RequestOptions.NONE
            .withIdempotencyKey("k")
            .withFormat("xml")
            .withRetry(RetryPolicy.NONE)
            .withEndpoint(URI.create("https://other.example/fetch?a=b"))
            .withLimits(Limits.DEFAULT.withMaxBytes(7))
            .withTimeout(Duration.ofSeconds(9))
            .withHeader("X-A", "1")
            .withHeader("X-B", "2");
    assertThat(options.idempotencyKey()).contains("k");
    assertThat(options.format()).contains("xml");
    assertThat(options.retry()).contains(RetryPolicy.NONE);
    assertThat(options.timeouts(Timeouts.DEFAULT).call()).isEqualTo(Duration.ofSeconds(9));
    assertThat(options.endpoint()).contains(URI.create("https://other.example/fetch?a=b"));
    assertThat(options.limits()).contains(Limits.DEFAULT.withMaxBytes(7));
    assertThat(options.headers().fields()).hasSize(2);
    assertThat(RequestOptions.NONE.headers().fields()).isEmpty();
    assertThat(RequestOptions.NONE.endpoint()).isEmpty();
    assertThat(RequestOptions.NONE.limits()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node.example", "ftp://node.example/", "https:///x", "https://u:p@node.example/",
        "https://node.example/?q=1", "https://node.example/#f", "/open311", "file:///etc/hostname"
      })
  void builder_anotherKindOfUrl_refused(String url) {
    assertThatThrownBy(() -> ClientConfig.builder(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("u:p");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "node.example", "ftp://node.example/", "https:///x", "https://u:p@node.example/",
        "https://node.example/#f", "/open311", "file:///etc/hostname", "jar:https://x!/y"
      })
  void withEndpoint_anotherKindOfUrl_refused(String url) {
    assertThatThrownBy(() -> RequestOptions.NONE.withEndpoint(URI.create(url)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("u:p");
  }

  @Test
  void builder_slashAtTheEnd_isDropped() {
    assertThat(ClientConfig.builder(URI.create(BASE + "/")).build().baseUrl()).isEqualTo(BASE);
    assertThat(ClientConfig.builder(BASE).build().baseUrl()).isEqualTo(BASE);
  }

  @Test
  void build_withoutMore_hasTheDocumentedDefaults() {
    ClientConfig config = ClientConfig.builder(BASE).build();
    assertThat(config.timeouts()).isEqualTo(Timeouts.DEFAULT);
    assertThat(config.retry()).isEqualTo(RetryPolicy.STANDARD);
    assertThat(config.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(config.contractChecks()).isEqualTo(ContractChecks.SENT);
    assertThat(config.format()).isEqualTo("json");
    assertThat(config.nodeHonoursIdempotencyKeys()).isFalse();
    assertThat(config.authenticator()).isEmpty();
    assertThat(config.httpClient()).isEmpty();
    assertThat(config.addressPolicy()).isSameAs(AddressPolicy.anyAddress());
  }

  @Test
  void toString_showsTheUrlOnly() {
    ClientConfig config =
        ClientConfig.builder(BASE).auth(ClientAuth.apiKey(Secret.of("planted"))).build();
    assertThat(config).hasToString("ClientConfig[" + BASE + "]");
  }

  @Test
  void builder_null_throws() {
    ClientConfig.Builder builder = ClientConfig.builder(BASE);
    assertThatThrownBy(() -> builder.auth(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.timeouts(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.retry(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.clock(null)).isInstanceOf(NullPointerException.class);
  }
}

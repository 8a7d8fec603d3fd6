package id.simpul.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.value.RegionCode;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.reporting.Service;
import id.simpul.reporting.ServiceCode;
import id.simpul.reporting.ServiceDefinition;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeConfigTest {
  private static final ServiceCode CODE = new ServiceCode("jalan");
  private static final List<OfferedService> ONE =
      List.of(
          new OfferedService(
              Service.builder(CODE, "Jalan").build(), ServiceDefinition.builder(CODE).build()));

  private static NodeConfigBuilder config() {
    return NodeConfig.builder()
        .baseUrl(URI.create("https://simpul.jambi.example"))
        .dataDirectory(Path.of("data"))
        .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71"))
        .services(ONE)
        .signingKey(SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()));
  }

  @Test
  void build_serviceListedTwice_isRefusedByItsCode() {
    assertThatThrownBy(() -> config().services(ONE).build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("services-file", "jalan");
  }

  @Test
  void build_credentialsSignedWithTheKeyOfMessages_isRefused() {
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());

    assertThatThrownBy(
            () -> config().signingKey(key).credentials(NodeCredentials.NONE.issuing(key)).build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("credentials", "key of their own");
  }

  @Test
  void build_issuerBelowAPath_isRefusedBecauseNoWalletWouldFindIt() {
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
    NodeConfigBuilder below = config().baseUrl(URI.create("https://jambi.example/simpul"));

    assertThat(below.build().credentials().issues()).isFalse();
    assertThatThrownBy(() -> below.credentials(NodeCredentials.NONE.issuing(key)).build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("base-url", "wallets");
  }

  @Test
  void build_aliasWithSlash_losesIt() {
    NodeConfig config = config().alias(URI.create("https://gw.example/jambi/")).build();

    assertThat(config.aliases()).containsExactly(URI.create("https://gw.example/jambi"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/jambi", "gw.example", "http://gw.example", "https://gw.example?a=b", "mailto:a"})
  void build_aliasThatIsNoBaseUrl_isRefused(URI alias) {
    assertThatThrownBy(() -> config().alias(alias).build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("aliases");
  }

  @Test
  void build_aliasOnLoopback_isTakenForDevelopmentAlone() {
    URI alias = URI.create("http://127.0.0.1:8080");

    assertThat(config().allowInsecureLoopbackForDevelopment().alias(alias).build().aliases())
        .containsExactly(alias);
    assertThatThrownBy(() -> config().alias(alias).build())
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("plain http is for development");
  }

  @Test
  void booking_atItsLimitsAndBeyond_isTakenAndRefused() {
    NodeBooking booking = NodeHealth.NONE.serving().booking();

    assertThat(booking)
        .isEqualTo(new NodeBooking(Duration.ofMinutes(10), Duration.ofDays(90), 500));
    assertThat(booking.withHoldTime(NodeBooking.MIN_HOLD_TIME).holdTime())
        .isEqualTo(Duration.ofMinutes(1));
    assertThat(booking.withHoldTime(NodeBooking.MAX_HOLD_TIME).holdTime())
        .isEqualTo(Duration.ofHours(1));
    assertThat(booking.withRetention(NodeBooking.MIN_RETENTION).retention())
        .isEqualTo(Duration.ofDays(1));
    assertThat(booking.withRetention(NodeBooking.MAX_RETENTION).retention())
        .isEqualTo(Duration.ofDays(3650));
    assertThat(booking.withHoldsPerCaller(1).holdsPerCaller()).isEqualTo(1);
    assertThat(booking.withHoldsPerCaller(100_000).holdsPerCaller()).isEqualTo(100_000);
    for (Executable wrong :
        List.<Executable>of(
            () -> booking.withHoldTime(NodeBooking.MIN_HOLD_TIME.minusNanos(1)),
            () -> booking.withHoldTime(NodeBooking.MAX_HOLD_TIME.plusNanos(1)),
            () -> booking.withRetention(NodeBooking.MIN_RETENTION.minusNanos(1)),
            () -> booking.withRetention(NodeBooking.MAX_RETENTION.plusNanos(1)),
            () -> booking.withHoldsPerCaller(0),
            () -> booking.withHoldsPerCaller(100_001))) {
      assertThatThrownBy(wrong::execute).isInstanceOf(IllegalArgumentException.class);
    }
  }
}

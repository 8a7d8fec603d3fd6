package id.simpul.node.internal.federation;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.value.RegionCode;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.federation.ExpiryAlarm;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeFederation;
import id.simpul.node.internal.store.SettableClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node says of its own statements and its chain, without starting it. */
class FederationKeeperTest {
  private static final URI SELF = URI.create("https://simpul.jambi.example");
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path data;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T02:00:00Z"));
  private Optional<Instant> trustedUntil = Optional.empty();

  private FederationKeeper keeper() {
    SecureRandom random = new SecureRandom();
    NodeConfig config =
        NodeConfig.builder()
            .baseUrl(SELF)
            .dataDirectory(data)
            .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71"))
            .federation(NodeFederation.ALONE.asAuthority())
            .signingKey(SigningKeys.generate(SignatureAlgorithm.ED25519, random))
            .clock(clock)
            .build();
    Supplier<ExpiryAlarm> chain =
        () ->
            trustedUntil
                .map(until -> new ExpiryAlarm("chain", until, ExpiryAlarm.DEFAULT_WARN_BEFORE))
                .orElseThrow(() ->
                    new TrustException(Reason.NO_CHAIN, SELF.toString(), "leads nowhere", "test"));
    return new FederationKeeper(new FederationEntity(config, random), chain, clock);
  }

  private static String health(FederationKeeper keeper) {
    return new String(
        keeper.find("/health/federation").orElseThrow().body(), StandardCharsets.UTF_8);
  }

  @Test
  void health_nobodyEverTrustedTheNode_isExpiredOnceThatIsSure() {
    try (FederationKeeper keeper = keeper()) {
      keeper.look();
      clock.advance(FederationKeeper.UNSURE.minus(SECOND));
      keeper.look();
      assertThat(health(keeper)).contains("\"status\":\"quiet\"");
      clock.advance(SECOND);
      keeper.look();
      assertThat(health(keeper))
          .contains("\"status\":\"expired\"", NodeTrust.chainOf(new EntityId(SELF.toString())));
    }
  }

  @Test
  void health_trustWasWithdrawn_isExpiredThoughItsStatementsHeldOnAndQuietAgainLater() {
    trustedUntil = Optional.of(clock.instant().plus(Duration.ofDays(7)));
    try (FederationKeeper keeper = keeper()) {
      keeper.look();
      assertThat(health(keeper)).contains("\"status\":\"quiet\"");
      trustedUntil = Optional.empty();
      keeper.look();
      clock.advance(FederationKeeper.UNSURE);
      keeper.look();
      assertThat(health(keeper)).contains("\"status\":\"expired\"");
      trustedUntil = Optional.of(clock.instant().plus(Duration.ofDays(7)));
      keeper.look();
      assertThat(health(keeper)).contains("\"status\":\"quiet\"");
    }
  }
}

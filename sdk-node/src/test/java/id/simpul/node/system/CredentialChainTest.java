package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.ApiException;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.SigningKey;
import id.simpul.identity.credential.HeldCredential;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.identity.wire.OfferReceipt;
import id.simpul.identity.wire.PresentationResult;
import id.simpul.node.NodeConfigBuilder;
import id.simpul.node.NodeCredentials;
import id.simpul.node.NodeFederation;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.federation.FederationFiles;
import id.simpul.node.internal.federation.SubordinateBook;
import id.simpul.node.internal.federation.SubordinateRecord;
import id.simpul.node.internal.federation.SubordinateRecord.Standing;
import id.simpul.node.internal.store.SettableClock;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that knows one anchor takes credentials of a city below it that it has never pinned. */
final class CredentialChainTest {
  /** Longer than anybody goes on believing a chain without asking anew. */
  private static final Duration ASKED_ANEW = Duration.ofHours(2);

  private static final Duration ASKING = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T03:00:00Z"));
  private final SigningKey credentialKey = Scene.key();
  private final Scene scene = new Scene(clock);
  private TestTown anchor;
  private TestTown jambi;
  private TestTown merangin;

  @BeforeEach
  void start() throws IOException {
    anchor = town("anchor", config -> config.federation(NodeFederation.ALONE.asAuthority()));
    jambi = town("jambi", config -> issuing(config, NodeCredentials.NONE.issuing(credentialKey)));
    merangin =
        town(
            "merangin",
            config ->
                config
                    .federation(
                        NodeFederation.ALONE.withAnchors(
                            List.of(new TrustAnchor(anchor.entity(), federationKeys("anchor")))))
                    .credentials(NodeCredentials.NONE.taking(jambi.entity())));
    vouch("15.71", true);
  }

  @AfterEach
  void stop() {
    scene.close();
    merangin.close();
    jambi.close();
    anchor.close();
  }

  private TestTown town(String name, Consumer<NodeConfigBuilder> change) throws IOException {
    return TestTown.start(folder.resolve(name), clock, change);
  }

  private NodeConfigBuilder issuing(NodeConfigBuilder config, NodeCredentials credentials) {
    return config
        .federation(NodeFederation.ALONE.withSuperiors(List.of(anchor.entity())))
        .credentials(credentials);
  }

  private JwkSet federationKeys(String name) {
    Path first = new FederationFiles(folder.resolve(name)).firstKey();
    return JwkSet.of(
        KeyRing.open(first, new SecureRandom()).published().stream().map(PublicJwk::of).toList());
  }

  private void vouch(String region, boolean active) {
    new SubordinateBook(new FederationFiles(folder.resolve("anchor")))
        .put(
            new SubordinateRecord(
                jambi.entity(),
                region,
                federationKeys("jambi"),
                List.of("simpul_node"),
                false,
                JsonObject.EMPTY,
                new Standing(active, clock.instant())));
  }

  private HeldCredential held() {
    OfferReceipt offer = Scene.offer(jambi);
    return scene.collect(offer, jambi, credentialKey);
  }

  private void assertTaken(HeldCredential held) {
    PresentationResult result = Scene.result(merangin, scene.present(held, merangin));
    assertThat(result.state()).isEqualTo(PresentationResult.SHOWN);
    assertThat(result.source().orElseThrow().issuer()).isEqualTo(jambi.entity());
  }

  // The first question after a while still finds what was known, and has it asked anew meanwhile.
  private void assertRefused(HeldCredential held, String code) {
    long end = System.nanoTime() + ASKING.toNanos();
    ApiException refused = null;
    while (refused == null && System.nanoTime() < end) {
      refused = refusal(held);
    }
    assertThat(refused).as("refused within %s", ASKING).isNotNull();
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problems().get(0).description()).contains(code);
  }

  private @Nullable ApiException refusal(HeldCredential held) {
    try {
      scene.present(held, merangin);
      return null;
    } catch (ApiException e) {
      return e;
    }
  }

  @Test
  void present_issuerTrustedByAChain_isTakenUntilItIsSuspended() {
    HeldCredential held = held();
    assertTaken(held);

    vouch("15.71", false);
    clock.advance(ASKED_ANEW);
    assertRefused(held, "identity.trust.");
  }

  @Test
  void present_issuerWhoseRegionIsAnother_isRefusedWhateverItSaysItself() {
    vouch("15.02", true);

    assertRefused(held(), "identity.trust.not-authorised");
  }

  @Test
  void present_afterTheKeyOfMessagesWasReplaced_isTakenAllTheSame() {
    HeldCredential held = held();
    jambi =
        jambi.restart(
            folder.resolve("jambi"),
            clock,
            Scene.key(),
            config -> issuing(config, NodeCredentials.NONE.issuing(credentialKey)));
    clock.advance(Duration.ofDays(15));

    assertTaken(held);
  }

  @Test
  void present_signedWithAFormerKey_isTakenWhileThatKeyIsPublished() {
    HeldCredential held = held();
    Instant until = clock.instant().plus(Duration.ofDays(20));
    NodeCredentials rolledOver =
        NodeCredentials.NONE.issuing(Scene.key()).withFormerKey(credentialKey.publicKey(), until);
    jambi =
        jambi.restart(
            folder.resolve("jambi"), clock, Scene.key(), config -> issuing(config, rolledOver));
    clock.advance(Duration.ofDays(19));
    assertTaken(held);

    clock.advance(Duration.ofDays(2));
    assertRefused(held, "identity.trust.unknown-key");
  }
}

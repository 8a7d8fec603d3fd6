package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.ApiException;
import id.simpul.core.RetryPolicy;
import id.simpul.core.format.JsonObject;
import id.simpul.core.value.GeoPoint;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.FetchLimits;
import id.simpul.identity.federation.HttpStatementFetcher;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.federation.TrustAnchor;
import id.simpul.identity.http.RequestSigner;
import id.simpul.identity.http.ResponseVerifier;
import id.simpul.identity.http.SignedExchange;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.NodeFederation;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.federation.FederationFiles;
import id.simpul.node.internal.federation.SubordinateBook;
import id.simpul.node.internal.federation.SubordinateRecord;
import id.simpul.node.internal.federation.SubordinateRecord.Standing;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ServiceCode;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that knows one anchor takes reports of an entity below it that it has never heard of. */
class ChainTrustTest {
  private static final FetchLimits PATIENT = new FetchLimits(Duration.ofSeconds(50), 100_000);
  private static final LoopbackPolicy DEVELOPMENT =
      LoopbackPolicy.allowInsecureLoopbackForDevelopment();
  private static final InstantSource CLOCK = InstantSource.system();

  @TempDir Path folder;
  private TestTown anchor;
  private TestTown sender;
  private TestTown receiver;

  @BeforeEach
  void start() throws IOException {
    anchor = town("anchor", NodeFederation.ALONE.asAuthority());
    sender = town("sender", NodeFederation.ALONE.withSuperiors(List.of(anchor.entity())));
    receiver =
        town(
            "receiver",
            NodeFederation.ALONE.withAnchors(
                List.of(new TrustAnchor(anchor.entity(), federationKeys("anchor")))));
    warm();
  }

  /** Loads classes: the receiver has little time to resolve, and is to have it for itself. */
  private void warm() {
    try (HttpStatementFetcher fetcher = new HttpStatementFetcher(DEVELOPMENT.addresses())) {
      for (TestTown town : List.of(anchor, sender)) {
        fetcher.configuration(town.entity(), PATIENT);
      }
    }
  }

  @AfterEach
  void stop() {
    anchor.close();
    sender.close();
    receiver.close();
  }

  private TestTown town(String name, NodeFederation federation) throws IOException {
    return TestTown.start(folder.resolve(name), CLOCK, config -> config.federation(federation));
  }

  private JwkSet federationKeys(String name) {
    Path first = new FederationFiles(folder.resolve(name)).firstKey();
    return JwkSet.of(
        KeyRing.open(first, new SecureRandom()).published().stream().map(PublicJwk::of).toList());
  }

  private void approve(boolean active) {
    new SubordinateBook(new FederationFiles(folder.resolve("anchor")))
        .put(
            new SubordinateRecord(
                sender.entity(),
                "31.71",
                federationKeys("sender"),
                List.of("simpul_node"),
                false,
                JsonObject.EMPTY,
                new Standing(active, CLOCK.instant())));
  }

  private String submit(EntityId self, SigningKey key) {
    ResponseVerifier verifier =
        new ResponseVerifier(
            new PinnedEntities(
                List.of(
                    new ResolvedEntity(
                        receiver.entity(), List.of(receiver.nodeKey().publicKey()), Instant.MAX)),
                DEVELOPMENT),
            CLOCK);
    SignedExchange exchange =
        new SignedExchange(new RequestSigner(self, key, CLOCK), verifier, receiver.entity());
    NewReport report =
        NewReport.builder(new ServiceCode("jalan"), Location.at(GeoPoint.of("-1.6101", "103.6131")))
            .build();
    try (ReportingClient client =
        ReportingClient.builder(receiver.geoReport())
            .configure(config -> config.authenticator(exchange).retry(RetryPolicy.NONE))
            .build()) {
      return client.submitReport(report).reportId().orElseThrow().value();
    }
  }

  @Test
  void submit_chainToTheAnchor_isTaken() {
    approve(true);

    assertThat(submit(sender.entity(), sender.nodeKey())).isNotEmpty();
  }

  @Test
  void submit_nobodyVouches_isRefusedWithTheReason() {
    assertThatThrownBy(() -> submit(sender.entity(), sender.nodeKey()))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("401");
  }

  @Test
  void submit_nameOfAnotherWithAStrangeKey_isRefused() {
    approve(true);
    SigningKey strange = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());

    assertThatThrownBy(() -> submit(sender.entity(), strange))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("401");
    assertThat(submit(sender.entity(), sender.nodeKey())).isNotEmpty();
  }

  @Test
  void submit_signedWithTheFederationKey_isRefused() {
    approve(true);
    SigningKey federation =
        KeyRing.open(new FederationFiles(folder.resolve("sender")).firstKey(), new SecureRandom())
            .signing();

    assertThatThrownBy(() -> submit(sender.entity(), federation))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("401");
  }
}

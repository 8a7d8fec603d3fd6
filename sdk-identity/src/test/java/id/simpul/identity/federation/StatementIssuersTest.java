package id.simpul.identity.federation;

import static id.simpul.identity.federation.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.testing.Draft;
import id.simpul.identity.testing.FederationFixture;
import id.simpul.identity.testing.Member;
import id.simpul.identity.testing.SettableClock;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StatementIssuersTest {
  private static final EntityId ANCHOR = new EntityId("https://federasi.example");
  private static final EntityId CITY = new EntityId("https://jambikota.example");
  private static final EntityId AUDITOR = new EntityId("https://bssn.example");

  private final SettableClock clock = new SettableClock(FederationFixture.NOW.plusMillis(700));
  private final FederationKeys anchorKeys = FederationKeys.of(Member.newKey());
  private final FederationKeys cityKeys = FederationKeys.of(Member.newKey());
  private final EntityStatementVerifier verifier = new EntityStatementVerifier(clock);
  private final SubordinateStatementIssuer anchor =
      new SubordinateStatementIssuer(ANCHOR, anchorKeys, clock);

  private EntityConfigurationIssuer.Builder city() {
    return EntityConfigurationIssuer.builder(CITY, cityKeys, clock);
  }

  private EntityConfiguration verified(EntityConfigurationIssuer issuer) {
    return verifier.configuration(issuer.issue(), CITY, cityKeys.published());
  }

  private SubordinateStatement verified(Subordinate subordinate) {
    return verifier.subordinate(anchor.issue(subordinate), ANCHOR, CITY, anchorKeys.published());
  }

  @ParameterizedTest
  @EnumSource
  void issueConfiguration_byAKeyOfEachKind_verifies(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKeys.generate(algorithm, new SecureRandom());
    FederationKeys keys = FederationKeys.of(key);
    String token = EntityConfigurationIssuer.builder(CITY, keys, clock).build().issue();
    EntityConfiguration read = verifier.configuration(token, CITY, keys.published());
    assertThat(read.signedBy().key().keyId()).isEqualTo(key.keyId());
  }

  @Test
  void issueConfiguration_ofAnAnchor_saysAllItWasGiven() {
    SigningKey owner = Member.newKey();
    JsonObject node = Draft.object("{\"jwks\":" + "{\"keys\":[]}" + "}");
    EntityConfiguration read =
        verified(
            city()
                .authorityHints(List.of(ANCHOR))
                .trustAnchorHints(List.of(ANCHOR))
                .metadata(EntityTypes.NODE, JsonObject.EMPTY)
                .metadata(EntityTypes.NODE, node)
                .metadata(EntityTypes.FEDERATION_ENTITY, JsonObject.EMPTY)
                .trustMarks(List.of(new PublishedTrustMark("https://m.example", "a.b.c")))
                .trustMarkIssuers("https://m.example", List.of(AUDITOR))
                .trustMarkIssuers("https://open.example", List.of())
                .trustMarkOwner(
                    "https://m.example",
                    TrustMarkOwner.of(AUDITOR, FederationKeys.of(owner).published()))
                .lifetime(new StatementLifetime(Duration.ofHours(6), Duration.ofHours(1)))
                .build());
    assertThat(read.authorityHints()).containsExactly(ANCHOR);
    assertThat(read.trustAnchorHints()).containsExactly(ANCHOR);
    assertThat(read.metadata().get(EntityTypes.NODE)).contains(node);
    assertThat(read.metadata().get(EntityTypes.FEDERATION_ENTITY)).contains(JsonObject.EMPTY);
    assertThat(read.trustMarks()).hasSize(1);
    assertThat(read.trustMarkIssuers())
        .containsEntry("https://m.example", List.of(AUDITOR))
        .containsEntry("https://open.example", List.of());
    TrustMarkOwner readOwner = read.trustMarkOwners().get("https://m.example");
    assertThat(readOwner.id()).isEqualTo(AUDITOR);
    assertThat(readOwner.keys().find(owner.keyId())).isPresent();
    assertThat(read.issuedAt()).isEqualTo(FederationFixture.NOW);
    assertThat(read.expiresAt()).isEqualTo(FederationFixture.NOW.plus(Duration.ofHours(6)));
  }

  @Test
  void issueConfiguration_ofLittle_livesAWeekAndLeavesTheRestOut() {
    EntityConfiguration read = verified(city().build());
    assertThat(read.authorityHints()).isEmpty();
    assertThat(read.metadata()).isEqualTo(JsonObject.EMPTY);
    assertThat(Duration.between(read.issuedAt(), read.expiresAt())).isEqualTo(Duration.ofDays(7));
    assertThat(EntityStatement.DEFAULT_LIFETIME).isEqualTo(Duration.ofDays(7));
    assertThat(StatementLifetime.DEFAULT.renewAfter()).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void issueConfiguration_thatVerifiersRefuse_isRefusedAtOnce() {
    refused(Reason.MALFORMED, () -> city().authorityHints(List.of()).build().issue());
    JsonObject empty = JsonObject.builder().put("name", JsonNull.NULL).build();
    refused(Reason.MALFORMED, () -> city().metadata(EntityTypes.NODE, empty).build().issue());
    JsonObject large = JsonObject.builder().put("a", "x".repeat(16_385)).build();
    refused(Reason.MALFORMED, () -> city().metadata(EntityTypes.NODE, large).build().issue());
  }

  @Test
  void issueStatement_withAllThereIs_verifies() {
    URI endpoint = URI.create("https://federasi.example/fetch");
    JsonObject policy = Draft.object("{\"simpul_node\":{\"name\":{\"essential\":true}}}");
    Subordinate subordinate =
        Subordinate.of(CITY, cityKeys.published())
            .withMetadata(Draft.object("{\"simpul_node\":{\"name\":\"Jambi\"}}"))
            .withMetadataPolicy(policy)
            .withConstraints(Draft.object("{\"max_path_length\":0}"));
    String token = anchor.withSourceEndpoint(endpoint).issue(subordinate);
    SubordinateStatement read = verifier.subordinate(token, ANCHOR, CITY, anchorKeys.published());
    assertThat(read.sourceEndpoint()).contains(endpoint);
    assertThat(read.metadataPolicy()).isEqualTo(policy);
    assertThat(read.metadata().members()).containsKey("simpul_node");
    refused(Reason.CONSTRAINT_VIOLATED, () -> read.constraints().checkPathLength(1));
    assertThat(read.keys().keys()).isEqualTo(cityKeys.published().keys());
  }

  @Test
  void issueStatement_withLifetime_livesThatLong() {
    StatementLifetime day = new StatementLifetime(Duration.ofDays(1), Duration.ofHours(6));
    Subordinate subordinate = Subordinate.of(CITY, cityKeys.published());
    String token = anchor.withLifetime(day).issue(subordinate);
    SubordinateStatement read = verifier.subordinate(token, ANCHOR, CITY, anchorKeys.published());
    assertThat(Duration.between(read.issuedAt(), read.expiresAt())).isEqualTo(Duration.ofDays(1));
    assertThat(verified(subordinate).expiresAt()).isAfter(read.expiresAt());
  }

  @Test
  void issueStatement_thatVerifiersRefuse_isRefusedAtOnce() {
    Subordinate subordinate = Subordinate.of(CITY, cityKeys.published());
    JsonObject negative = Draft.object("{\"max_path_length\":-1}");
    refused(Reason.MALFORMED, () -> anchor.issue(subordinate.withConstraints(negative)));
    JsonObject unheardOf = Draft.object("{\"a\":{\"b\":{\"one_of\":\"c\"}}}");
    refused(Reason.POLICY_VIOLATED, () -> anchor.issue(subordinate.withMetadataPolicy(unheardOf)));
  }

  @Test
  void issueStatement_aboutItself_isAMistakeOfTheCaller() {
    Subordinate self = Subordinate.of(ANCHOR, anchorKeys.published());
    assertThatThrownBy(() -> anchor.issue(self)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newLifetime_atEachLimitAndBeyond_isTakenAndRefused() {
    Duration second = Duration.ofSeconds(1);
    Duration most = EntityStatement.MAX_LIFETIME;
    assertThat(new StatementLifetime(most, most.minus(second)).lifetime()).isEqualTo(most);
    assertThatThrownBy(() -> new StatementLifetime(most.plus(second), second))
        .isInstanceOf(IllegalArgumentException.class);
    for (Duration renew : List.of(Duration.ZERO, second.negated(), most)) {
      assertThatThrownBy(() -> new StatementLifetime(most, renew))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}

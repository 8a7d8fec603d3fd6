package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.federation.EntityConfiguration;
import id.simpul.identity.federation.EntityStatementVerifier;
import id.simpul.identity.federation.SubordinateStatement;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.NodeFederation;
import id.simpul.node.NodePaths;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.federation.FederationFiles;
import id.simpul.node.internal.federation.SubordinateBook;
import id.simpul.node.internal.federation.SubordinateRecord;
import id.simpul.node.internal.federation.SubordinateRecord.Standing;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node says of itself and of those below it, over HTTP. */
class FederationServingTest {
  private static final EntityId CITY = new EntityId("https://simpul.jambi.example");
  private static final EntityId PROVINCE = new EntityId("https://simpul.prov-jambi.example");
  private static final String STATEMENT = "application/entity-statement+jwt";

  @TempDir Path data;
  private final EntityStatementVerifier verifier =
      new EntityStatementVerifier(InstantSource.system());

  private TestTown town(NodeFederation federation) throws IOException {
    return TestTown.start(
        data, InstantSource.system(), config -> config.federation(federation).contact("a@b"));
  }

  private JwkSet ownKeys() {
    KeyRing ring = KeyRing.open(new FederationFiles(data).firstKey(), new SecureRandom());
    return JwkSet.of(ring.published().stream().map(PublicJwk::of).toList());
  }

  private static JwkSet newKeys() {
    return JwkSet.of(
        List.of(
            PublicJwk.of(
                SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom()).publicKey())));
  }

  private void write(JwkSet keys, boolean active) {
    new SubordinateBook(new FederationFiles(data))
        .put(
            new SubordinateRecord(
                CITY,
                "15.71",
                keys,
                List.of("simpul_node"),
                false,
                JsonObject.EMPTY,
                new Standing(active, Instant.parse("2026-11-21T02:00:00Z"))));
  }

  private static RawHttp.Answer fetch(RawHttp http, String subject) throws IOException {
    return http.get(
        NodePaths.FEDERATION_FETCH + "?sub=" + URLEncoder.encode(subject, StandardCharsets.UTF_8));
  }

  @Test
  void configuration_nodeBelowAProvince_isSignedAndSaysWhoItIs() throws IOException {
    try (TestTown town = town(NodeFederation.ALONE.withSuperiors(List.of(PROVINCE)));
        RawHttp http = town.connect()) {
      RawHttp.Answer answer = http.get(EntityConfiguration.WELL_KNOWN_PATH);

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("content-type", STATEMENT);
      EntityConfiguration own = verifier.configuration(answer.body(), town.entity(), ownKeys());
      assertThat(own.authorityHints()).containsExactly(PROVINCE);
      assertThat(Duration.between(own.issuedAt(), own.expiresAt())).isEqualTo(Duration.ofDays(7));
      assertThat(new String(Json.toBytes(own.metadata()), StandardCharsets.UTF_8))
          .contains(town.nodeKey().keyId(), "/open311/v2", "15.71")
          .doesNotContain("federation_fetch_endpoint");
      assertThat(own.keys().find(town.nodeKey().keyId())).as("another key's work").isEmpty();
      assertThat(http.get(EntityConfiguration.WELL_KNOWN_PATH).body()).isEqualTo(answer.body());
    }
  }

  @Test
  void fetch_approvedWhileTheNodeRuns_saysSoUntilItIsSuspended() throws IOException {
    JwkSet keys = newKeys();
    try (TestTown town = town(NodeFederation.ALONE.asAuthority());
        RawHttp http = town.connect()) {
      assertThat(fetch(http, CITY.value()).status()).isEqualTo(404);

      write(keys, true);
      RawHttp.Answer answer = fetch(http, CITY.value());
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("content-type", STATEMENT);
      SubordinateStatement statement =
          verifier.subordinate(answer.body(), town.entity(), CITY, ownKeys());
      assertThat(statement.keys().keys()).isEqualTo(keys.keys());
      assertThat(http.get(NodePaths.FEDERATION_LIST).body())
          .isEqualTo("[\"" + CITY.value() + "\"]");

      write(keys, false);
      assertThat(fetch(http, CITY.value()).status()).isEqualTo(404);
      assertThat(http.get(NodePaths.FEDERATION_LIST).body()).isEqualTo("[]");
    }
  }

  @Test
  void list_oneRecordBroken_saysTheOthersAndFetchSaysToComeBack() throws IOException {
    write(newKeys(), true);
    Path folder = new FederationFiles(data).subordinates();
    Path broken;
    try (Stream<Path> files = Files.list(folder)) {
      broken = files.findFirst().orElseThrow();
    }
    try (TestTown town = town(NodeFederation.ALONE.asAuthority());
        RawHttp http = town.connect()) {
      Files.writeString(broken, "{");
      assertThat(http.get(NodePaths.FEDERATION_LIST).body()).isEqualTo("[]");
      assertThat(fetch(http, CITY.value()).status()).isEqualTo(503);
    }
  }

  @Test
  void fetch_noAuthority_isNotThere() throws IOException {
    write(newKeys(), true);
    try (TestTown town = town(NodeFederation.ALONE);
        RawHttp http = town.connect()) {
      assertThat(fetch(http, CITY.value()).status()).isEqualTo(404);
      assertThat(http.get(NodePaths.FEDERATION_LIST).status()).isEqualTo(404);
    }
  }

  @Test
  void fetch_badSubject_isABadRequestInTheFormOfTheStandard() throws IOException {
    try (TestTown town = town(NodeFederation.ALONE.asAuthority());
        RawHttp http = town.connect()) {
      assertThat(fetch(http, "../../etc/passwd"))
          .satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("\"error\":\"invalid_request\"");
          });
    }
  }

  @Test
  void list_filters_selectAndUnknownOnesAreRefused() throws IOException {
    write(newKeys(), true);
    try (TestTown town = town(NodeFederation.ALONE.asAuthority());
        RawHttp http = town.connect()) {
      String list = NodePaths.FEDERATION_LIST;
      assertThat(http.get(list + "?entity_type=simpul_node").body()).contains(CITY.value());
      assertThat(http.get(list + "?entity_type=federation_entity").body()).contains(CITY.value());
      assertThat(http.get(list + "?entity_type=openid_provider").body()).isEqualTo("[]");
      assertThat(http.get(list + "?intermediate=true").body()).isEqualTo("[]");
      assertThat(http.get(list + "?trust_marked=true").status()).isEqualTo(400);
    }
  }

  @Test
  void health_statements_saysUntilWhenTheyHold() throws IOException {
    try (TestTown town = town(NodeFederation.ALONE);
        RawHttp http = town.connect()) {
      assertThat(http.get("/health/federation").body())
          .contains("\"status\":\"quiet\"", "configuration of " + town.entity(), "seconds_left");
      assertThat(http.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
    }
  }

  @Test
  void historicalKeys_afterARotation_listsTheOldOne() throws IOException {
    SecureRandom random = new SecureRandom();
    KeyRing first = KeyRing.open(new FederationFiles(data).firstKey(), random);
    first.publishNext(random, Instant.now());
    KeyRing.open(new FederationFiles(data).firstKey(), random).switchToNext(Instant.now());
    KeyRing.open(new FederationFiles(data).firstKey(), random).removePrevious(Instant.now());
    try (TestTown town = town(NodeFederation.ALONE);
        RawHttp http = town.connect()) {
      RawHttp.Answer answer = http.get(NodePaths.FEDERATION_HISTORICAL_KEYS);

      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      assertThat(answer.headers()).containsEntry("content-type", "application/jwk-set+jwt");
      String claims =
          new String(
              Base64.getUrlDecoder().decode(answer.body().split("\\.", -1)[1]),
              StandardCharsets.UTF_8);
      assertThat(claims).contains(first.signing().keyId());
    }
  }
}

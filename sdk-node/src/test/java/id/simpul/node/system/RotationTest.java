package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SignerCertificate;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.NodeFederation;
import id.simpul.node.internal.config.EntityEntries;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.federation.FederationFiles;
import id.simpul.node.internal.federation.SubordinateBook;
import id.simpul.node.internal.federation.SubordinateRecord;
import id.simpul.node.internal.federation.SubordinateRecord.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key does not sign before all who have to know it do. */
class RotationTest {
  private static final int FAILED = 1;

  @TempDir Path folder;

  private TestTown superior(String name) throws IOException {
    return TestTown.start(
        folder.resolve(name),
        InstantSource.system(),
        config -> config.federation(NodeFederation.ALONE.asAuthority()));
  }

  private JwkSet keysIn(Path data) {
    KeyRing ring = KeyRing.open(new FederationFiles(data).firstKey(), new SecureRandom());
    return JwkSet.of(ring.published().stream().map(PublicJwk::of).toList());
  }

  private void approve(String superior, EntityId city, Path cityData) {
    new SubordinateBook(new FederationFiles(folder.resolve(superior)))
        .put(
            new SubordinateRecord(
                city,
                "15.71",
                keysIn(cityData),
                List.of("simpul_node"),
                false,
                JsonObject.EMPTY,
                new Standing(true, Instant.now())));
  }

  /** Pretends that the last step was taken long ago. */
  private static void longAgo(Path firstKey) throws IOException {
    Path index = KeyRing.indexOf(firstKey);
    Files.writeString(
        index,
        Files.readString(index)
            .replaceFirst("\"since\" ?: ?\"[^\"]+\"", "\"since\":\"2020-01-01T00:00:00Z\""));
  }

  private Program.Result rotate(Path home, String... args) throws Exception {
    List<String> all = new ArrayList<>(List.of("rotate-keys"));
    all.addAll(List.of(args));
    all.addAll(List.of("--config", home.resolve("node.properties").toString()));
    return Program.run(folder, all.toArray(String[]::new));
  }

  @Test
  void federationKey_oneOfTwoSuperiorsHasNotApproved_isNotSwitchedTo() throws Exception {
    Path home = Files.createDirectories(folder.resolve("city"));
    try (TestTown province = superior("province");
        TestTown consortium = superior("consortium")) {
      NodeHome city = NodeHome.in(home);
      Files.writeString(
          home.resolve("anchors.json"),
          "{\"anchors\":["
              + anchor(province, "province")
              + ","
              + anchor(consortium, "consortium")
              + "]}");
      Files.writeString(
          home.resolve("node.properties"),
          Files.readString(home.resolve("node.properties"))
              + "\nsuperiors="
              + province.entity()
              + ","
              + consortium.entity()
              + "\ntrust-anchors-file=anchors.json\n");
      Files.createDirectories(city.data());
      EntityId self = new EntityId(city.baseUrl().toString());
      approve("province", self, city.data());
      approve("consortium", self, city.data());
      rotate(home, "--start");
      longAgo(new FederationFiles(city.data()).firstKey());
      approve("province", self, city.data());

      Program.Result early = rotate(home);

      assertThat(early.exitCode()).as(early.out() + early.err()).isEqualTo(FAILED);
      assertThat(early.out())
          .contains(consortium.entity() + " does not vouch", "enrol")
          .doesNotContain(province.entity() + " does not vouch");
      approve("consortium", self, city.data());
      assertThat(rotate(home).out()).contains("2 of 3");
    }
  }

  private String anchor(TestTown town, String name) {
    Path first = new FederationFiles(folder.resolve(name)).firstKey();
    return new String(
        EntityEntries.toJson(town.entity(), KeyRing.open(first, new SecureRandom()).published()),
        StandardCharsets.UTF_8);
  }

  @Test
  void messageKey_nodeWasNotRestarted_isNotSwitchedToAndItsDaysCountAnew() throws Exception {
    Path home = Files.createDirectories(folder.resolve("city"));
    NodeHome city = NodeHome.in(home);
    Path key = city.data().resolve("signing-key.pem");
    try (NodeProcess running = city.start()) {
      assertThat(rotate(home, "--start", "--of", "messages").out()).contains("1 of 3");
      longAgo(key);
      Program.Result early = rotate(home, "--of", "messages");
      assertThat(early.exitCode()).as(early.out() + early.err()).isEqualTo(FAILED);
      assertThat(early.out()).contains("does not publish the next key", "restart");
      running.kill();
    }
    assertThat(rotate(home, "--of", "messages").err()).contains("127.0.0.1");
    try (NodeProcess restarted = city.start()) {
      assertThat(rotate(home, "--of", "messages").out()).contains("is published", "again from");
      longAgo(key);
      assertThat(rotate(home, "--of", "messages").out()).contains("2 of 3");
      restarted.kill();
    }
  }

  @Test
  void healthCertificates_startedAndBegun_keepsTheNewestKeyAndAllCertificates() throws Exception {
    Path home = Files.createDirectories(folder.resolve("city"));
    NodeHome city = NodeHome.in(home);
    Path config = home.resolve("node.properties");
    assertThat(rotate(home, "--of", "health-certificates").err()).contains("--of: ");
    Files.writeString(
        config,
        Files.readString(config)
            + "\nhealth=true\nhealth-certificates-issuer=Dinas Kesehatan Uji\n");

    assertThat(rotate(home, "--start", "--of", "health-certificates").out())
        .contains("signs from", "restart the node");
    assertThat(rotate(home, "--start", "--of", "health-certificates").out())
        .doesNotContain("restart the node", "deleted");
    assertThat(signers(city, "-key")).hasSize(2);
    assertThat(rotate(home, "--withdraw", "--of", "health-certificates").err()).contains("--of: ");
    for (Path waiting : signers(city, "-key-")) {
      Files.delete(waiting);
    }

    rotate(home, "--start", "--now", "--of", "health-certificates");
    assertThat(rotate(home, "--of", "health-certificates").out())
        .contains("deleted", "stay published");
    assertThat(signers(city, "-key")).hasSize(1);
    assertThat(signers(city, "").stream().filter(f -> f.toString().endsWith(".der"))).hasSize(3);
    assertThat(rotate(home, "--of", "health-certificates").out())
        .contains("published", "no rotation is under way");
  }

  @Test
  void healthCertificates_newestIsTooShortToSign_keepsTheOneThatSigns() throws Exception {
    Path home = Files.createDirectories(folder.resolve("city"));
    NodeHome city = NodeHome.in(home);
    Path config = home.resolve("node.properties");
    Files.writeString(
        config,
        Files.readString(config)
            + "\nhealth=true\nhealth-certificates-issuer=Dinas Kesehatan Uji\n");
    rotate(home, "--of", "health-certificates");
    SigningKey key = SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());
    SigningKeys.save(key, city.data().resolve("health-certificate-key-authority.pem"));

    assertThat(rotate(home, "--of", "health-certificates").out()).doesNotContain("deleted");
    X509Certificate brief =
        SignerCertificate.selfSigned(
            key, "ID", "Otoritas Uji", Instant.now(), Duration.ofDays(365));
    Files.write(city.data().resolve("health-certificate-authority.der"), brief.getEncoded());
    assertThat(rotate(home, "--of", "health-certificates").out())
        .contains("does not sign")
        .doesNotContain("deleted");

    assertThat(signers(city, "-key")).hasSize(2);
    Files.delete(city.data().resolve("health-certificate.der"));
    Files.delete(city.data().resolve("health-certificate-key.pem"));
    assertThat(rotate(home, "--of", "health-certificates").out()).contains("nobody can sign");
    assertThat(signers(city, "-key")).hasSize(1);
  }

  private static List<Path> signers(NodeHome city, String kind) throws IOException {
    try (Stream<Path> files = Files.list(city.data())) {
      return files
          .filter(f -> f.getFileName().toString().startsWith("health-certificate" + kind))
          .toList();
    }
  }
}

package id.simpul.examples;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.ClientAuth;
import id.simpul.core.ClientConfig;
import id.simpul.core.OperationClient;
import id.simpul.core.value.RegionCode;
import id.simpul.core.value.Secret;
import id.simpul.identity.SigningKey;
import id.simpul.identity.credential.IssuerPolicy;
import id.simpul.identity.credential.SdJwtVcVerifier;
import id.simpul.identity.credential.resident.Resident;
import id.simpul.identity.credential.resident.ResidentCredential;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.node.NodeCredentials;
import id.simpul.node.NodePaths;
import id.simpul.testkit.TestClock;
import id.simpul.testkit.TestKeys;
import id.simpul.testkit.TestNode;
import id.simpul.testkit.TestPeople;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ProveResidenceTest {
  private static final int MOST_LINES = 60;
  private static final SigningKey CREDENTIAL_KEY = TestKeys.of(1571).signingKey("credentials");

  private final TestClock clock = TestClock.create();

  private static OperationClient officer(TestNode node, Secret key) {
    return OperationClient.create(
        ClientConfig.builder(URI.create(node.baseUrl() + NodePaths.PROFILE))
            .auth(ClientAuth.bearer(key))
            .build());
  }

  private static Resident resident() {
    TestPeople people = TestPeople.of(1571);
    return Resident.builder()
        .nik(people.nik())
        .name(people.next().firstName())
        .birthDate(LocalDate.of(1990, 7, 1))
        .address("Jalan Duvowi No. 3")
        .region(new RegionCode(RegionCode.Scheme.KEMENDAGRI, "2025", "15.71.01.1001"))
        .build();
  }

  @Test
  void run_betweenTwoCities_provesThenIsRefused() {
    String said;
    try (TestNode jambi =
            TestNode.builder()
                .clock(clock)
                .configure(c -> c.credentials(NodeCredentials.NONE.issuing(CREDENTIAL_KEY)))
                .start();
        TestNode merangin =
            TestNode.builder()
                .clock(clock)
                .seed(2)
                .peer(jambi.pinned().resolve(jambi.entityId()))
                .configure(c ->
                    c.credentials(
                        NodeCredentials.NONE.taking(jambi.entityId(), TestNode.KOTA_JAMBI)))
                .start();
        OperationClient jambiOfficer = officer(jambi, jambi.registrarKey());
        OperationClient meranginOfficer = officer(merangin, merangin.verifierKey());
        OperationClient phone =
            OperationClient.create(
                ClientConfig.builder(ClientConfig.NO_BASE_URL)
                    .addressPolicy(LoopbackPolicy.allowInsecureLoopbackForDevelopment().addresses())
                    .build())) {
      SdJwtVcVerifier trusted =
          SdJwtVcVerifier.builder(
                  jambi.pinned(),
                  IssuerPolicy.listed(Map.of(ResidentCredential.TYPE, Set.of(jambi.entityId()))),
                  Set.of(ResidentCredential.TYPE),
                  clock)
              .build();
      ProveResidence story = new ProveResidence(jambiOfficer, meranginOfficer, phone, clock);
      said =
          printed(() ->
              story.run(
                  resident(),
                  jambi.keys().signingKey("phone"),
                  trusted,
                  () -> clock.advance(Duration.ofHours(1))));
    }

    assertThat(said.lines())
        .hasSize(2)
        .first()
        .isEqualTo("Merangin learns [age_over_17, domicile_region]");
    assertThat(said).contains("Merangin refuses").contains("identity.trust.revoked");
  }

  private static String printed(Runnable program) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      program.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void example_isShort() throws Exception {
    Path file = Path.of("src/main/java/id/simpul/examples/ProveResidence.java");

    assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(MOST_LINES);
  }
}

package id.simpul.node.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.EntityId;
import id.simpul.node.ConfigException;
import id.simpul.node.NodeConfig;
import id.simpul.node.NodeCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the settings of credentials become. */
class ConfigLoaderTest {
  private static final EntityId JAMBI = new EntityId("https://jambi.example");
  private static final EntityId TEBO = new EntityId("https://tebo.example");

  @TempDir Path folder;

  @BeforeEach
  void services() throws IOException {
    Files.writeString(
        folder.resolve("services.json"),
        """
        {"services": [{"service_code": "jalan", "service_name": "Jalan rusak",
          "metadata": false, "type": "realtime"}]}
        """);
  }

  private NodeConfig load(String... more) {
    List<String> flags =
        new ArrayList<>(
            List.of(
                "--base-url=https://merangin.example",
                "--region=15.02",
                "--data-directory=" + folder.resolve("data"),
                "--services-file=" + folder.resolve("services.json")));
    flags.addAll(List.of(more));
    return ConfigLoader.load(
        Settings.read(flags, Map.of()), new SecureRandom(), InstantSource.system());
  }

  @Test
  void load_issuersWithAndWithoutARegion_areTaken() {
    NodeCredentials credentials =
        load("--resident-credential-issuers=https://jambi.example=15.71, https://tebo.example")
            .credentials();

    assertThat(credentials.issuers()).containsExactlyInAnyOrder(JAMBI, TEBO);
    assertThat(credentials.regionOf(JAMBI).orElseThrow().code()).isEqualTo("15.71");
    assertThat(credentials.regionOf(TEBO)).isEmpty();
    assertThat(credentials.issues()).isFalse();
  }

  @Test
  void load_issuerOfARegionThatIsNone_isRefusedByName() {
    assertThatThrownBy(() -> load("--resident-credential-issuers=https://jambi.example=99.99"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll("resident-credential-issuers", "REGION");
  }

  @Test
  void load_folderFromBefore_getsAKeyForCredentialsAndKeepsItsOthers() {
    NodeConfig before = load();
    assertThat(before.credentials().issues()).isFalse();
    assertThat(folder.resolve("data/credential-key.pem")).doesNotExist();

    NodeConfig first = load("--issue-resident-credentials=true");
    NodeConfig again = load("--issue-resident-credentials=true");

    String made = first.credentials().signingKey().orElseThrow().keyId();
    assertThat(again.credentials().signingKey().orElseThrow().keyId()).isEqualTo(made);
    assertThat(first.signingKey().keyId())
        .isEqualTo(before.signingKey().keyId())
        .isNotEqualTo(made);
  }

  @Test
  void load_afterARotation_publishesTheKeyBeforeUntilItsEnd() {
    NodeConfig before = load("--issue-resident-credentials=true");
    Instant now = Instant.parse("2026-11-21T02:00:00Z");
    Path data = before.dataDirectory();
    KeyRing.ofCredentials(data, new SecureRandom()).publishNext(new SecureRandom(), now);
    Instant until = now.plus(NodeCredentials.KEY_LIFETIME);
    KeyRing.ofCredentials(data, new SecureRandom()).switchToNext(now, until);

    NodeCredentials after = load("--issue-resident-credentials=true").credentials();

    assertThat(after.publishedKeys(now)).hasSize(2);
    assertThat(after.publishedKeys(now))
        .contains(before.credentials().signingKey().orElseThrow().publicKey());
    assertThat(after.publishedKeys(until)).hasSize(1);
  }

  @Test
  void load_health_isServedOnlyWhenSaid() {
    assertThat(load().health().serves()).isFalse();
    assertThat(load("--health=true").health().serves()).isTrue();
  }
}

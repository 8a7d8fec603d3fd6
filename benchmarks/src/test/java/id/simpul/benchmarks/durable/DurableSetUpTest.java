package id.simpul.benchmarks.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.node.ApiKey;
import id.simpul.node.SimpulNode;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few submissions of everybody who is measured. */
@Tag("smoke")
final class DurableSetUpTest {
  private static final Duration SHORT = Duration.ofMillis(1);
  private static final int CONNECTIONS = 3;

  @TempDir private Path folder;

  @Test
  void run_store_appends() {
    try (StoreProbe probe = new StoreProbe(folder.resolve("store.db"), 256)) {
      assertThat(probe.run(1).count()).isGreaterThanOrEqualTo(StoreProbe.THREADS);
    }
  }

  @Test
  void run_jdbc_inserts() throws SQLException {
    try (JdbcProbe probe = new JdbcProbe(folder.resolve("jdbc.db"))) {
      assertThat(probe.run(1).count()).isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void run_node_acknowledgesWithAndWithoutKeys() {
    Settings settings =
        Settings.read(List.of("--config", NodeProcess.configure(folder).toString()), Map.of());
    String apiKey =
        ConfigLoader.apiKeyFile(settings)
            .add("load", ApiKey.Role.REPORTER, new SecureRandom())
            .reveal();
    try (SimpulNode node =
        SimpulNode.start(ConfigLoader.load(settings, new SecureRandom(), InstantSource.system()))) {
      assertThat(load(node.port(), apiKey, false).count()).isGreaterThanOrEqualTo(CONNECTIONS);
      assertThat(load(node.port(), apiKey, true).count()).isGreaterThanOrEqualTo(CONNECTIONS);
      assertThatExceptionOfType(BenchmarkException.class)
          .isThrownBy(() -> load(node.port(), "another-key", false))
          .withMessageContaining("403");
    }
  }

  private static Stored load(int port, String apiKey, boolean keyed) {
    PostRequests requests = PostRequests.of(port, NodeProcess.PATH, apiKey, keyed);
    try (LoadGenerator load = LoadGenerator.connect(port, CONNECTIONS, requests)) {
      return load.run(SHORT).stored();
    }
  }

  @Test
  void next_withKeys_neverRepeatsOne() {
    PostRequests requests = PostRequests.of(1, NodeProcess.PATH, "key", true);

    String first = new String(requests.next(), StandardCharsets.US_ASCII);
    for (int i = 1; i < PostRequests.COUNT; i++) {
      requests.next();
    }
    String again = new String(requests.next(), StandardCharsets.US_ASCII);

    assertThat(again).isNotEqualTo(first);
    assertThat(again.substring(again.indexOf("\r\n\r\n")))
        .isEqualTo(first.substring(first.indexOf("\r\n\r\n")));
  }
}

package id.simpul.benchmarks.strangers;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.benchmarks.durable.NodeProcess;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.node.SimpulNode;
import id.simpul.node.internal.config.ConfigLoader;
import id.simpul.node.internal.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few reports of the city, and a few requests of strangers. */
@Tag("smoke")
final class StrangersSetUpTest {
  private static final Duration SHORT = Duration.ofMillis(300);

  @TempDir private Path folder;

  @Test
  void run_cityAndStrangers_aCityIsTakenAndNoStranger() throws IOException {
    try (SmallFederation federation = SmallFederation.start();
        HostileServers servers = HostileServers.start();
        SimpulNode node = start(federation);
        SteadyLoad load = SteadyLoad.to(node.port())) {
      SigningKey key = SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
      SignedPosts city = new SignedPosts(federation.cityKey(), number -> federation.city());
      SignedPosts quick = new SignedPosts(key, number -> Strangers.QUICK.name(servers, number));
      Sender refused = new Sender(quick::next, 50, 4);
      SignedPosts mixed = new SignedPosts(key, number -> Strangers.MIXED.name(servers, number));

      load.run(SHORT, List.of(refused)); // waits for the answers to the first one
      // Until it is resolved the city is a stranger too, and would share their places.
      load.run(SHORT, List.of(new Sender(city::next, 50, 1)));
      Sender known = new Sender(city::next, 50, 4);
      Sender unknown = new Sender(mixed::next, 50, 50);
      load.run(SHORT, List.of(known, unknown));

      assertThat(known.outcomes()).containsOnlyKeys("200");
      assertThat(known.refused()).isZero();
      assertThat(known.latencies().count()).isPositive();
      assertThat(refused.outcomes()).containsKey("401 identity.trust.unreachable");
      assertThat(unknown.outcomes()).doesNotContainKey("200");
    }
  }

  private SimpulNode start(SmallFederation federation) throws IOException {
    Path anchors = Files.writeString(folder.resolve("anchors.json"), federation.anchorsFile());
    Path config = NodeProcess.configure(folder, "trust-anchors-file=" + anchors);
    Settings settings = Settings.read(List.of("--config", config.toString()), Map.of());
    return SimpulNode.start(
        ConfigLoader.load(settings, new SecureRandom(), InstantSource.system()));
  }
}

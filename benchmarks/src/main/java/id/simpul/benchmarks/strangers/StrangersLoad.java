package id.simpul.benchmarks.strangers;

import id.simpul.benchmarks.BenchmarkException;
import id.simpul.benchmarks.durable.NodeProcess;
import id.simpul.benchmarks.measure.Folders;
import id.simpul.benchmarks.measure.Results;
import id.simpul.core.format.JsonArray;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What those a node knows notice of strangers: reports of a city, trusted by its chain to an
 * anchor, at a steady rate, alone and with a thousand signed requests a second of entities nobody
 * knows.
 */
public final class StrangersLoad {
  private static final int CONNECTIONS = 64;
  private static final int STRANGERS_CONNECTIONS = 512;
  private static final long NAMES_A_ROUND = 1_000_000;

  private final NodeProcess node;
  private final HostileServers servers;
  private final SigningKey strangersKey =
      SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  private final SignedPosts reports;
  private long strangers;

  private StrangersLoad(NodeProcess node, SmallFederation federation, HostileServers servers) {
    this.node = node;
    this.servers = servers;
    this.reports = new SignedPosts(federation.cityKey(), number -> federation.city());
  }

  /**
   * Measures, and says what came of it.
   *
   * @param plan how long
   * @param results where to say it
   * @return the raw rounds
   */
  public static JsonArray run(StrangersPlan plan, Results results) {
    Path folder = Folders.temporary("strangers");
    try (SmallFederation federation = SmallFederation.start();
        HostileServers servers = HostileServers.start();
        NodeProcess node = node(folder.resolve("node"), federation)) {
      List<StrangersRound> rounds = new StrangersLoad(node, federation, servers).measure(plan);
      return new StrangersReport(rounds).write(results);
    } finally {
      Folders.delete(folder);
    }
  }

  private static NodeProcess node(Path folder, SmallFederation federation) {
    Path anchors = folder.resolve("anchors.json");
    try {
      Files.createDirectories(folder);
      Files.writeString(anchors, federation.anchorsFile());
    } catch (IOException e) {
      throw BenchmarkException.setUp("anchors file", "cannot be written", e);
    }
    return NodeProcess.start(folder, List.of(), "trust-anchors-file=" + anchors);
  }

  private List<StrangersRound> measure(StrangersPlan plan) {
    Strangers[] kinds = Strangers.values();
    Duration warmUp = plan.warmUp().dividedBy(1 + kinds.length);
    round(warmUp, null);
    for (Strangers kind : kinds) {
      round(warmUp, kind);
    }
    List<StrangersRound> rounds = new ArrayList<>();
    for (int i = 0; i < plan.rounds(); i++) {
      rounds.add(round(plan.round(), null));
      for (Strangers kind : kinds) {
        rounds.add(round(plan.round(), kind));
      }
    }
    return rounds;
  }

  private StrangersRound round(Duration length, @Nullable Strangers kind) {
    try (SteadyLoad load = SteadyLoad.to(node.port())) {
      Duration cpu = node.cpu();
      Sender known = new Sender(reports::next, StrangersPlan.REPORTS_PER_SECOND, CONNECTIONS);
      List<Sender> senders = new ArrayList<>(List.of(known));
      if (kind != null) {
        senders.add(strangers(kind));
      }
      load.run(length, senders);
      Duration used = node.cpu().minus(cpu);
      return new StrangersRound(
          kind,
          known.latencies().count(),
          known.refused(),
          known.latencies().millis(0.50),
          known.latencies().millis(0.99),
          kind == null ? Map.of() : senders.get(1).outcomes(),
          (double) used.toNanos() / length.toNanos());
    }
  }

  private Sender strangers(Strangers kind) {
    long first = strangers;
    SignedPosts posts = new SignedPosts(strangersKey, number -> kind.name(servers, first + number));
    strangers += NAMES_A_ROUND;
    return new Sender(posts::next, StrangersPlan.STRANGERS_PER_SECOND, STRANGERS_CONNECTIONS);
  }
}

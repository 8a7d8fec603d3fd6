package id.simpul.node.system;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.RequestOptions;
import id.simpul.core.RetryPolicy;
import id.simpul.core.TransportException;
import id.simpul.core.value.GeoPoint;
import id.simpul.reporting.Location;
import id.simpul.reporting.NewReport;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.ServiceCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the node at random moments while clients file reports, and counts what was acknowledged
 * against what is there. A report is known by its description, which is its number.
 */
@Tag("slow")
class KillTest {
  private static final int KILLS = Integer.getInteger("simpul.kills", 20);
  private static final long SEED = Long.getLong("simpul.seed", 20_261_121L);
  private static final int CLIENTS = 4;
  private static final int LONGEST_LIFE_MILLIS = 400;

  private final Map<Integer, ReportId> acknowledged = new ConcurrentHashMap<>();
  private final Map<Integer, String> unknown = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();

  @Test
  void kill_atRandomMoments_losesAndDoublesNothing(@TempDir Path folder) throws Exception {
    NodeHome home = NodeHome.in(folder);
    Random random = new Random(SEED);
    int kills = 0;
    int killsThatCost = 0;
    for (int i = 0; i < KILLS; i++) {
      try (NodeProcess node = home.start()) {
        int before = acknowledged.size();
        AtomicBoolean running = new AtomicBoolean(true);
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        List<Future<?>> filing = new ArrayList<>();
        for (int c = 0; c < CLIENTS; c++) {
          filing.add(clients.submit(() -> fileWhile(running, home)));
        }
        awaitOneMore(before);
        Thread.sleep(random.nextInt(LONGEST_LIFE_MILLIS)); // the moment is what is random
        node.kill();
        kills++;
        running.set(false);
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (Future<?> each : filing) {
          each.get(); // it ended because the node was gone, and for no other reason
        }
        killsThatCost += unknown.isEmpty() ? 0 : 1;
      }
    }
    Map<String, Integer> held;
    try (NodeProcess node = home.start();
        ReportingClient client = client(home)) {
      Map<Integer, String> open = new HashMap<>(unknown);
      open.forEach((number, key) -> acknowledged.put(number, file(client, number, key)));
      held = held(client);
      assertThat(node.stop()).isIn(0, 143);
    }
    long lost = acknowledged.keySet().stream().filter(n -> !held.containsKey("" + n)).count();
    long doubled = held.values().stream().filter(times -> times > 1).count();
    System.out.printf(
        "kills: %d, acknowledged: %d, lost: %d, doubled: %d, seed: %d%n",
        kills, acknowledged.size(), lost, doubled, SEED);
    assertThat(kills).isEqualTo(KILLS);
    assertThat(killsThatCost).as("kills that met a request on its way").isPositive();
    assertThat(lost).isZero();
    assertThat(doubled).isZero();
    assertThat(held).hasSameSizeAs(acknowledged);
  }

  private void awaitOneMore(int before) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (acknowledged.size() == before && System.nanoTime() < end) {
      Thread.sleep(1);
    }
    assertThat(acknowledged.size()).as("reports acknowledged").isGreaterThan(before);
  }

  private void fileWhile(AtomicBoolean running, NodeHome home) {
    try (ReportingClient client = client(home)) {
      while (running.get()) {
        int number = next.incrementAndGet();
        String key = "key-" + number;
        unknown.put(number, key);
        acknowledged.put(number, file(client, number, key));
        unknown.remove(number);
      }
    } catch (TransportException e) {
      // The node is gone: what was on its way stays in the list of unknown outcomes.
      assertThat(e.code()).startsWith("core.transport.");
    }
  }

  private static ReportId file(ReportingClient client, int number, String key) {
    NewReport report =
        NewReport.builder(new ServiceCode("jalan"), Location.at(GeoPoint.of("-1.6101", "103.6131")))
            .description("" + number)
            .build();
    return client
        .submitReport(report, RequestOptions.NONE.withIdempotencyKey(key))
        .reportId()
        .orElseThrow();
  }

  private static Map<String, Integer> held(ReportingClient client) {
    Map<String, Integer> held = new HashMap<>();
    int page = 1;
    List<Report> reports;
    do {
      reports = client.listReports(ReportQuery.builder().page(page).build());
      reports.forEach(r -> held.merge(r.description().orElseThrow(), 1, Integer::sum));
      page++;
    } while (!reports.isEmpty());
    return held;
  }

  private static ReportingClient client(NodeHome home) {
    return ReportingClient.builder(home.geoReport())
        .apiKey(home.key())
        .configure(config -> config.retry(RetryPolicy.NONE))
        .build();
  }
}

package id.simpul.examples.twocities;

import id.simpul.reporting.Report;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportingClient;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The node is killed while reports come in, and started again on the same data. Whoever got no
 * answer sends again, with the same key.
 */
final class Crash {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(1);

  private final Terminal terminal;
  private final Nodes nodes;
  private final City city;
  private final ReportingClient client;
  private final Gate gate;

  Crash(Terminal terminal, Nodes nodes, City city, ReportingClient client, Gate gate) {
    this.terminal = terminal;
    this.nodes = nodes;
    this.city = city;
    this.client = client;
    this.gate = gate;
  }

  /**
   * What came of it.
   *
   * @param filed the reports acknowledged, before and after
   * @param sentAgain how many were sent again
   * @param away time from the kill to the first answer
   */
  record Outcome(List<Filed> filed, int sentAgain, Duration away) {
    Outcome {
      filed = List.copyOf(filed);
      Objects.requireNonNull(away, "away");
    }
  }

  /**
   * Tells it.
   *
   * @param filing files the reports
   * @param samples the reports
   * @return what came of it
   */
  Outcome tell(Filing filing, List<SampleReport> samples) {
    terminal.chapter("Jambi's node is killed while reports come in");
    terminal.step("filing", samples.size() + " more reports");
    int before = filing.acknowledged();
    AtomicInteger left = new AtomicInteger(samples.size() / 3);
    CompletableFuture<Kill> killed = new CompletableFuture<>();
    // By a worker and not by a look at the count: all may be filed between two looks.
    Runnable told =
        () -> {
          if (left.decrementAndGet() == 0) {
            killed.complete(kill(filing));
          }
        };
    List<Future<Filed>> futures = filing.start(samples, told);
    await(killed::isDone, "did not get under load");
    Kill kill = killed.join();
    nodes.awaitEnd(city);
    await(() -> filing.inFlight() == 0, "left requests without an end");
    Set<String> unknown = filing.unknown();
    terminal.step(
        "killed",
        "SIGKILL, with "
            + (filing.acknowledged() - before)
            + " of "
            + samples.size()
            + " acknowledged and "
            + kill.inFlight()
            + " requests on their way");
    terminal.step(
        "no answer", "for " + unknown.size() + " reports the app cannot know whether they arrived");
    nodes.start(city);
    Duration start = nodes.awaitReady(city);
    Duration away = Duration.ofNanos(System.nanoTime() - kill.at());
    terminal.step("started", "again on the same data, answers after " + Terminal.time(start));
    lookFor(unknown);
    gate.open();
    List<Filed> filed = results(futures, samples.size());
    return new Outcome(filed, unknown.size(), away);
  }

  /**
   * What was so when the node was killed.
   *
   * @param inFlight requests on their way
   * @param at a reading of {@link System#nanoTime}
   */
  private record Kill(int inFlight, long at) {}

  /** The gate first, so that nobody spends attempts on a node that is gone. */
  private Kill kill(Filing filing) {
    gate.close();
    int inFlight = filing.inFlight() - 1; // without the one that was just acknowledged
    nodes.kill(city);
    return new Kill(inFlight, System.nanoTime());
  }

  private void await(BooleanSupplier condition, String late) {
    Poll.until(POLL, LIMIT, condition, () -> new StoryException(city.name(), late, "the kill"));
  }

  private void lookFor(Set<String> unknown) {
    Set<String> there =
        client.listReports(ReportQuery.RECENT).stream()
            .flatMap((Report r) -> r.description().stream())
            .collect(Collectors.toSet());
    long stored = unknown.stream().filter(there::contains).count();
    terminal.step(
        "on disk",
        stored
            + " of these "
            + unknown.size()
            + ". The app need not know which: it sends all"
            + " of them again, each with its own key");
  }

  private List<Filed> results(List<Future<Filed>> futures, int total) {
    Progress progress = terminal.progress("going on", total);
    await(
        () -> {
          progress.reach((int) futures.stream().filter(Future::isDone).count());
          return futures.stream().allMatch(Future::isDone);
        },
        "did not take all reports");
    progress.reach(total);
    progress.end("acknowledged");
    return futures.stream().map(Filing::result).toList();
  }
}

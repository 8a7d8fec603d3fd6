package id.simpul.examples.twocities;

import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.SubmissionReceipt;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;

/** Reports are filed while nothing goes wrong, and each is sent a second time with its key. */
final class QuietFiling {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(2);
  private static final int SHOWN = 2;

  private final Terminal terminal;
  private final ReportingClient client;
  private final Filing filing;

  QuietFiling(Terminal terminal, ReportingClient client, Filing filing) {
    this.terminal = terminal;
    this.client = client;
    this.filing = filing;
  }

  /**
   * Files.
   *
   * @param samples the reports
   * @return what was acknowledged, in the same order
   */
  List<Filed> tell(List<SampleReport> samples) {
    terminal.chapter("Citizens report, Jakarta's app files at Jambi's node");
    List<Filed> filed = file(samples);
    filed.stream().limit(SHOWN).forEach(this::show);
    terminal.step("", "and " + (filed.size() - SHOWN) + " more");
    Latencies times = new Latencies(filed.stream().map(Filed::took).toList());
    terminal.step(
        "on disk",
        "each before its receipt left the node: half within "
            + Terminal.time(times.percentile(50))
            + ", all within "
            + Terminal.time(times.percentile(100)));
    repeat(filed);
    return filed;
  }

  private List<Filed> file(List<SampleReport> samples) {
    List<Future<Filed>> futures = filing.start(samples);
    Progress progress = terminal.progress("filing", samples.size());
    Poll.until(
        POLL,
        LIMIT,
        () -> {
          progress.reach(filing.acknowledged());
          return futures.stream().allMatch(Future::isDone);
        },
        () -> new StoryException("Reports", "were not all acknowledged in time", "filing"));
    progress.reach(filing.acknowledged());
    progress.end("acknowledged");
    return futures.stream().map(Filing::result).toList();
  }

  private void show(Filed filed) {
    terminal.step("", filed.sample().service() + ": \"" + filed.sample().description() + "\"");
    terminal.step("", "-> receipt " + filed.id());
  }

  private void repeat(List<Filed> filed) {
    for (Filed f : filed) {
      SubmissionReceipt again = client.submitReport(f.report(), f.options());
      StoryException.require(
          again.equals(f.receipt()), f.id(), "has another receipt for the same key", "filing");
    }
    terminal.step(
        "once more",
        "all " + filed.size() + " sent a second time, each with its own key: the same receipts");
  }
}

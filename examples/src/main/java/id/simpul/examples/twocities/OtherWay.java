package id.simpul.examples.twocities;

import id.simpul.core.RequestOptions;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.Service;
import id.simpul.reporting.SubmissionReceipt;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** The same, the other way round: an app in Jambi files at Jakarta's node. */
final class OtherWay {
  private static final String WHERE = "the other direction";

  private final Terminal terminal;
  private final ReportingClient app;
  private final City node;

  OtherWay(Terminal terminal, ReportingClient app, City node) {
    this.terminal = terminal;
    this.app = app;
    this.node = node;
  }

  /**
   * Files and reads back.
   *
   * @param samples the reports
   * @return how many were filed and read back
   */
  int tell(List<SampleReport> samples) {
    terminal.chapter("The other way round: Jambi's app files at Jakarta's node");
    terminal.step(
        "services",
        app.listServices().stream().map(Service::name).collect(Collectors.joining(", ")));
    for (SampleReport sample : samples) {
      SubmissionReceipt receipt =
          app.submitReport(
              sample.file(InstantSource.system().instant(), false),
              RequestOptions.NONE.withIdempotencyKey(RequestOptions.newIdempotencyKey()));
      ReportId id =
          receipt
              .reportId()
              .orElseThrow(() -> new StoryException(node.name(), "gave no id", WHERE));
      Report report = app.getReport(id);
      StoryException.require(
          report.description().filter(sample.description()::equals).isPresent(),
          node.name(),
          "shows another description than was filed",
          WHERE);
      terminal.step("filed", sample.service() + ": \"" + sample.description() + "\"");
      terminal.step("", "-> receipt " + id + ", signed by " + node.entity());
    }
    return samples.size();
  }
}

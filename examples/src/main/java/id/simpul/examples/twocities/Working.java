package id.simpul.examples.twocities;

import id.simpul.core.OperationClient;
import id.simpul.core.RequestOptions;
import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Report;
import id.simpul.reporting.ReportId;
import id.simpul.reporting.ReportNote;
import id.simpul.reporting.ReportQuery;
import id.simpul.reporting.ReportStatus;
import id.simpul.reporting.ReportTransition;
import id.simpul.reporting.ReportingClient;
import id.simpul.reporting.wire.SimpulReportsV1;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Officers work on every report, and the app that filed it follows it to its end. */
final class Working {
  private static final int OFFICERS = 4;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(100);

  private static final Map<DetailedStatus, String> STEPS = steps();

  private final Terminal terminal;
  private final OperationClient officers;
  private final ReportingClient app;

  Working(Terminal terminal, OperationClient officers, ReportingClient app) {
    this.terminal = terminal;
    this.officers = officers;
    this.app = app;
  }

  private static Map<DetailedStatus, String> steps() {
    Map<DetailedStatus, String> steps = new LinkedHashMap<>();
    steps.put(DetailedStatus.IN_PROGRESS, "Petugas menuju lokasi.");
    steps.put(DetailedStatus.RESOLVED, "Sudah dikerjakan, menunggu pemeriksaan.");
    steps.put(DetailedStatus.CLOSED, "Sudah diperiksa. Terima kasih atas laporannya.");
    return steps;
  }

  /**
   * Works on reports until all are closed.
   *
   * @param filed the reports
   * @return how many the app saw closed
   */
  int tell(List<Filed> filed) {
    terminal.chapter("Jambi's officers work, Jakarta follows");
    List<ReportId> ids = filed.stream().map(f -> new ReportId(f.id())).toList();
    ExecutorService desks = Executors.newFixedThreadPool(OFFICERS);
    try {
      List<Future<?>> work =
          ids.stream().<Future<?>>map(id -> desks.submit(() -> workOn(id))).toList();
      follow(ids, work);
    } finally {
      desks.shutdownNow();
    }
    return history(ids);
  }

  private void workOn(ReportId id) {
    STEPS.forEach((status, note) ->
        officers.call(
            SimpulReportsV1.ADVANCE,
            ReportTransition.builder(id, status).note(note).build(),
            RequestOptions.NONE));
  }

  // One question for all of them at each look; it ends when none is open.
  private void follow(List<ReportId> ids, List<Future<?>> work) {
    ReportQuery query = ReportQuery.ofIds(ids).toBuilder().extensions(true).build();
    Follower follower = new Follower(terminal, ids.size());
    Poll.until(
        POLL,
        LIMIT,
        () -> {
          raise(work);
          List<Report> reports = app.listReports(query);
          return follower.sees(reports);
        },
        () -> new StoryException("Jambi", "did not close every report in time", "officers"));
  }

  private static void raise(List<Future<?>> work) {
    for (Future<?> done : work) {
      if (done.isDone()) {
        Filing.result(done);
      }
    }
  }

  private int history(List<ReportId> ids) {
    List<String> steps = STEPS.keySet().stream().map(DetailedStatus::code).toList();
    for (ReportId id : ids) {
      Report report = app.getReport(id);
      StoryException.require(
          report.status().equals(ReportStatus.CLOSED)
              && steps.equals(report.notes().stream().flatMap(n -> n.type().stream()).toList()),
          id.value(),
          "does not tell every step from submitted to closed",
          "history");
    }
    terminal.step("one of them", ids.get(0).value());
    app.getReport(ids.get(0)).notes().forEach(this::show);
    return ids.size();
  }

  private void show(ReportNote note) {
    terminal.step(
        "",
        note.at().map(t -> t.toLocalTime() + " ").orElse("")
            + note.type().orElse("")
            + ": "
            + note.description().orElse(""));
  }
}

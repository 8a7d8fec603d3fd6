package id.simpul.examples.twocities;

import id.simpul.reporting.DetailedStatus;
import id.simpul.reporting.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells how far reports are, in a handful of lines however often it looks. Used by one thread. */
final class Follower {
  private static final int LINES = 6;
  private static final List<DetailedStatus> ORDER =
      List.of(
          DetailedStatus.SUBMITTED,
          DetailedStatus.IN_PROGRESS,
          DetailedStatus.RESOLVED,
          DetailedStatus.CLOSED);

  private final Terminal terminal;
  private final int total;
  private int nextLine;

  Follower(Terminal terminal, int total) {
    this.terminal = terminal;
    this.total = total;
  }

  /**
   * Takes in what a look showed.
   *
   * @param reports the reports
   * @return whether all are closed
   */
  boolean sees(List<Report> reports) {
    Map<DetailedStatus, Long> counts =
        reports.stream()
            .flatMap(r -> r.detailedStatus().stream())
            .collect(Collectors.groupingBy(s -> s, Collectors.counting()));
    int closed = counts.getOrDefault(DetailedStatus.CLOSED, 0L).intValue();
    if (closed >= nextLine) {
      terminal.step(
          closed == 0 ? "Jakarta sees" : "",
          ORDER.stream()
              .map(s -> counts.getOrDefault(s, 0L) + " " + words(s))
              .collect(Collectors.joining(", ")));
      nextLine = Math.max(closed + 1, Math.min(total, closed + total / LINES));
    }
    return closed == total;
  }

  private static String words(DetailedStatus status) {
    return status.code().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

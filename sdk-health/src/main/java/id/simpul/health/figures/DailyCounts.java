package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Daily figures from cumulative ones. */
public final class DailyCounts {
  private DailyCounts() {}

  /**
   * What each report adds to the one before it. Active cases are not a sum over time, so their
   * going down is no decrease worth flagging.
   *
   * @param cumulative cumulative reports of one area, in any order; of one day the highest revision
   *     counts
   * @return from the second day on, in the order of days
   * @throws ValidationException with every report that is not cumulative or of another area
   */
  public static List<DailyDelta> of(Collection<CaseReport> cumulative) {
    NavigableMap<LocalDate, CaseReport> byDay = byDay(cumulative);
    List<DailyDelta> deltas = new ArrayList<>();
    Map.Entry<LocalDate, CaseReport> before = null;
    for (Map.Entry<LocalDate, CaseReport> each : byDay.entrySet()) {
      if (before != null) {
        deltas.add(delta(before.getValue(), each.getValue()));
      }
      before = each;
    }
    return List.copyOf(deltas);
  }

  private static NavigableMap<LocalDate, CaseReport> byDay(Collection<CaseReport> reports) {
    List<Violation> violations = new ArrayList<>();
    NavigableMap<LocalDate, CaseReport> byDay = new TreeMap<>();
    CaseReport first = null;
    int position = 0;
    for (CaseReport report : reports) {
      first = first == null ? report : first;
      String where = "reports[" + position++ + "]";
      if (report.kind() != CountKind.CUMULATIVE) {
        violations.add(new Violation(Violation.CHOICE, where, "is cumulative"));
      }
      if (!report.area().equals(first.area())) {
        violations.add(new Violation(Violation.CONFLICT, where, "is of the first one's area"));
      }
      byDay.merge(report.period().to(), report, (a, b) -> a.revision() >= b.revision() ? a : b);
    }
    if (!violations.isEmpty()) {
      throw new ValidationException("DailyCounts", violations);
    }
    return byDay;
  }

  private static DailyDelta delta(CaseReport before, CaseReport after) {
    CaseCounts added = after.counts().minus(before.counts());
    Set<CaseMeasure> decreases =
        added.values().entrySet().stream()
            .filter(count -> count.getValue() < 0 && count.getKey() != CaseMeasure.ACTIVE)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    LocalDate day = after.period().to();
    int days = (int) ChronoUnit.DAYS.between(before.period().to(), day);
    return new DailyDelta(day, days, added, decreases);
  }
}

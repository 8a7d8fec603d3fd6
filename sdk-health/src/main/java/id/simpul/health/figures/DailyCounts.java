package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Daily figures from cumulative ones. */
public final class DailyCounts {
  private DailyCounts() {}

  private static final Comparator<CaseReport> BY_REVISION =
      Comparator.comparingInt(CaseReport::revision).thenComparing(CaseReport::publishedAt);

  /**
   * What each count adds to the one before it of the same measure, which may be some reports back:
   * a report without a measure loses nobody. Active cases are not a sum over time, so their going
   * down is no decrease worth flagging.
   *
   * @param cumulative cumulative reports of one area, in any order; of one day the highest revision
   *     counts, and of equal revisions what was published last
   * @return in the order of days, from the second day of a measure on; a day has one entry for each
   *     number of days its counts are about, the least first
   * @throws ValidationException with every report that is not cumulative, of another area, or
   *     contradicts one of the same day, revision and time of publication
   */
  public static List<DailyDelta> of(Collection<CaseReport> cumulative) {
    Map<CaseMeasure, CaseReport> before = new EnumMap<>(CaseMeasure.class);
    List<DailyDelta> deltas = new ArrayList<>();
    byDay(cumulative)
        .forEach((day, report) -> {
          NavigableMap<Integer, Map<CaseMeasure, Long>> added = new TreeMap<>();
          for (CaseMeasure measure : report.counts().values().keySet()) {
            CaseReport last = before.put(measure, report);
            if (last != null) {
              Map<CaseMeasure, Long> counts =
                  added.computeIfAbsent(
                      (int) ChronoUnit.DAYS.between(last.period().to(), day),
                      days -> new EnumMap<>(CaseMeasure.class));
              report
                  .counts()
                  .minus(last.counts())
                  .get(measure)
                  .ifPresent(count -> counts.put(measure, count));
            }
          }
          added.forEach((days, counts) -> deltas.add(delta(day, days, new CaseCounts(counts))));
        });
    return List.copyOf(deltas);
  }

  private static NavigableMap<LocalDate, CaseReport> byDay(Collection<CaseReport> reports) {
    List<Violation> violations = new ArrayList<>();
    NavigableMap<LocalDate, CaseReport> byDay = new TreeMap<>();
    // What stands at last for its day is known first, so that the order of reports means nothing.
    reports.forEach(report -> byDay.merge(report.period().to(), report, DailyCounts::newer));
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
      if (contradicts(report, Objects.requireNonNull(byDay.get(report.period().to())))) {
        violations.add(
            new Violation(
                Violation.CONFLICT, where, "agrees with another of its day, revision and time"));
      }
    }
    if (!violations.isEmpty()) {
      throw new ValidationException("DailyCounts", violations);
    }
    return byDay;
  }

  private static CaseReport newer(CaseReport one, CaseReport other) {
    return BY_REVISION.compare(one, other) >= 0 ? one : other;
  }

  private static boolean contradicts(CaseReport one, CaseReport other) {
    return one.area().equals(other.area())
        && one.kind() == other.kind()
        && BY_REVISION.compare(one, other) == 0
        && !one.counts().equals(other.counts());
  }

  private static DailyDelta delta(LocalDate day, int days, CaseCounts added) {
    Set<CaseMeasure> decreases =
        added.values().entrySet().stream()
            .filter(count -> count.getValue() < 0 && count.getKey() != CaseMeasure.ACTIVE)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new DailyDelta(day, days, added, decreases);
  }
}

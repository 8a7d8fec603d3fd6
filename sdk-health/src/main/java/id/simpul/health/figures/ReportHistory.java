package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.RegionCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that publishers ever said: grows, never changes. What is published again with other counts
 * becomes the next revision of its area, period and kind. Immutable.
 */
public final class ReportHistory {
  /** A history without reports. */
  public static final ReportHistory EMPTY = new ReportHistory(Map.of());

  private final Map<Subject, List<CaseReport>> revisions;

  private ReportHistory(Map<Subject, List<CaseReport>> revisions) {
    this.revisions = revisions;
  }

  /** What revisions are counted by. */
  private record Subject(Optional<RegionCode> area, ReportPeriod period, CountKind kind) {
    static Subject of(CaseReport report) {
      return new Subject(report.area(), report.period(), report.kind());
    }
  }

  /**
   * This history and what was published since. A report whose counts are those of the newest
   * revision says nothing new and is left out; any other becomes the next revision, whatever number
   * it came with.
   *
   * @param reports reports in the order they were published
   * @return a longer history
   * @throws ValidationException with every report that was published before the revision it would
   *     follow; nothing is added then
   */
  public ReportHistory publish(Collection<CaseReport> reports) {
    Map<Subject, List<CaseReport>> longer = new HashMap<>(revisions);
    List<Violation> violations = new ArrayList<>();
    int position = 0;
    for (CaseReport report : reports) {
      if (!append(report, longer)) {
        violations.add(
            new Violation(
                Violation.CONFLICT,
                "reports[" + position + "]",
                "is older than the revision it would follow"));
      }
      position++;
    }
    if (!violations.isEmpty()) {
      throw new ValidationException("ReportHistory", violations);
    }
    return new ReportHistory(Map.copyOf(longer));
  }

  private static boolean append(CaseReport report, Map<Subject, List<CaseReport>> longer) {
    Subject subject = Subject.of(report);
    List<CaseReport> before = longer.getOrDefault(subject, List.of());
    if (!before.isEmpty()) {
      CaseReport last = before.get(before.size() - 1);
      if (last.counts().equals(report.counts())) {
        return true;
      }
      if (report.publishedAt().isBefore(last.publishedAt())) {
        return false;
      }
    }
    List<CaseReport> after = new ArrayList<>(before);
    after.add(report.withRevision(before.size() + 1));
    longer.put(subject, List.copyOf(after));
    return true;
  }

  /**
   * All revisions about an area and period.
   *
   * @param area a region, or null for the whole country
   * @param period the days
   * @param kind cumulative or daily
   * @return from the first on, empty when nothing was published
   */
  public List<CaseReport> revisions(
      @Nullable RegionCode area, ReportPeriod period, CountKind kind) {
    return revisions.getOrDefault(new Subject(Optional.ofNullable(area), period, kind), List.of());
  }

  /**
   * What was known at a time: the newest revision of everything published until then.
   *
   * @param time the time; {@link Instant#MAX} for all
   * @return reports without order
   */
  public List<CaseReport> asOf(Instant time) {
    List<CaseReport> known = new ArrayList<>();
    for (List<CaseReport> all : revisions.values()) {
      CaseReport newest = null;
      for (CaseReport report : all) {
        newest = report.publishedAt().isAfter(time) ? newest : report;
      }
      if (newest != null) {
        known.add(newest);
      }
    }
    return List.copyOf(known);
  }
}

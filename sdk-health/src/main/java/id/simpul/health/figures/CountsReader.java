package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.format.FormatException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Makes reports of counts as they are read. Not thread-safe. */
final class CountsReader {
  private final Map<CaseMeasure, Long> counts = new EnumMap<>(CaseMeasure.class);

  CountsReader with(CaseMeasure measure, OptionalLong count) {
    count.ifPresent(value -> counts.put(measure, value));
    return this;
  }

  /** Hands on a report, unless nothing was counted. */
  void report(
      JsonPlace place, CaseReport.Builder report, Instant publishedAt, Consumer<CaseReport> reports)
      throws FormatException {
    if (!counts.isEmpty()) {
      reports.accept(build(place.pointer(), report.publishedAt(publishedAt), counts));
    }
  }

  static CaseReport build(String where, CaseReport.Builder report, Map<CaseMeasure, Long> counts)
      throws FormatException {
    try {
      return report.counts(new CaseCounts(counts)).build();
    } catch (ValidationException e) {
      String what = e.violations().get(0).toString();
      throw new FormatException(where, "cannot be a report: " + what, e);
    }
  }

  static CaseReport.Builder day(LocalDate day, CountKind kind) {
    return CaseReport.builder(ReportPeriod.day(day), kind);
  }
}

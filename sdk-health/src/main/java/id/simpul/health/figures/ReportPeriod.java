package id.simpul.health.figures;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * The days a report is about.
 *
 * @param from the first day
 * @param to the last day, not before the first
 */
public record ReportPeriod(LocalDate from, LocalDate to) {

  /**
   * Checks the order.
   *
   * @throws ValidationException when the last day is before the first
   */
  public ReportPeriod {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (to.isBefore(from)) {
      throw new ValidationException(
          "ReportPeriod", List.of(new Violation(Violation.RANGE, "to", "is not before from")));
    }
  }

  /**
   * One day.
   *
   * @param day the day
   * @return the period of that day
   */
  public static ReportPeriod day(LocalDate day) {
    return new ReportPeriod(day, day);
  }
}

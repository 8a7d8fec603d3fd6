package id.simpul.health.fhir.type;

import id.simpul.core.ValidationException;
import id.simpul.core.operation.Violation;
import id.simpul.health.internal.fhir.DateText;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A FHIR {@code date}: a year, a month or a day, without a time zone. A birth date is one, so
 * {@link #toString} shows the precision alone.
 *
 * @param text the text, kept even when it is broken
 */
public record FhirDate(String text) implements FhirTime {
  /** Checks that there is a text. */
  public FhirDate {
    Objects.requireNonNull(text, "text");
  }

  /**
   * Takes a text as it came, broken or not.
   *
   * @param text the text
   * @return the date, whose {@link #problem} says whether it is one
   */
  public static FhirDate read(String text) {
    return new FhirDate(text);
  }

  /**
   * Takes a text that must be right.
   *
   * @param text {@code 2026}, {@code 2026-11} or {@code 2026-11-22}
   * @return the date
   * @throws ValidationException when it is none of these
   */
  public static FhirDate parse(String text) {
    return checked(new FhirDate(text), "FhirDate");
  }

  static <T extends FhirTime> T checked(T time, String type) {
    Optional<String> problem = time.problem();
    if (problem.isPresent()) {
      throw new ValidationException(
          type, List.of(new Violation(Violation.TYPE, "text", problem.get())));
    }
    return time;
  }

  /**
   * A day.
   *
   * @param day the day, of the years 1 to 9999
   * @return the date
   * @throws ValidationException when the year is not one of 1 to 9999
   */
  public static FhirDate of(LocalDate day) {
    return parse(day.toString());
  }

  /**
   * A month of a year.
   *
   * @param month the month, of the years 1 to 9999
   * @return the date
   * @throws ValidationException when the year is not one of 1 to 9999
   */
  public static FhirDate of(YearMonth month) {
    return parse(month.toString());
  }

  @Override
  public Optional<Precision> precision() {
    return Optional.ofNullable(DateText.ofDate(text));
  }

  /**
   * The day, when it is known.
   *
   * @return the day, or empty when only a month or year is known or the text is broken
   */
  public Optional<LocalDate> toLocalDate() {
    return precision().filter(p -> p == Precision.DAY).map(p -> LocalDate.parse(text));
  }

  @Override
  public String toString() {
    return "FhirDate[" + precision().map(Precision::name).orElse("broken") + "]";
  }
}

package id.simpul.health.fhir.type;

import id.simpul.core.ValidationException;
import id.simpul.health.internal.fhir.DateText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * A FHIR {@code dateTime}: a year, a month, a day, or a time with its offset from UTC.
 *
 * @param text the text, kept even when it is broken
 */
public record FhirDateTime(String text) implements FhirTime {
  /** Checks that there is a text. */
  public FhirDateTime {
    Objects.requireNonNull(text, "text");
  }

  /**
   * Takes a text as it came, broken or not.
   *
   * @param text the text
   * @return the date and time, whose {@link #problem} says whether it is one
   */
  public static FhirDateTime read(String text) {
    return new FhirDateTime(text);
  }

  /**
   * Takes a text that must be right; the way to {@code Z} for whoever wants it.
   *
   * @param text a text as FHIR R4 writes it
   * @return the date and time
   * @throws ValidationException when it is none
   */
  public static FhirDateTime parse(String text) {
    return FhirDate.checked(new FhirDateTime(text), "FhirDateTime");
  }

  /**
   * A point in time, written in UTC to the second: {@code 2026-11-22T09:00:00+00:00}.
   *
   * @param time the time; what is less than a second is dropped
   * @return the date and time
   * @throws ValidationException when the year is not one of 1 to 9999
   */
  public static FhirDateTime of(Instant time) {
    return parse(TimeText.seconds(time));
  }

  /**
   * A point in time, written to the second with the offset it has; UTC's is {@code +00:00}.
   *
   * @param time the time; what is less than a second is dropped
   * @return the date and time
   * @throws ValidationException when the year is not one of 1 to 9999, or the offset is beyond 14
   *     hours
   */
  public static FhirDateTime of(OffsetDateTime time) {
    return parse(TimeText.seconds(time));
  }

  /**
   * A day.
   *
   * @param day the day, of the years 1 to 9999
   * @return the date
   * @throws ValidationException when the year is not one of 1 to 9999
   */
  public static FhirDateTime of(LocalDate day) {
    return parse(day.toString());
  }

  @Override
  public Optional<Precision> precision() {
    return Optional.ofNullable(DateText.ofDateTime(text));
  }

  /**
   * The point in time, when it is known to the second.
   *
   * @return the instant, or empty when less is known or the text is broken
   */
  public Optional<Instant> toInstant() {
    return precision()
        .filter(p -> p.compareTo(Precision.SECOND) >= 0)
        .map(p -> TimeText.instant(text));
  }

  /**
   * The day as it is written, in the offset it has.
   *
   * @return the day, or empty when only a month or year is known or the text is broken
   */
  public Optional<LocalDate> toLocalDate() {
    return precision()
        .filter(p -> p.compareTo(Precision.DAY) >= 0)
        .map(p -> LocalDate.parse(text.substring(0, TimeText.DAY_LENGTH)));
  }

  /**
   * The offset from UTC the time is written with.
   *
   * @return the offset, {@code Z} as zero; or empty when no time of day is known or the text is
   *     broken
   */
  public Optional<ZoneOffset> offset() {
    return precision()
        .filter(p -> p.compareTo(Precision.SECOND) >= 0)
        .map(p -> TimeText.offset(text));
  }

  @Override
  public String toString() {
    return "FhirDateTime[" + precision().map(Precision::name).orElse("broken") + "]";
  }
}

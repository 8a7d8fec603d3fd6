package id.simpul.health.fhir.type;

import id.simpul.core.ValidationException;
import id.simpul.health.internal.fhir.DateText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * A FHIR {@code instant}: a point in time, to the second at least.
 *
 * @param text the text, kept even when it is broken
 */
public record FhirInstant(String text) implements FhirTime {
  /** Checks that there is a text. */
  public FhirInstant {
    Objects.requireNonNull(text, "text");
  }

  /**
   * Takes a text as it came, broken or not.
   *
   * @param text the text
   * @return the instant, whose {@link #problem} says whether it is one
   */
  public static FhirInstant read(String text) {
    return new FhirInstant(text);
  }

  /**
   * Takes a text that must be right.
   *
   * @param text a text as FHIR R4 writes it
   * @return the instant
   * @throws ValidationException when it is none
   */
  public static FhirInstant parse(String text) {
    return FhirDate.checked(new FhirInstant(text), "FhirInstant");
  }

  /**
   * A point in time, written in UTC to the second: {@code 2026-11-22T09:00:00+00:00}.
   *
   * @param time the time; what is less than a second is dropped
   * @return the instant
   * @throws ValidationException when the year is not one of 1 to 9999
   */
  public static FhirInstant of(Instant time) {
    return parse(TimeText.seconds(time));
  }

  @Override
  public Optional<Precision> precision() {
    return Optional.ofNullable(DateText.ofInstant(text));
  }

  /**
   * The point in time.
   *
   * @return the instant, or empty when the text is broken
   */
  public Optional<Instant> toInstant() {
    return precision().map(p -> TimeText.instant(text));
  }

  /**
   * The offset from UTC the time is written with.
   *
   * @return the offset, {@code Z} as zero; or empty when the text is broken
   */
  public Optional<ZoneOffset> offset() {
    return precision().map(p -> TimeText.offset(text));
  }

  @Override
  public String toString() {
    return "FhirInstant[" + precision().map(Precision::name).orElse("broken") + "]";
  }
}

package id.simpul.node.internal.fhir;

import id.simpul.health.fhir.type.FhirInstant;
import id.simpul.node.internal.store.FhirSearch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The span of time that {@code _lastUpdated} leaves (FHIR R4, section 3.1.1.4.6): a day in UTC, or
 * an instant to the second or finer, each with a prefix. Not thread-safe.
 */
final class UpdateSpan {
  // As fine as the store keeps it.
  private static final Duration TICK = Duration.of(1, ChronoUnit.MICROS);
  private static final Pattern FORM = Pattern.compile("(eq|ge|gt|le|lt)?([0-9].{0,40})");
  private static final int DAY_LENGTH = 10;

  private @Nullable Instant from;
  private @Nullable Instant to;

  private record Interval(Instant first, Instant last) {}

  /**
   * Leaves what a value allows.
   *
   * @param value the parameter's value
   * @return false when it is none
   */
  boolean narrow(String value) {
    Matcher form = FORM.matcher(value);
    if (!form.matches()) {
      return false;
    }
    Optional<Interval> meant = interval(form.group(2));
    meant.ifPresent(i -> narrow(form.group(1) == null ? "eq" : form.group(1), i));
    return meant.isPresent();
  }

  private void narrow(String prefix, Interval i) {
    switch (prefix) {
      case "ge" -> after(i.first());
      case "gt" -> after(i.last().plus(TICK));
      case "le" -> before(i.last());
      case "lt" -> before(i.first().minus(TICK));
      default -> {
        after(i.first());
        before(i.last());
      }
    }
  }

  private void after(Instant limit) {
    from = from == null || limit.isAfter(from) ? limit : from;
  }

  private void before(Instant limit) {
    to = to == null || limit.isBefore(to) ? limit : to;
  }

  private static Optional<Interval> interval(String text) {
    if (text.length() == DAY_LENGTH) {
      try {
        LocalDate day = LocalDate.parse(text);
        return Optional.of(
            new Interval(
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minus(TICK)));
      } catch (DateTimeParseException e) {
        return Optional.empty();
      }
    }
    Duration length = text.contains(".") ? Duration.ZERO : Duration.ofSeconds(1).minus(TICK);
    return FhirInstant.read(text).toInstant().map(at -> new Interval(at, at.plus(length)));
  }

  FhirSearch.Span span() {
    return new FhirSearch.Span(from, to);
  }
}

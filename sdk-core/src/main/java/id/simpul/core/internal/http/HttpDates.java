package id.simpul.core.internal.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;

/** Reads the three forms of a date in HTTP (RFC 9110, section 5.6.7). */
final class HttpDates {
  /** Characters a date may have; longer texts are not looked at. */
  static final int MAX_LENGTH = 40;

  /** A year of two digits lies at most this far ahead. */
  private static final int YEARS_AHEAD = 50;

  private static final DateTimeFormatter FIXED =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US);
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.US);

  private HttpDates() {}

  /**
   * Reads a date.
   *
   * @param text the field value
   * @param now the present, which settles the century of a year of two digits
   * @return the instant, or empty when the text is of none of the three forms
   */
  static Optional<Instant> parse(String text, Instant now) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return read(text, FIXED).or(() -> read(text, ASCTIME)).or(() -> read(text, rfc850(now)));
  }

  private static Optional<Instant> read(String text, DateTimeFormatter form) {
    try {
      return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter rfc850(Instant now) {
    int latest = now.atOffset(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, latest - 99)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.US);
  }
}

package id.simpul.reporting.internal;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times of GeoReport v2: whole seconds with offset, for example {@code
 * 2026-11-21T09:00:00+07:00} (W3C note on date and time).
 */
public final class Times {
  private static final DateTimeFormatter WHOLE_SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private static final String PLAIN_FORM = "0000-00-00T00:00:00+00:00";
  private static final int SIGN = 19;

  private Times() {}

  /**
   * Writes a time.
   *
   * @param time the time
   * @return whole seconds with offset, {@code Z} for none
   */
  public static String format(OffsetDateTime time) {
    return WHOLE_SECONDS.format(time);
  }

  /**
   * Reads a time. A list of reports holds three of them a report, nearly always in the plain form,
   * so that form is read by hand.
   *
   * @param text the time, without white space around it
   * @return the time with its offset and any fraction, or null when the text has another form
   */
  static @Nullable OffsetDateTime parse(String text) {
    try {
      return isPlain(text) ? parsePlain(text) : OffsetDateTime.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  private static boolean isPlain(String text) {
    if (text.length() != PLAIN_FORM.length()) {
      return false;
    }
    for (int i = 0; i < PLAIN_FORM.length(); i++) {
      char c = text.charAt(i);
      char form = PLAIN_FORM.charAt(i);
      boolean fits = form == '0' ? c >= '0' && c <= '9' : c == form;
      if (!fits && !(i == SIGN && c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable OffsetDateTime parsePlain(String text) {
    int sign = text.charAt(SIGN) == '-' ? -1 : 1;
    try {
      return OffsetDateTime.of(
          two(text, 0) * 100 + two(text, 2),
          two(text, 5),
          two(text, 8),
          two(text, 11),
          two(text, 14),
          two(text, 17),
          0,
          ZoneOffset.ofHoursMinutes(sign * two(text, 20), sign * two(text, 23)));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}

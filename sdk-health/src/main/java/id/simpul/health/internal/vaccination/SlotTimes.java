package id.simpul.health.internal.vaccination;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as publishers of slots write them. */
public final class SlotTimes {
  private static final int MAX_LENGTH = 40;
  // The specification's own example of a slot ends in -05.
  private static final Pattern HOURS_ALONE = Pattern.compile("(.*T.*[+-][0-9]{2})");

  private SlotTimes() {}

  /**
   * Reads a time with its offset, which may lack its minutes.
   *
   * @param text any text
   * @return the time, or empty when it is none
   */
  public static Optional<OffsetDateTime> parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    Matcher hours = HOURS_ALONE.matcher(text);
    try {
      return Optional.of(OffsetDateTime.parse(hours.matches() ? hours.group(1) + ":00" : text));
    } catch (DateTimeException e) {
      return Optional.empty(); // not a time, which is the answer
    }
  }
}

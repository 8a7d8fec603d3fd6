package id.simpul.health.fhir.type;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Points in time as text and back. */
final class TimeText {
  static final int DAY_LENGTH = 10;

  /** {@code xxx} writes UTC as {@code +00:00}, which is what SATUSEHAT takes, and not as Z. */
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

  private static final int SECOND_AT = 17;
  private static final int FRACTION_AT = 20;

  /** As many digits of a fraction as java.time has; FHIR allows any number. */
  private static final int MAX_FRACTION = 9;

  /** {@code +07:00}. */
  private static final int OFFSET_LENGTH = 6;

  private static final int SECONDS_A_MINUTE = 60;
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private TimeText() {}

  /** The text of a time, or {@code ""} when it is of no year that FHIR can write. */
  static String seconds(Instant time) {
    boolean known = !time.isBefore(FIRST) && !time.isAfter(LAST);
    return known ? seconds(time.atOffset(ZoneOffset.UTC)) : "";
  }

  static String seconds(OffsetDateTime time) {
    // An offset is written to the minute; the rest of an old local mean time moves into the clock.
    int minutes = time.getOffset().getTotalSeconds() / SECONDS_A_MINUTE;
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * SECONDS_A_MINUTE);
    return SECONDS.format(
        offset.equals(time.getOffset()) ? time : time.withOffsetSameInstant(offset));
  }

  /** The instant of a text whose form was checked. */
  static Instant instant(String written) {
    String text = shortened(written);
    if (text.startsWith("60", SECOND_AT)) {
      // A leap second, which java.time does not have: the second after the one before.
      return OffsetDateTime.parse(
              text.substring(0, SECOND_AT) + "59" + text.substring(SECOND_AT + 2))
          .toInstant()
          .plusSeconds(1);
    }
    return OffsetDateTime.parse(text).toInstant();
  }

  /** The offset of a text whose form was checked. */
  static ZoneOffset offset(String text) {
    return text.endsWith("Z")
        ? ZoneOffset.UTC
        : ZoneOffset.of(text.substring(text.length() - OFFSET_LENGTH));
  }

  private static String shortened(String text) {
    if (text.charAt(FRACTION_AT - 1) != '.') {
      return text;
    }
    int end = FRACTION_AT;
    while (text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return text.substring(0, Math.min(end, FRACTION_AT + MAX_FRACTION)) + text.substring(end);
  }
}

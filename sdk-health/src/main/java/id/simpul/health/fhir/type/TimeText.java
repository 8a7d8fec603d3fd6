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

  private TimeText() {}

  static String seconds(Instant time) {
    return seconds(time.atOffset(ZoneOffset.UTC));
  }

  static String seconds(OffsetDateTime time) {
    return SECONDS.format(time);
  }

  /** The instant of a text whose form was checked. */
  static Instant instant(String text) {
    if (text.startsWith("60", SECOND_AT)) {
      // A leap second, which java.time does not have: the second after the one before.
      return OffsetDateTime.parse(
              text.substring(0, SECOND_AT) + "59" + text.substring(SECOND_AT + 2))
          .toInstant()
          .plusSeconds(1);
    }
    return OffsetDateTime.parse(text).toInstant();
  }
}

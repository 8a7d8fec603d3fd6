package id.simpul.health.certificate;

import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.type.Precision;
import id.simpul.health.internal.cbor.CborFloat;
import id.simpul.health.internal.cbor.CborInteger;
import id.simpul.health.internal.cbor.CborMap;
import id.simpul.health.internal.cbor.CborSimple;
import id.simpul.health.internal.cbor.CborTag;
import id.simpul.health.internal.cbor.CborText;
import id.simpul.health.internal.cbor.CborValue;
import id.simpul.health.internal.fhir.DateText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The members of one map of the payload. Everything wrong is noted with its place and without its
 * value; something of the right type is given all the same, so that the reading goes on.
 */
final class PayloadFields {
  /** The most characters of a text (schema 1.3.0: maxLength of every text that has one). */
  static final int MAX_TEXT = 80;

  private static final long TEXT_DATE_TAG = 0;
  private static final int DATE_LENGTH = 10;

  private static final int LENGTH_OF_TIME = "Thh:mm:ss".length();
  private static final int OFFSET_GROUP = 4;
  private static final ZoneOffset EASTERNMOST = ZoneOffset.ofHours(14);

  /** RFC 3339, section 5.6, where the offset may be short or missing. */
  private static final Pattern TIME =
      Pattern.compile(
          "T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d{1,9})?"
              + "(Z|[+-]([01]\\d|2[0-3])(:?[0-5]\\d)?)?");

  private final CborMap map;
  private final String where;
  private final List<Violation> violations;

  PayloadFields(CborMap map, String where, List<Violation> violations) {
    this.map = map;
    this.where = where;
    this.violations = violations;
  }

  void violate(String code, String name, String message) {
    violations.add(new Violation(code, where + name, message));
  }

  /** A text, or null when it is not there or null, which QR codes in use have where it is empty. */
  @Nullable String optional(String name) {
    return present(name).map(value -> text(name, value)).orElse(null);
  }

  private @Nullable String text(String name, CborValue value) {
    if (!(value instanceof CborText text)) {
      violate(Violation.TYPE, name, "is a text");
      return null;
    }
    if (text.value().length() > MAX_TEXT) {
      violate(Violation.LENGTH, name, "has at most " + MAX_TEXT + " characters");
    }
    if (!isWhole(text.value())) {
      violate(Violation.MALFORMED, name, "is a text with half a character in it");
    }
    return text.value();
  }

  /** Without half a character, which an encoder knows; most texts have no surrogate at all. */
  private static boolean isWhole(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
      }
    }
    return true;
  }

  private Optional<CborValue> present(String name) {
    return map.get(name).filter(value -> !value.equals(CborSimple.NULL));
  }

  String required(String name) {
    Optional<CborValue> value = present(name);
    if (value.isEmpty()) {
      violate(Violation.REQUIRED, name, "is required");
      return "";
    }
    String text = text(name, value.get());
    return text == null ? "" : text;
  }

  /** A text that fits a pattern. */
  String required(String name, Pattern pattern, String rule) {
    String text = required(name);
    if (isText(name) && !pattern.matcher(text).matches()) {
      violate(Violation.CHOICE, name, rule);
    }
    return text;
  }

  /** A day, perhaps with a time of day, as text or as a date of CBOR (RFC 8949, section 3.4.1). */
  String date(String name) {
    if (present(name).orElse(null) instanceof CborTag tag
        && tag.tag() == TEXT_DATE_TAG
        && tag.content() instanceof CborText text) {
      return checkedDate(name, text.value());
    }
    return isText(name) ? checkedDate(name, required(name)) : required(name);
  }

  private boolean isText(String name) {
    return present(name).filter(CborText.class::isInstance).isPresent();
  }

  private String checkedDate(String name, String text) {
    if (!isDate(text)) {
      violate(Violation.TYPE, name, "is a day of the calendar, with or without a time of day");
    }
    return text;
  }

  static boolean isDate(String text) {
    if (text.length() < DATE_LENGTH) {
      return false;
    }
    String time = text.substring(DATE_LENGTH);
    return isDay(text.substring(0, DATE_LENGTH))
        && (time.isEmpty() || TIME.matcher(time).matches());
  }

  /**
   * The earliest instant a date can mean: without an offset, or without a time of day, it is that
   * of the easternmost clock.
   *
   * @param date one of {@link #isDate}
   */
  static Instant earliest(String date) {
    Matcher time = TIME.matcher(date).region(DATE_LENGTH, date.length());
    if (!time.matches()) {
      LocalDate day = LocalDate.parse(date.substring(0, DATE_LENGTH));
      return day.atStartOfDay().toInstant(EASTERNMOST);
    }
    // A leap second is the end of the second before it; fractions do not matter here.
    String seconds = date.substring(0, DATE_LENGTH + LENGTH_OF_TIME).replaceFirst(":60$", ":59");
    String offset = time.group(OFFSET_GROUP);
    return offset == null
        ? LocalDateTime.parse(seconds).toInstant(EASTERNMOST)
        : LocalDateTime.parse(seconds).toInstant(ZoneOffset.UTC).minus(east(offset));
  }

  /** RFC 3339 knows offsets up to a day, the platform fewer. */
  private static Duration east(String offset) {
    String digits = offset.replaceAll("[^0-9]", "");
    if (digits.isEmpty()) {
      return Duration.ZERO;
    }
    Duration size =
        Duration.ofHours(Integer.parseInt(digits.substring(0, 2)))
            .plusMinutes(digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0);
    return offset.startsWith("-") ? size.negated() : size;
  }

  private static boolean isDay(String text) {
    return DateText.ofDate(text) == Precision.DAY;
  }

  /** A whole number from 1, which some issuers write as a floating-point number. */
  int number(String name, int max) {
    double number = Double.NaN;
    Optional<CborValue> value = present(name);
    if (value.isPresent() && value.get() instanceof CborInteger integer) {
      number = integer.asLong().orElse(0);
    } else if (value.isPresent() && value.get() instanceof CborFloat floating) {
      number = floating.value();
    }
    if (number >= 1 && number <= max && number == Math.rint(number)) {
      return (int) number;
    }
    violate(Violation.RANGE, name, "is a whole number from 1 to " + max);
    return 1;
  }
}

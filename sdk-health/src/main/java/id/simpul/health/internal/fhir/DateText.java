package id.simpul.health.internal.fhir;

import id.simpul.health.fhir.type.Precision;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** How FHIR R4 writes dates and times (section 2.24.0.1), read without exceptions. */
public final class DateText {
  static final int YEAR = 4;
  static final int MONTH = 7;
  private static final int DAY = 10;
  private static final int SECOND = 19;

  private DateText() {}

  /**
   * The precision of a {@code date}.
   *
   * @param text the text
   * @return the precision, or null when it is not a date
   */
  public static @Nullable Precision ofDate(String text) {
    return precisionOf(text, Primitive.DATE);
  }

  /**
   * The precision of a {@code dateTime}.
   *
   * @param text the text
   * @return the precision, or null when it is none
   */
  public static @Nullable Precision ofDateTime(String text) {
    return precisionOf(text, Primitive.DATE_TIME);
  }

  /**
   * The precision of an {@code instant}.
   *
   * @param text the text
   * @return {@link Precision#SECOND} or {@link Precision#FRACTION}, or null when it is none
   */
  public static @Nullable Precision ofInstant(String text) {
    return precisionOf(text, Primitive.INSTANT);
  }

  static @Nullable Precision precisionOf(String text, Primitive type) {
    Precision precision =
        switch (text.length()) {
          case YEAR -> isYear(text) ? Precision.YEAR : null;
          case MONTH -> isMonth(text) ? Precision.MONTH : null;
          case DAY -> isDay(text) ? Precision.DAY : null;
          default -> time(text);
        };
    if (precision == null) {
      return null;
    }
    boolean timed = precision.compareTo(Precision.DAY) > 0;
    boolean fits = type == Primitive.DATE_TIME || timed == (type == Primitive.INSTANT);
    return fits ? precision : null;
  }

  /** Hours, minutes and seconds without an offset. */
  static boolean isTimeOfDay(String text) {
    return text.length() >= 8 && clock(text, 0) && fractionEnd(text, 8) == text.length();
  }

  private static @Nullable Precision time(String text) {
    if (text.length() <= SECOND || !isDay(text) || text.charAt(DAY) != 'T' || !clock(text, 11)) {
      return null;
    }
    int end = fractionEnd(text, SECOND);
    if (!isOffset(text, end)) {
      return null;
    }
    return end == SECOND ? Precision.SECOND : Precision.FRACTION;
  }

  private static boolean isYear(String text) {
    return number(text, 0, 4) > 0;
  }

  private static boolean isMonth(String text) {
    int month = number(text, 5, 2);
    return isYear(text) && text.charAt(4) == '-' && month >= 1 && month <= 12;
  }

  private static boolean isDay(String text) {
    if (!isMonth(text) || text.charAt(7) != '-') {
      return false;
    }
    int day = number(text, 8, 2);
    boolean everyMonth = day >= 1 && day <= 28;
    return everyMonth
        || (day > 28
            && day <= YearMonth.of(number(text, 0, 4), number(text, 5, 2)).lengthOfMonth());
  }

  private static boolean clock(String text, int at) {
    int hour = number(text, at, 2);
    int minute = number(text, at + 3, 2);
    // 60 is a leap second.
    int second = number(text, at + 6, 2);
    return hour >= 0
        && hour <= 23
        && text.charAt(at + 2) == ':'
        && minute >= 0
        && minute <= 59
        && text.charAt(at + 5) == ':'
        && second >= 0
        && second <= 60;
  }

  private static int fractionEnd(String text, int at) {
    if (at >= text.length() || text.charAt(at) != '.') {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end == at + 1 ? at : end;
  }

  private static boolean isOffset(String text, int at) {
    if (text.length() == at + 1) {
      return text.charAt(at) == 'Z';
    }
    if (text.length() != at + 6 || text.charAt(at + 3) != ':') {
      return false;
    }
    int hour = number(text, at + 1, 2);
    int minute = number(text, at + 4, 2);
    boolean sign = text.charAt(at) == '+' || text.charAt(at) == '-';
    return sign && hour >= 0 && minute >= 0 && minute <= 59 && hour * 60 + minute <= 14 * 60;
  }

  /** The number of so many digits, or -1. */
  private static int number(String text, int at, int digits) {
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      char c = text.charAt(i);
      if (!digit(c)) {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}

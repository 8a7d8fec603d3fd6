package id.simpul.health.certificate.print;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * Days as people write them. The months stand here, because not every Java has the texts of every
 * language.
 */
final class Days {
  private static final int YEAR = 4;
  private static final int MONTH = 7;
  private static final int DAY = 10;
  private static final int MINUTE = 16;

  private static final List<String> INDONESIAN =
      List.of(
          "Januari",
          "Februari",
          "Maret",
          "April",
          "Mei",
          "Juni",
          "Juli",
          "Agustus",
          "September",
          "Oktober",
          "November",
          "Desember");
  private static final List<String> ENGLISH =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");

  private Days() {}

  static Words of(LocalDate day) {
    return new Words(
        day.getDayOfMonth() + " " + month(INDONESIAN, day.getMonthValue()) + " " + day.getYear(),
        day.getDayOfMonth() + " " + month(ENGLISH, day.getMonthValue()) + " " + day.getYear());
  }

  private static String month(List<String> names, int month) {
    return names.get(month - 1);
  }

  /** A day, a month, a year or nothing, as certificates have them; otherwise as it stands. */
  static Words ofCertificate(String date) {
    try {
      if (date.isEmpty()) {
        return new Words("tidak diketahui", "not known");
      } else if (date.length() >= DAY) {
        return of(LocalDate.parse(date.substring(0, DAY)));
      } else if (date.length() == MONTH) {
        YearMonth month = YearMonth.parse(date);
        return new Words(
            month(INDONESIAN, month.getMonthValue()) + " " + month.getYear(),
            month(ENGLISH, month.getMonthValue()) + " " + month.getYear());
      }
      return Words.same(date.substring(0, YEAR));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      return Words.same(date);
    }
  }

  /** A day and, where the certificate has one, the time of day and its offset as they stand. */
  static Words withTime(String date) {
    Words day = ofCertificate(date);
    if (date.length() < MINUTE || date.charAt(DAY) != 'T') {
      return day;
    }
    String time = date.substring(DAY + 1, MINUTE);
    String offset = date.substring(MINUTE).replaceFirst("^[:0-9.]*", "");
    String shown =
        switch (offset) {
          case "Z" -> time + " UTC";
          case "" -> time;
          default -> time + " UTC" + offset;
        };
    return new Words(day.indonesian() + ", " + shown, day.english() + ", " + shown);
  }
}

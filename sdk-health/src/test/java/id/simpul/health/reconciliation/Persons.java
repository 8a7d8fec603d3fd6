package id.simpul.health.reconciliation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * Invents residents for these tests: names of syllables, NIKs of a province that was never given
 * out, so that nobody is meant.
 */
final class Persons {
  private static final List<String> SYLLABLES =
      List.of("ba", "du", "ka", "lo", "mi", "na", "pe", "ra", "si", "tu", "vo", "wi", "ya", "zo");

  private Persons() {}

  /** The NIK of a number, with the day of birth in it. */
  static String nik(int number, LocalDate birth) {
    return String.format(
        Locale.ROOT,
        "99%04d%02d%02d%02d%04d",
        number / 9_999 % 10_000,
        birth.getDayOfMonth(),
        birth.getMonthValue(),
        birth.getYear() % 100,
        number % 9_999 + 1);
  }

  static LocalDate birth(int number) {
    return LocalDate.of(1950, 1, 1).plusDays(number * 37L % 20_000);
  }

  /** Two words that differ from those of every other number below 38 million. */
  static String name(int number) {
    return word(number, 3) + " " + word(number / 2_744, 4);
  }

  private static String word(int number, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0, rest = number; i < syllables; i++, rest /= SYLLABLES.size()) {
      word.append(SYLLABLES.get(rest % SYLLABLES.size()));
    }
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  static Vaccinee person(int number) {
    return Vaccinee.of(WrittenNik.of(nik(number, birth(number))), name(number), birth(number));
  }

  /** A NIK with one digit of its serial turned into another. */
  static String mistyped(String nik) {
    char digit = nik.charAt(14);
    return nik.substring(0, 14) + (char) ('0' + (digit - '0' + 1) % 10) + nik.substring(15);
  }
}

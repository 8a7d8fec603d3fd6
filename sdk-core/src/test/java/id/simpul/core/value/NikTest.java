package id.simpul.core.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NikTest {
  private static final String DISTRICT = "999999";

  /** Sixteen digits nobody has: the district does not exist. */
  private static String nik(int day, int month, int year, int serial) {
    return String.format("%s%02d%02d%02d%04d", DISTRICT, day, month, year, serial);
  }

  @Test
  void judge_everyDayOfTheYear_plausibleForMenAndWomen() {
    int[] days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int month = 1; month <= 12; month++) {
      for (int day = 1; day <= days[month - 1]; day++) {
        assertThat(Nik.judge(nik(day, month, 1, 1))).isEqualTo(Nik.Verdict.PLAUSIBLE);
        assertThat(Nik.judge(nik(day + 40, month, 1, 1))).isEqualTo(Nik.Verdict.PLAUSIBLE);
      }
      assertThat(Nik.judge(nik(days[month - 1] + 1, month, 1, 1))).isEqualTo(Nik.Verdict.MALFORMED);
      assertThat(Nik.judge(nik(days[month - 1] + 41, month, 1, 1)))
          .isEqualTo(Nik.Verdict.MALFORMED);
    }
  }

  @Test
  void judge_leapDay_needsALeapYear() {
    assertThat(Nik.judge(nik(29, 2, 0, 1))).isEqualTo(Nik.Verdict.PLAUSIBLE);
    assertThat(Nik.judge(nik(69, 2, 96, 1))).isEqualTo(Nik.Verdict.PLAUSIBLE);
    assertThat(Nik.judge(nik(29, 2, 95, 1))).isEqualTo(Nik.Verdict.MALFORMED);
    assertThat(Nik.judge(nik(30, 2, 96, 1))).isEqualTo(Nik.Verdict.MALFORMED);
  }

  @Test
  void judge_edges_malformed() {
    assertThat(Nik.judge(nik(0, 1, 1, 1))).isEqualTo(Nik.Verdict.MALFORMED);
    assertThat(Nik.judge(nik(40, 1, 1, 1))).isEqualTo(Nik.Verdict.MALFORMED);
    assertThat(Nik.judge(nik(72, 1, 1, 1))).isEqualTo(Nik.Verdict.MALFORMED);
    assertThat(Nik.judge(nik(1, 0, 1, 1))).isEqualTo(Nik.Verdict.MALFORMED);
    assertThat(Nik.judge(nik(1, 13, 1, 1))).isEqualTo(Nik.Verdict.MALFORMED);
    assertThat(Nik.judge(nik(1, 1, 1, 0))).isEqualTo(Nik.Verdict.MALFORMED);
    assertThat(Nik.judge(nik(1, 1, 1, 9999))).isEqualTo(Nik.Verdict.PLAUSIBLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "999999010101000",
        "99999901010100011",
        " 9999990101010001",
        "99999901010100O1",
        "\u0669\u0669\u0669\u0669\u0669\u0669\u0660\u0661\u0660\u0661\u0660\u0661\u0660\u0660\u0660\u0661"
      })
  void parse_anotherForm_isEmpty(String text) {
    assertThat(Nik.parse(text)).isEmpty();
  }

  @Test
  void toString_showsNoDigit() {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      String digits =
          nik(
              1 + random.nextInt(28),
              1 + random.nextInt(12),
              random.nextInt(100),
              1 + random.nextInt(9999));
      Nik nik = Nik.parse(digits).orElseThrow();
      assertThat(nik).hasToString("*".repeat(16));
      assertThat(nik.reveal()).isEqualTo(digits);
    }
  }

  @Test
  void equals_comparesDigits() {
    Nik one = Nik.parse(nik(1, 1, 1, 1)).orElseThrow();
    assertThat(one)
        .isEqualTo(Nik.parse(nik(1, 1, 1, 1)).orElseThrow())
        .hasSameHashCodeAs(Nik.parse(nik(1, 1, 1, 1)).orElseThrow())
        .isNotEqualTo(Nik.parse(nik(1, 1, 1, 2)).orElseThrow());
  }
}

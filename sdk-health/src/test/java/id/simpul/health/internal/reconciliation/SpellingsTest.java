package id.simpul.health.internal.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.health.internal.reconciliation.Spellings.Likeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingsTest {
  @ParameterizedTest
  @CsvSource({
    "Kalomi Tuvoya, TUVOYA  kalomi, SAME",
    "Kalomi Tuvoya, 'Kalomi, Tuvoya.', SAME",
    "Nu'raini, Nuraini, SAME",
    "K\u00E1lomi, Kalomi, SAME",
    "Kalomi Tuvoya, K. Tuvoya, CLOSE",
    "Kalomi Tuvoya, Kalomi, CLOSE",
    "Kalomi Tuvoya, Kalomi Tuvoyo, CLOSE",
    "Kalomi Tuvoya, Kaolmi Tuvoya, CLOSE",
    "Kalomi, Kalom, CLOSE",
    "Kalomi Tuvoya, Kalomo Tuvoyo, DIFFERENT",
    "Kalomi Tuvoya, Rasi Naduba, DIFFERENT",
    "Kalomi Tuvoya, Kalomi Naduba, DIFFERENT",
    "Nur Aini, Nuraini, CLOSE",
    "Moh. Naduba, Muhammad Naduba, CLOSE",
    "Moh. Naduba, Muhammad Tuvoya, DIFFERENT",
    "K T, Kalomi Tuvoya, DIFFERENT",
    "Ba, Bu, DIFFERENT",
    "-, -, SAME",
    "-, Kalomi, DIFFERENT",
  })
  void compare_twoNames_isTheSameBothWays(String a, String b, Likeness likeness) {
    assertThat(Spellings.compare(a, b)).isEqualTo(likeness);
    assertThat(Spellings.compare(b, a)).isEqualTo(likeness);
  }

  @ParameterizedTest
  @CsvSource({"lot-1 a, LOT1A", "LOT1A, LOT1A", "---, ---"})
  void code_text_isItsLettersAndDigits(String text, String code) {
    assertThat(Spellings.code(text)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "1234, 1234, false",
    "1234, 1244, true",
    "1234, 1324, true",
    "1234, 124, true",
    "1234, 12334, true",
    "1234, 12344, true",
    "1234, 1342, false",
    "1234, 12, false",
    "1234, 2143, false",
    "1234, 123, true",
  })
  void one_twoTexts_isASlipBothWays(String a, String b, boolean slip) {
    assertThat(Edits.one(a, b)).isEqualTo(slip);
    assertThat(Edits.one(b, a)).isEqualTo(slip);
  }

  @Test
  void firstDifference_twoTexts_isWhereTheyPart() {
    assertThat(Edits.firstDifference("1234", "1244")).isEqualTo(2);
    assertThat(Edits.firstDifference("12", "123")).isEqualTo(2);
  }
}

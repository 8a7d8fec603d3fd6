package id.simpul.identity.internal.sf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Every character of ASCII and beyond, beside the grammar of RFC 9651 and RFC 9110. */
class CharsTest {
  private static void same(IntPredicate ours, String grammar) {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      assertThat(ours.test(c))
          .as(Integer.toHexString(c))
          .isEqualTo(String.valueOf((char) c).matches(grammar));
    }
  }

  @Test
  void classes_everyCharacter_areThoseOfTheGrammar() {
    same(c -> Chars.isDigit((char) c), "[0-9]");
    same(c -> Chars.isAlpha((char) c), "[A-Za-z]");
    same(c -> Chars.isPrintable((char) c), "[ -~]");
    same(c -> Chars.isAllPrintable("a" + (char) c), "[ -~]");
    same(c -> Chars.isTokenStart((char) c), "[A-Za-z*]");
    same(c -> Chars.isTokenPart((char) c), "[-!#$%&'*+.^_`|~0-9A-Za-z:/]");
  }
}

package id.simpul.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaNumberTest {
  /** RFC 8785, appendix B, and cases where a double has a narrow side. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2",
    "0010000000000000, 2.2250738585072014e-308",
    "4350000000000000, 18014398509481984",
    "4360000000000000, 36028797018963970",
    "3c90000000000000, 5.551115123125783e-17",
    "3ff0000000000000, 1",
    "3fb999999999999a, 0.1",
    "3fd3333333333334, 0.30000000000000004"
  })
  void toString_knownDoubles_areWrittenAsEcmaScriptDoes(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    assertThat(EcmaNumber.toString(value)).isEqualTo(expected);
  }

  @Test
  void toString_doublesAtRandom_areReadBackAndNoDigitTooLong() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    int checked = 0;
    while (checked < 5_000) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value) && value != 0) {
        check(value, seed);
        checked++;
      }
    }
  }

  @Test
  void toString_powersOfTwoAndTheirNeighbours_areReadBackAndNoDigitTooLong() {
    for (int power = Double.MIN_EXPONENT - 52; power <= Double.MAX_EXPONENT; power++) {
      double value = Math.scalb(1.0, power);
      check(value, 0);
      check(Math.nextUp(value), 0);
      if (power > Double.MIN_EXPONENT - 52) {
        check(Math.nextDown(value), 0);
      }
    }
  }

  private static void check(double value, long seed) {
    String text = EcmaNumber.toString(value);
    assertThat(Double.parseDouble(text)).as("seed %d", seed).isEqualTo(value);
    int digits = new BigDecimal(text).stripTrailingZeros().precision();
    if (digits > 1 && !isExact(value)) {
      // Neither of the two decimals around the value with one digit less means the value.
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
        BigDecimal shorter = new BigDecimal(value).round(new MathContext(digits - 1, mode));
        assertThat(Double.parseDouble(shorter.toString())).as(text).isNotEqualTo(value);
      }
    }
  }

  private static boolean isExact(double value) {
    return Math.abs(value) < 0x1p53 && value == Math.rint(value);
  }
}

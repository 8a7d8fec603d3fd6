package id.simpul.core.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles as ECMAScript writes them ({@code Number::toString}, ECMA-262, section 6.1.6.1.20): the
 * fewest digits that still mean the double, and among those the ones closest to it.
 *
 * <p>{@link Double#toString} will not do: before JDK 19 it sometimes gives a digit too many, and
 * since then it still gives two digits where one is enough, and another notation. Here the number
 * of digits is found by bisection over the exact decimal value: what so many digits can say, one
 * digit more can say too.
 */
final class EcmaNumber {
  /** Digits that tell any two doubles apart. */
  private static final int MAX_DIGITS = 17;

  private static final MathContext HEAD = new MathContext(MAX_DIGITS + 2, RoundingMode.DOWN);

  /** Whole numbers below this have at most 16 digits and are exact, so the digits are theirs. */
  private static final double EXACT_WHOLE = 0x1p53;

  /** From 10 to this power on, and below 10 to the other, an exponent is written. */
  private static final int MAX_PLAIN_POWER = 21;

  private static final int MIN_PLAIN_POWER = -6;

  private EcmaNumber() {}

  /** The text of a finite number; both zeros are {@code 0}. */
  static String toString(double value) {
    if (value == 0) {
      return "0";
    }
    double size = Math.abs(value);
    String sign = value < 0 ? "-" : "";
    if (size < EXACT_WHOLE && size == Math.rint(size)) {
      return sign + (long) size;
    }
    return sign + format(shortest(size));
  }

  private static BigDecimal shortest(double value) {
    BigDecimal exact = head(new BigDecimal(value));
    int tooFew = 0;
    BigDecimal found = closest(exact, MAX_DIGITS, value);
    int enough = MAX_DIGITS;
    while (enough - tooFew > 1) {
      int digits = (tooFew + enough) / 2;
      BigDecimal candidate = closest(exact, digits, value);
      if (candidate.doubleValue() == value) {
        enough = digits;
        found = candidate;
      } else {
        tooFew = digits;
      }
    }
    return found.stripTrailingZeros();
  }

  /**
   * The first digits, and a last one for the up to 750 that follow: enough for every rounding here
   * to end as that of the whole would, and much cheaper.
   */
  private static BigDecimal head(BigDecimal exact) {
    BigDecimal head = exact.round(HEAD);
    return head.compareTo(exact) == 0 ? head : head.add(head.ulp().movePointLeft(1));
  }

  /** The closest decimal of so many digits, but one that means the value if there is any. */
  private static BigDecimal closest(BigDecimal exact, int digits, double value) {
    BigDecimal nearest = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (nearest.doubleValue() == value) {
      return nearest;
    }
    // The doubles below a power of two lie closer than those above it, so that the decimal on the
    // other side may mean the value although it is farther away.
    boolean below = nearest.compareTo(exact) < 0;
    RoundingMode other = below ? RoundingMode.UP : RoundingMode.DOWN;
    return exact.round(new MathContext(digits, other));
  }

  private static String format(BigDecimal decimal) {
    String digits = decimal.unscaledValue().toString();
    int power = digits.length() - decimal.scale();
    if (power > MAX_PLAIN_POWER || power <= MIN_PLAIN_POWER) {
      return exponential(digits, power - 1);
    }
    if (power >= digits.length()) {
      return digits + "0".repeat(power - digits.length());
    }
    return power > 0
        ? digits.substring(0, power) + "." + digits.substring(power)
        : "0." + "0".repeat(-power) + digits;
  }

  private static String exponential(String digits, int exponent) {
    String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
    return digits.charAt(0) + fraction + (exponent < 0 ? "e-" : "e+") + Math.abs(exponent);
  }
}

package id.simpul.health.internal.cbor;

import java.util.OptionalInt;

/** Numbers of 16 bits (IEEE 754 binary16; RFC 8949, appendix D). */
final class HalfFloat {
  private static final int MANTISSA_BITS = 10;
  private static final int EXPONENT_MASK = 0x1f;
  private static final int EXPONENT_BIAS = 15;
  private static final int MANTISSA_MASK = (1 << MANTISSA_BITS) - 1;
  private static final int SIGN = 0x8000;
  private static final int INFINITY = 0x7c00;
  private static final int NAN = 0x7e00;

  private HalfFloat() {}

  static double decode(int bits) {
    int exponent = (bits >>> MANTISSA_BITS) & EXPONENT_MASK;
    int mantissa = bits & MANTISSA_MASK;
    double magnitude;
    if (exponent == 0) {
      magnitude = Math.scalb((double) mantissa, 1 - EXPONENT_BIAS - MANTISSA_BITS);
    } else if (exponent == EXPONENT_MASK) {
      magnitude = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      magnitude =
          Math.scalb(
              (double) (mantissa | (1 << MANTISSA_BITS)), exponent - EXPONENT_BIAS - MANTISSA_BITS);
    }
    return (bits & SIGN) == 0 ? magnitude : -magnitude;
  }

  /** The 16 bits of a number, or empty when it needs more. */
  static OptionalInt encode(double value) {
    if (Double.isNaN(value)) {
      return OptionalInt.of(NAN);
    }
    int sign = Double.doubleToRawLongBits(value) < 0 ? SIGN : 0;
    double magnitude = Math.abs(value);
    int candidate = sign | magnitude(magnitude);
    boolean same = Double.doubleToLongBits(decode(candidate)) == Double.doubleToLongBits(value);
    return same ? OptionalInt.of(candidate) : OptionalInt.empty();
  }

  /** The nearest below, which is the number itself when it fits. */
  private static int magnitude(double value) {
    if (Double.isInfinite(value)) {
      return INFINITY;
    }
    int exponent = Math.max(Math.getExponent(value), 1 - EXPONENT_BIAS);
    if (exponent > EXPONENT_BIAS) {
      return 0;
    }
    int mantissa = (int) Math.scalb(value, MANTISSA_BITS - exponent);
    boolean subnormal = mantissa < (1 << MANTISSA_BITS);
    int biased = subnormal ? 0 : exponent + EXPONENT_BIAS;
    return (biased << MANTISSA_BITS) | (mantissa & MANTISSA_MASK);
  }
}

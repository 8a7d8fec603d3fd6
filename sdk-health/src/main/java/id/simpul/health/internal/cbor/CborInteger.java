package id.simpul.health.internal.cbor;

import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * An integer from -2^64 to 2^64-1 (RFC 8949, section 3.1, major types 0 and 1).
 *
 * @param negative whether its value is -1 minus the argument
 * @param argument 64 bits without sign
 */
public record CborInteger(boolean negative, long argument) implements CborValue {
  /**
   * The integer of a number.
   *
   * @param value any number
   * @return the integer
   */
  public static CborInteger of(long value) {
    return new CborInteger(value < 0, value < 0 ? ~value : value);
  }

  /**
   * Its value, when that is a long.
   *
   * @return the value, or empty when it is beyond the range
   */
  public OptionalLong asLong() {
    if (argument < 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(negative ? ~argument : argument);
  }

  /**
   * Its value.
   *
   * @return the exact number
   */
  public BigInteger value() {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(argument));
    return negative ? unsigned.not() : unsigned;
  }

  @Override
  public String toString() {
    return "integer";
  }
}

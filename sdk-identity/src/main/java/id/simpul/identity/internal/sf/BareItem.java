package id.simpul.identity.internal.sf;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One value of a structured field (RFC 9651, 3.3). Each kind refuses what cannot be written, so a
 * value that exists can be serialised.
 */
public sealed interface BareItem {
  /** The largest integer, fifteen nines. */
  long MAX_INTEGER = 999_999_999_999_999L;

  /** Digits a decimal may have before its point. */
  int MAX_DECIMAL_INTEGER_DIGITS = 12;

  /** Digits a decimal may have after its point. */
  int MAX_DECIMAL_FRACTION_DIGITS = 3;

  /**
   * A whole number.
   *
   * @param value at most fifteen digits
   */
  record IntegerItem(long value) implements BareItem {
    /** Checks the range. */
    public IntegerItem {
      checkRange(value);
    }
  }

  /**
   * A decimal number.
   *
   * @param value at most twelve digits before the point; rounded to three after it, half to even
   */
  record DecimalItem(BigDecimal value) implements BareItem {
    /** Rounds and checks the range (RFC 9651, 4.1.5). */
    public DecimalItem {
      value = value.setScale(MAX_DECIMAL_FRACTION_DIGITS, RoundingMode.HALF_EVEN);
      if (value.precision() - value.scale() > MAX_DECIMAL_INTEGER_DIGITS) {
        throw new IllegalArgumentException("A decimal has at most 12 digits before its point");
      }
    }
  }

  /**
   * A string.
   *
   * @param value printable ASCII
   */
  record StringItem(String value) implements BareItem {
    /** Checks the characters. */
    public StringItem {
      if (!Chars.isAllPrintable(value)) {
        throw new IllegalArgumentException("A string holds printable ASCII only");
      }
    }
  }

  /**
   * A token.
   *
   * @param value a letter or star, then token characters, colons and slashes
   */
  record TokenItem(String value) implements BareItem {
    /** Checks the characters. */
    public TokenItem {
      if (value.isEmpty()
          || !Chars.isTokenStart(value.charAt(0))
          || !value.chars().allMatch(c -> Chars.isTokenPart((char) c))) {
        throw new IllegalArgumentException("Not a token");
      }
    }
  }

  /**
   * A byte sequence.
   *
   * @param value the bytes; not copied, so they must not be changed
   */
  @SuppressWarnings("ArrayRecordComponent") // equality is by content, and copying would cost
  record BytesItem(byte[] value) implements BareItem {
    /** Checks that there are bytes to hold. */
    public BytesItem {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public boolean equals(Object o) {
      return o instanceof BytesItem other && Arrays.equals(value, other.value);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(value);
    }

    @Override
    public String toString() {
      return value.length + " bytes";
    }
  }

  /**
   * True or false.
   *
   * @param value the value
   */
  record BooleanItem(boolean value) implements BareItem {
    /** True, the value of a key that stands alone. */
    public static final BooleanItem TRUE = new BooleanItem(true);
  }

  /**
   * A point in time, in seconds.
   *
   * @param value a whole second, at most fifteen digits from 1970
   */
  record DateItem(Instant value) implements BareItem {
    /** Checks the range. */
    public DateItem {
      if (value.getNano() != 0) {
        throw new IllegalArgumentException("A date has whole seconds");
      }
      checkRange(value.getEpochSecond());
    }
  }

  /**
   * A string for people.
   *
   * @param value Unicode without lone surrogates
   */
  record DisplayStringItem(String value) implements BareItem {
    /** Checks that every character can be encoded. */
    public DisplayStringItem {
      if (value.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff)) {
        throw new IllegalArgumentException("A lone surrogate is not a character");
      }
    }
  }

  private static void checkRange(long value) {
    if (value > MAX_INTEGER || value < -MAX_INTEGER) {
      throw new IllegalArgumentException("An integer has at most 15 digits");
    }
  }
}

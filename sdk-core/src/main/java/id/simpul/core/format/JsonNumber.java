package id.simpul.core.format;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A JSON number, kept as it was written, so that {@code 37.50} stays {@code 37.50}.
 *
 * @param lexeme the number by the grammar of RFC 8259, section 6
 */
public record JsonNumber(String lexeme) implements JsonValue {
  /** Checks the grammar. */
  public JsonNumber {
    Objects.requireNonNull(lexeme, "lexeme");
    if (!isNumber(lexeme)) {
      throw new IllegalArgumentException("Not a JSON number");
    }
  }

  private static boolean isNumber(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    int at = digits(text, start);
    if (at == start || (text.charAt(start) == '0' && at > start + 1)) {
      return false;
    }
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = at + 1;
      at = digits(text, fraction);
      if (at == fraction) {
        return false;
      }
    }
    if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
      boolean signed = text.startsWith("+", at + 1) || text.startsWith("-", at + 1);
      int exponent = signed ? at + 2 : at + 1;
      at = digits(text, exponent);
      if (at == exponent) {
        return false;
      }
    }
    return at == text.length();
  }

  /** Where the digits end that begin here. */
  private static int digits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /**
   * A whole number.
   *
   * @param value the number
   * @return its JSON form
   */
  public static JsonNumber of(long value) {
    return new JsonNumber(Long.toString(value));
  }

  /**
   * A decimal number, written without exponent and with its scale.
   *
   * @param value the number
   * @return its JSON form
   */
  public static JsonNumber of(BigDecimal value) {
    return new JsonNumber(value.toPlainString());
  }

  /**
   * The exact value. Cheap whatever the exponent; arithmetic on a huge exponent is not.
   *
   * @return the value with its scale
   * @throws NumberFormatException when the exponent does not fit an {@code int}
   */
  public BigDecimal toBigDecimal() {
    return new BigDecimal(lexeme);
  }

  @Override
  public String type() {
    return "number";
  }

  /** Nothing of it: a number may be somebody's. */
  @Override
  public String toString() {
    return "JsonNumber";
  }
}

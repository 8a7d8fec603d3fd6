package id.simpul.core.format;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A JSON number, kept as it was written, so that {@code 37.50} stays {@code 37.50}.
 *
 * @param lexeme the number by the grammar of RFC 8259, section 6
 */
public record JsonNumber(String lexeme) implements JsonValue {
  private static final Pattern GRAMMAR =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  /** Checks the grammar. */
  public JsonNumber {
    Objects.requireNonNull(lexeme, "lexeme");
    if (!GRAMMAR.matcher(lexeme).matches()) {
      throw new IllegalArgumentException("Not a JSON number");
    }
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
}

package id.simpul.reporting.internal;

import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import java.math.BigDecimal;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values without parts that GeoReport uses. */
public final class Scalars {
  /**
   * The most digits behind the point, and the most zeros before it that an exponent may stand for.
   */
  public static final int MAX_SCALE = 30;

  /** A text, its white space kept. */
  public static final Scalar<String> TEXT =
      Scalar.of("a text", Function.identity(), Function.identity());

  /** A text without white space around it. */
  public static final Scalar<String> WORD = Scalar.of("a text", String::strip, Function.identity());

  /** Yes or no. */
  public static final Scalar<Boolean> FLAG =
      Scalar.of("true or false", Scalars::parseFlag, v -> v ? "true" : "false")
          .literal(t -> JsonBoolean.of(t.equals("true")));

  /** A decimal number. */
  public static final Scalar<BigDecimal> DECIMAL =
      Scalar.of("a decimal number", Scalars::parseDecimal, BigDecimal::toPlainString)
          .literal(JsonNumber::new);

  /** A whole number. */
  public static final Scalar<Integer> INTEGER =
      Scalar.of("a whole number", Scalars::parseInteger, v -> Integer.toString(v))
          .literal(JsonNumber::new);

  /** Date and time in whole seconds with offset; a fraction is read and dropped. */
  public static final Scalar<OffsetDateTime> TIME =
      Scalar.of("a date and time with offset", t -> Times.parse(t.strip()), Times::format);

  /** Texts separated by commas. */
  public static final Scalar<List<String>> COMMA_LIST =
      Scalar.of("a list of words", Scalars::parseCommaList, v -> String.join(", ", v));

  /** An absolute URI. */
  public static final Scalar<URI> ABSOLUTE_URI =
      Scalar.of("an absolute URL", Scalars::parseUri, URI::toString);

  private Scalars() {}

  /**
   * A value with a text form of its own, without white space around it.
   *
   * @param expected what is expected, for messages
   * @param parse makes the value, empty when the text has another form
   * @param format makes the text
   * @param <V> the value
   * @return the type
   */
  public static <V> Scalar<V> code(
      String expected, Function<String, Optional<V>> parse, Function<V, String> format) {
    return Scalar.of(expected, t -> parse.apply(t.strip()).orElse(null), format);
  }

  private static @Nullable Boolean parseFlag(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Boolean.TRUE;
      case "false", "0" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static @Nullable BigDecimal parseDecimal(String text) {
    try {
      BigDecimal number = new BigDecimal(text.strip());
      // An exponent can stand for more zeros than memory holds.
      return Math.abs((long) number.scale()) > MAX_SCALE ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static @Nullable Integer parseInteger(String text) {
    try {
      return Integer.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static List<String> parseCommaList(String text) {
    List<String> words = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String word = text.substring(start, end).strip();
      if (!word.isEmpty()) {
        words.add(word);
      }
      start = end + 1;
    }
    return words;
  }

  private static @Nullable URI parseUri(String text) {
    try {
      URI uri = URI.create(text.strip());
      return uri.isAbsolute() ? uri : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}

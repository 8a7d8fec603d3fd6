package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value without parts. Whatever literal JSON uses for it, it is read by its text, because servers
 * disagree on which to use: {@code 638344} and {@code "638344"}, {@code true} and {@code "true"}.
 *
 * @param <V> the value
 */
public final class Scalar<V> implements WireType<V> {
  private final String expected;
  private final Function<String, @Nullable V> parse;
  private final Function<V, String> format;
  private final Function<String, JsonValue> literal;

  private Scalar(
      String expected,
      Function<String, @Nullable V> parse,
      Function<V, String> format,
      Function<String, JsonValue> literal) {
    this.expected = Objects.requireNonNull(expected, "expected");
    this.parse = Objects.requireNonNull(parse, "parse");
    this.format = Objects.requireNonNull(format, "format");
    this.literal = Objects.requireNonNull(literal, "literal");
  }

  /**
   * A value written as a string.
   *
   * @param expected what is expected, for messages
   * @param parse makes the value from its text, null when the text has another form
   * @param format makes the text
   * @param <V> the value
   * @return the type
   */
  public static <V> Scalar<V> of(
      String expected, Function<String, @Nullable V> parse, Function<V, String> format) {
    return new Scalar<>(expected, parse, format, JsonString::new);
  }

  /**
   * This type with another literal in JSON.
   *
   * @param json makes the literal from the text
   * @return a copy
   */
  public Scalar<V> literal(Function<String, JsonValue> json) {
    return new Scalar<>(expected, parse, format, json);
  }

  @Override
  public JsonValue toJson(V value) {
    return literal.apply(format.apply(value));
  }

  @Override
  public @Nullable V fromJson(JsonValue json, Place at) throws FormatException {
    if (json instanceof JsonString string) {
      return read(string.value(), at);
    }
    if (json instanceof JsonNumber number) {
      return read(number.lexeme(), at);
    }
    if (json instanceof JsonBoolean bool) {
      return read(bool.value() ? "true" : "false", at);
    }
    if (json == JsonNull.NULL) {
      return null;
    }
    throw at.fail(expected + " is expected, not an " + json.type());
  }

  @Override
  public XmlElement toXml(String name, V value) {
    return XmlElement.text(name, format.apply(value));
  }

  @Override
  public @Nullable V fromXml(XmlElement xml, Place at) throws FormatException {
    if (!xml.children().isEmpty()) {
      throw at.fail(expected + " is expected, not elements");
    }
    return read(xml.text(), at);
  }

  private @Nullable V read(String text, Place at) throws FormatException {
    if (text.isBlank()) {
      return null;
    }
    V value = parse.apply(text);
    if (value == null) {
      throw at.fail(expected + " is expected");
    }
    return value;
  }
}

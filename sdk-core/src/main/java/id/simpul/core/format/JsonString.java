package id.simpul.core.format;

import java.util.Objects;

/**
 * A JSON string.
 *
 * @param value its characters, unescaped
 */
public record JsonString(String value) implements JsonValue {

  /** Checks that the value is given. */
  public JsonString {
    Objects.requireNonNull(value, "value");
  }

  @Override
  public String type() {
    return "string";
  }

  /** How long it is, and nothing of it. */
  @Override
  public String toString() {
    return "JsonString[" + value.length() + " characters]";
  }
}

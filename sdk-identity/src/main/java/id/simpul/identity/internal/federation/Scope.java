package id.simpul.identity.internal.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The parameter {@code scope} (RFC 7591, section 2): a string of words in metadata, an array of
 * strings to policy operators (OpenID Federation 1.1, section 6.1.3.1.8).
 */
final class Scope {
  static final String PARAMETER = "scope";

  private Scope() {}

  /**
   * The words of a scope.
   *
   * @param value a string or an array of strings; spaces part words in both, so that no operator
   *     can pass two words off as one
   * @return an array of strings, or null when it is neither
   */
  static @Nullable JsonArray words(JsonValue value) {
    List<JsonValue> words = new ArrayList<>();
    List<JsonValue> texts = value instanceof JsonArray array ? array.items() : List.of(value);
    for (JsonValue text : texts) {
      if (!(text instanceof JsonString string)) {
        return null;
      }
      split(string.value(), words);
    }
    return new JsonArray(words);
  }

  private static void split(String text, List<JsonValue> words) {
    for (int start = 0; start < text.length(); ) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      if (end > start) {
        words.add(new JsonString(text.substring(start, end)));
      }
      start = end + 1;
    }
  }

  /** The string of an array that {@link #words} made. */
  static JsonString text(JsonArray words) {
    StringJoiner text = new StringJoiner(" ");
    for (JsonValue word : words.items()) {
      text.add(((JsonString) word).value());
    }
    return new JsonString(text.toString());
  }
}

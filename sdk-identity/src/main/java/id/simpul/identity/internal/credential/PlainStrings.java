package id.simpul.identity.internal.credential;

import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON arrays of up to {@link #MAX_STRINGS} plain strings: printable ASCII without escapes, and no
 * white space but one space after a comma. Most disclosures are that. They are small and many, and
 * setting up a reader for all of JSON takes five times as long as looking at one.
 */
final class PlainStrings {
  /** As many as a disclosure has parts; whatever has more is left to the reader with limits. */
  static final int MAX_STRINGS = 3;

  private final byte[] json;
  private final List<JsonValue> strings = new ArrayList<>();
  private int at;

  private PlainStrings(byte[] json) {
    this.json = json;
  }

  /**
   * Reads such an array.
   *
   * @param json any bytes
   * @return its strings, one to {@link #MAX_STRINGS}, or empty when it is anything else, JSON or
   *     not
   */
  static Optional<List<JsonValue>> read(byte[] json) {
    PlainStrings reader = new PlainStrings(json);
    return reader.array() ? Optional.of(reader.strings) : Optional.empty();
  }

  private boolean array() {
    if (!take('[') || !string()) {
      return false;
    }
    while (take(',')) {
      take(' ');
      if (!string()) {
        return false;
      }
    }
    return take(']') && at == json.length;
  }

  private boolean string() {
    if (strings.size() == MAX_STRINGS || !take('"')) {
      return false;
    }
    int start = at;
    while (at < json.length && isPlain(json[at])) {
      at++;
    }
    strings.add(new JsonString(new String(json, start, at - start, StandardCharsets.ISO_8859_1)));
    return take('"');
  }

  private static boolean isPlain(byte b) {
    return b >= ' ' && b <= '~' && b != '"' && b != '\\';
  }

  private boolean take(char expected) {
    if (at < json.length && json[at] == expected) {
      at++;
      return true;
    }
    return false;
  }
}

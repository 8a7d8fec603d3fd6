package id.simpul.core.format;

import java.util.ArrayList;
import java.util.List;

/**
 * A JSON array.
 *
 * @param items the items, unmodifiable
 */
public record JsonArray(List<JsonValue> items) implements JsonValue {

  /** The array without items. */
  public static final JsonArray EMPTY = new JsonArray(List.of());

  /** Copies the items. */
  public JsonArray {
    items = List.copyOf(items);
  }

  /**
   * An array of strings.
   *
   * @param values the strings
   * @return the array
   */
  public static JsonArray ofStrings(Iterable<String> values) {
    List<JsonValue> items = new ArrayList<>();
    values.forEach(v -> items.add(new JsonString(v)));
    return new JsonArray(items);
  }

  @Override
  public String type() {
    return "array";
  }

  /** How many items it has, and nothing of them. */
  @Override
  public String toString() {
    return "JsonArray[" + items.size() + " items]";
  }
}

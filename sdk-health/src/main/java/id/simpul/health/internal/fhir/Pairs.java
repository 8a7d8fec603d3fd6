package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists of primitives beside the lists of their extensions (section 2.6.2.2). A null keeps the
 * place of what stands in the other list; where neither has anything there is no place to keep.
 * Made for one object; not thread-safe.
 */
final class Pairs {
  private final JsonObject object;

  /** What lists become that do not stay as they are, by name. */
  private final Map<String, List<JsonValue>> changed = new HashMap<>();

  private Pairs(JsonObject object) {
    this.object = object;
  }

  /**
   * Leaves out places that are empty in both lists, and lists that are empty in every place.
   *
   * @param raw the object as it came, some of whose names begin with an underscore
   * @param object what is left of it
   * @param type its type, or null when that is not described
   * @param walk takes the note of what is left out
   * @return the same, or what is left of that
   */
  static JsonObject tidy(JsonObject raw, JsonObject object, @Nullable Shape type, Walk walk) {
    Pairs pairs = new Pairs(object);
    for (String name : raw.members().keySet()) {
      // A second underscore makes no pair, or one list would stand in two.
      if (name.startsWith("_") && !name.startsWith("__")) {
        pairs.compare(name.substring(1), name);
      }
    }
    return pairs.changed.isEmpty() ? object : pairs.rebuilt(type, walk);
  }

  private void compare(String plain, String underscored) {
    List<JsonValue> values = items(plain);
    List<JsonValue> extensions = items(underscored);
    List<JsonValue> keptValues = new ArrayList<>(values.size());
    List<JsonValue> keptExtensions = new ArrayList<>(extensions.size());
    for (int i = 0; i < Math.max(values.size(), extensions.size()); i++) {
      if (isGiven(values, i) || isGiven(extensions, i)) {
        keep(values, i, keptValues);
        keep(extensions, i, keptExtensions);
      }
    }
    becomes(plain, values, keptValues);
    becomes(underscored, extensions, keptExtensions);
  }

  private List<JsonValue> items(String name) {
    return object.members().get(name) instanceof JsonArray array ? array.items() : List.of();
  }

  private static boolean isGiven(List<JsonValue> items, int at) {
    return at < items.size() && items.get(at) != JsonNull.NULL;
  }

  private static void keep(List<JsonValue> items, int at, List<JsonValue> kept) {
    if (at < items.size()) {
      kept.add(items.get(at));
    }
  }

  private void becomes(String name, List<JsonValue> before, List<JsonValue> after) {
    boolean nothing = after.stream().allMatch(v -> v == JsonNull.NULL);
    if (!before.isEmpty() && (nothing || after.size() < before.size())) {
      changed.put(name, nothing ? List.of() : after);
    }
  }

  private JsonObject rebuilt(@Nullable Shape type, Walk walk) {
    JsonObject.Builder kept = JsonObject.builder();
    for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
      List<JsonValue> items = changed.get(entry.getKey());
      if (items == null) {
        kept.put(entry.getKey(), entry.getValue());
        continue;
      }
      walk.leftOut(type, entry.getKey());
      if (!items.isEmpty()) {
        kept.put(entry.getKey(), new JsonArray(items));
      }
    }
    return kept.build();
  }
}

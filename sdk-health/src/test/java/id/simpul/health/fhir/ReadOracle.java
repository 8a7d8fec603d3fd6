package id.simpul.health.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What reading may change of a document, written down a second time and without a description of
 * types: what is empty goes, private copies go, and one value becomes a list of one.
 */
final class ReadOracle {
  private static final Set<String> PRIVATE = Set.of("encrypted", "plaintext");

  private ReadOracle() {}

  /**
   * The same without empty strings, lists, objects and private copies. In a list beside that of its
   * extensions a null stays while the other list has something in its place.
   *
   * @return what is left, or null when nothing is
   */
  static @Nullable JsonValue withoutEmpties(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object(object);
    }
    if (value instanceof JsonArray array) {
      List<JsonValue> kept = new ArrayList<>();
      for (JsonValue item : array.items()) {
        JsonValue now = withoutEmpties(item);
        if (now != null) {
          kept.add(now);
        }
      }
      return kept.isEmpty() ? null : new JsonArray(kept);
    }
    boolean empty =
        value == JsonNull.NULL || (value instanceof JsonString s && s.value().isEmpty());
    return empty ? null : value;
  }

  private static @Nullable JsonValue object(JsonObject object) {
    JsonObject.Builder kept = JsonObject.builder();
    boolean resource = object.members().containsKey("resourceType");
    object
        .members()
        .forEach((name, member) -> {
          String other = name.startsWith("_") ? name.substring(1) : "_" + name;
          JsonValue now =
              member instanceof JsonArray array
                      && object.members().get(other) instanceof JsonArray beside
                  ? places(array.items(), beside.items())
                  : withoutEmpties(member);
          if (now != null && !(resource && PRIVATE.contains(name))) {
            kept.put(name, now);
          }
        });
    return kept.build().members().isEmpty() ? null : kept.build();
  }

  private static @Nullable JsonValue places(List<JsonValue> items, List<JsonValue> beside) {
    List<JsonValue> kept = new ArrayList<>();
    boolean given = false;
    for (int i = 0; i < items.size(); i++) {
      JsonValue now = withoutEmpties(items.get(i));
      boolean held = i < beside.size() && withoutEmpties(beside.get(i)) != null;
      if (now != null || held) {
        kept.add(now == null ? JsonNull.NULL : now);
      }
      given |= now != null;
    }
    return given ? new JsonArray(kept) : null;
  }

  /** The same, with one value as a list of one wherever another document has such a list. */
  static JsonValue likeItsLists(JsonValue value, JsonValue other) {
    if (other instanceof JsonArray list
        && list.items().size() == 1
        && !(value instanceof JsonArray)) {
      return new JsonArray(List.of(likeItsLists(value, list.items().get(0))));
    }
    if (value instanceof JsonArray one && other instanceof JsonArray two) {
      List<JsonValue> items = new ArrayList<>();
      for (int i = 0; i < one.items().size(); i++) {
        JsonValue item = one.items().get(i);
        items.add(i < two.items().size() ? likeItsLists(item, two.items().get(i)) : item);
      }
      return new JsonArray(items);
    }
    if (value instanceof JsonObject one && other instanceof JsonObject two) {
      JsonObject.Builder members = JsonObject.builder();
      one.members()
          .forEach((name, member) -> {
            JsonValue beside = two.members().get(name);
            members.put(name, beside == null ? member : likeItsLists(member, beside));
          });
      return members.build();
    }
    return value;
  }
}

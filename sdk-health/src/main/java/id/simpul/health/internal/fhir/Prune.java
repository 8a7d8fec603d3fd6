package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.fhir.FhirProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Leaves out what is empty from values nothing is known of. */
// What is the very object it was has not been repaired.
@SuppressWarnings("ReferenceEquality")
final class Prune {
  static final String EMPTY = "an empty value is left out";

  private final Walk walk;

  Prune(Walk walk) {
    this.walk = walk;
  }

  /** Nothing, {@code ""}, an object without members or an array without items. */
  static boolean isEmpty(JsonValue value) {
    return value == JsonNull.NULL
        || (value instanceof JsonString s && s.value().isEmpty())
        || (value instanceof JsonObject o && o.members().isEmpty())
        || (value instanceof JsonArray a && a.items().isEmpty());
  }

  /**
   * Any value.
   *
   * @param keepPlaces whether a second list counts on the places of this one
   * @return the same, what is left of it, or null when nothing is
   */
  @Nullable JsonValue value(JsonValue value, boolean keepPlaces) {
    JsonValue kept = value;
    if (value instanceof JsonObject object) {
      kept = object(object);
    } else if (value instanceof JsonArray array) {
      kept = array(array, keepPlaces);
    }
    if (isEmpty(kept)) {
      walk.note(FhirProblem.Kind.REPAIRED, Violation.REQUIRED, EMPTY);
      return null;
    }
    return kept;
  }

  /** An object of a type that is not described; whatever has a resourceType is a resource. */
  JsonObject object(JsonObject object) {
    boolean resource = object.members().containsKey("resourceType");
    JsonObject.Builder kept = JsonObject.builder();
    boolean same = true;
    boolean paired = false;
    for (Map.Entry<String, JsonValue> entry : object.members().entrySet()) {
      String name = entry.getKey();
      walk.place().enter(null, name);
      JsonValue now = member(object, name, entry.getValue(), resource);
      walk.place().leave();
      same &= now == entry.getValue();
      paired |= name.startsWith("_");
      if (now != null) {
        kept.put(name, now);
      }
    }
    JsonObject result = same ? object : kept.build();
    return paired ? Pairs.tidy(object, result, null, walk) : result;
  }

  private @Nullable JsonValue member(
      JsonObject object, String name, JsonValue value, boolean resource) {
    if (resource && Walk.PRIVATE_MEMBERS.contains(name)) {
      walk.note(FhirProblem.Kind.REPAIRED, Violation.UNSUPPORTED, "a private copy is left out");
      return null;
    }
    return value(value, isPaired(object, name));
  }

  /**
   * Whether a list has another beside it, {@code _x} beside {@code x}, that counts on its places.
   */
  static boolean isPaired(JsonObject object, String name) {
    return name.startsWith("_")
        ? !name.startsWith("__") && object.members().containsKey(name.substring(1))
        : object.members().containsKey("_" + name);
  }

  private JsonArray array(JsonArray array, boolean keepPlaces) {
    List<JsonValue> kept = new ArrayList<>(array.items().size());
    boolean same = true;
    for (int i = 0; i < array.items().size(); i++) {
      walk.place().item(i);
      JsonValue item = array.items().get(i);
      JsonValue now = keepPlaces && item == JsonNull.NULL ? item : value(item, false);
      if (now == null && keepPlaces) {
        now = JsonNull.NULL;
      }
      same &= now == item;
      if (now != null) {
        kept.add(now);
      }
    }
    walk.place().whole();
    return same ? array : new JsonArray(kept);
  }
}

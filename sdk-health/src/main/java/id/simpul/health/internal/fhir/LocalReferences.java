package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** References of a resource to those it contains (constraints {@code ref-1} and {@code dom-3}). */
final class LocalReferences {
  private final Map<String, String> placeOf = new LinkedHashMap<>();

  void refer(String reference, Place place) {
    if (reference.startsWith("#")) {
      placeOf.putIfAbsent(reference.substring(1), place.toString());
    }
  }

  void check(JsonObject resource, Walk walk) {
    Set<String> contained = ids(resource);
    placeOf.forEach((id, place) -> {
      if (!id.isEmpty() && !contained.contains(id)) {
        walk.invalid("ref-1", place, "points at nothing the resource contains");
      }
    });
    if (contained.isEmpty()) {
      return;
    }
    Set<String> used = new HashSet<>();
    fragments(resource, used);
    // A contained resource may point back at what contains it instead.
    if (!used.contains("") && !used.containsAll(contained)) {
      walk.invalid("dom-3", walk.place().with("contained"), "holds a resource nothing points at");
    }
  }

  /** References, canonical URLs and URIs alike may point within a resource. */
  private static void fragments(JsonValue value, Set<String> found) {
    if (value instanceof JsonObject object) {
      object.members().values().forEach(v -> fragments(v, found));
    } else if (value instanceof JsonArray array) {
      array.items().forEach(v -> fragments(v, found));
    } else if (value instanceof JsonString text && text.value().startsWith("#")) {
      found.add(text.value().substring(1));
    }
  }

  private static Set<String> ids(JsonObject resource) {
    Set<String> ids = new TreeSet<>();
    if (resource.members().get("contained") instanceof JsonArray contained) {
      for (JsonValue item : contained.items()) {
        if (item instanceof JsonObject object
            && object.members().get("id") instanceof JsonString id) {
          ids.add(id.value());
        }
      }
    }
    return ids;
  }
}

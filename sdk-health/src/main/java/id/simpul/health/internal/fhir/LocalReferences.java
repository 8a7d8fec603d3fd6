package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** References of a resource to those it contains (constraints {@code ref-1} and {@code dom-3}). */
final class LocalReferences {
  private final Map<String, String> placeOf = new LinkedHashMap<>();

  void refer(String reference, Place place) {
    if (reference.startsWith("#")) {
      placeOf.putIfAbsent(reference.substring(1), place.toString());
    }
  }

  void check(JsonObject resource, Walk walk) {
    List<JsonObject> contained = Facts.objects(resource, "contained");
    Set<String> ids = ids(contained, walk);
    placeOf.forEach((id, place) -> {
      if (!id.isEmpty() && !ids.contains(id)) {
        walk.invalid(Examined.DANGLING, place, "points at nothing the resource contains");
      }
    });
    if (contained.isEmpty()) {
      return;
    }
    Set<String> used = new HashSet<>();
    fragments(resource, used);
    for (JsonObject one : contained) {
      if (!used.contains(Facts.text(one, "id")) && !pointsBack(one)) {
        walk.invalid("dom-3", walk.place().with("contained"), "holds a resource nothing points at");
        return;
      }
    }
  }

  /** A contained resource may point at what contains it instead of being pointed at. */
  private static boolean pointsBack(JsonObject contained) {
    Set<String> own = new HashSet<>();
    fragments(contained, own);
    return own.contains("");
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

  private static Set<String> ids(List<JsonObject> contained, Walk walk) {
    String where = walk.place().with("contained");
    Set<String> ids = new HashSet<>();
    for (JsonObject one : contained) {
      String id = Facts.text(one, "id");
      if (id.isEmpty()) {
        walk.invalid(Violation.REQUIRED, where, "a contained resource has an id");
      } else if (!ids.add(id)) {
        walk.invalid(Violation.CONFLICT, where, "two contained resources have one id");
      }
    }
    return ids;
  }
}

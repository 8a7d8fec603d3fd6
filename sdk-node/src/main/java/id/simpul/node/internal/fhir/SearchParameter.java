package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A search parameter of one kind of resource (FHIR R4, section 3.1.1.4).
 *
 * @param name its name
 * @param kind how its values are compared
 * @param path the members that lead to what is compared, from the resource on
 * @param target the one kind of resource a reference may point at, {@code ""} for any
 */
record SearchParameter(String name, Kind kind, List<String> path, String target) {
  /** How values are compared. */
  enum Kind {
    /** By its beginning, whatever its case and accents. */
    STRING("string"),
    /** By system and code. */
    TOKEN("token"),
    /** By what it points at. */
    REFERENCE("reference"),
    /** By year, month and day. */
    DATE("date");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The standard's word. */
    String word() {
      return word;
    }
  }

  static SearchParameter of(String name, Kind kind, String... path) {
    return new SearchParameter(name, kind, List.of(path), "");
  }

  static SearchParameter patient(String... path) {
    return new SearchParameter("patient", Kind.REFERENCE, List.of(path), "Patient");
  }

  /** Whether it holds references, and those to a kind of resource. */
  boolean mayPointAt(String resourceType) {
    return kind == Kind.REFERENCE && (target.isEmpty() || target.equals(resourceType));
  }

  /** What a resource says there. */
  List<JsonValue> values(JsonObject resource) {
    List<JsonValue> values = new ArrayList<>();
    collect(resource, 0, values);
    return values;
  }

  private void collect(JsonValue value, int depth, List<JsonValue> values) {
    if (value instanceof JsonArray array) {
      array.items().forEach(item -> collect(item, depth, values));
    } else if (depth == path.size()) {
      values.add(value);
    } else if (value instanceof JsonObject object) {
      object.get(path.get(depth)).ifPresent(member -> collect(member, depth + 1, values));
    }
  }
}

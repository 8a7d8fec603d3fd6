package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.health.JsonPatch;
import id.simpul.node.internal.http.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries out the changes of a JSON Patch (RFC 6902): {@code add} and {@code replace}. */
final class PatchedJson {
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,5}");
  private static final String LAST = "-";

  private PatchedJson() {}

  /**
   * Changes a document.
   *
   * @param document the document
   * @param patch the changes, carried out in order
   * @return the changed document
   * @throws Refusal when a change cannot be carried out; nothing is changed
   */
  static JsonValue of(JsonValue document, JsonPatch patch) {
    JsonValue changed = document;
    List<JsonPatch.Change> changes = patch.changes();
    for (int i = 0; i < changes.size(); i++) {
      JsonPatch.Change change = changes.get(i);
      JsonValue next = change(changed, steps(change.path()), 0, change);
      if (next == null) {
        throw Refusal.of(
            422,
            Violation.UNSUPPORTED,
            "/" + i + "/path",
            "leads to nothing that could be changed so");
      }
      changed = next;
    }
    return changed;
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.substring(1).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return steps;
  }

  private static @Nullable JsonValue change(
      @Nullable JsonValue value, List<String> steps, int depth, JsonPatch.Change change) {
    if (depth == steps.size()) {
      return change.op() == JsonPatch.Op.ADD || value != null ? change.value() : null;
    }
    String step = steps.get(depth);
    boolean last = depth == steps.size() - 1;
    if (value instanceof JsonObject object) {
      JsonValue member = change(object.get(step).orElse(null), steps, depth + 1, change);
      return member == null ? null : with(object, step, member);
    }
    if (value instanceof JsonArray array) {
      return last && change.op() == JsonPatch.Op.ADD
          ? inserted(array, step, change.value())
          : replaced(array, steps, depth, change);
    }
    return null;
  }

  private static JsonObject with(JsonObject object, String name, JsonValue member) {
    return JsonObject.builder().putAll(object).put(name, member).build();
  }

  private static @Nullable JsonValue inserted(JsonArray array, String step, JsonValue value) {
    int index = step.equals(LAST) ? array.items().size() : index(step);
    if (index < 0 || index > array.items().size()) {
      return null;
    }
    List<JsonValue> items = new ArrayList<>(array.items());
    items.add(index, value);
    return new JsonArray(items);
  }

  private static @Nullable JsonValue replaced(
      JsonArray array, List<String> steps, int depth, JsonPatch.Change change) {
    int index = index(steps.get(depth));
    if (index < 0 || index >= array.items().size()) {
      return null;
    }
    JsonValue item = change(array.items().get(index), steps, depth + 1, change);
    if (item == null) {
      return null;
    }
    List<JsonValue> items = new ArrayList<>(array.items());
    items.set(index, item);
    return new JsonArray(items);
  }

  private static int index(String step) {
    return INDEX.matcher(step).matches() ? Integer.parseInt(step) : -1;
  }
}

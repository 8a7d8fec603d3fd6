package id.simpul.health;

import id.simpul.core.ValidationException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Changes to a resource as JSON Patch (RFC 6902), of which SATUSEHAT takes {@code replace} and
 * {@code add} alone. {@code toString} shows no value. Immutable.
 */
public final class JsonPatch {
  /** The most changes in one patch. */
  public static final int MAX_CHANGES = 100;

  private final List<Change> changes;

  private JsonPatch(List<Change> changes) {
    this.changes = List.copyOf(changes);
  }

  /** What a change does. */
  public enum Op {
    /** Gives a member that is there another value. */
    REPLACE("replace"),
    /** Adds a member or an item. */
    ADD("add");

    private final String word;

    Op(String word) {
      this.word = word;
    }
  }

  /**
   * One change.
   *
   * @param op what it does
   * @param path a JSON pointer (RFC 6901) to what is changed
   * @param value the new value
   */
  public record Change(Op op, String path, JsonValue value) {
    /** Checks that all members are given. */
    public Change {
      Objects.requireNonNull(op, "op");
      Objects.requireNonNull(path, "path");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return op + " " + path;
    }
  }

  /**
   * Starts a patch.
   *
   * @return a builder without changes
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A patch read from its document.
   *
   * @param document the document
   * @return the patch
   * @throws ValidationException with every violation
   */
  public static JsonPatch of(JsonArray document) {
    Builder builder = new Builder();
    List<JsonValue> items = document.items();
    for (int i = 0; i < items.size(); i++) {
      builder.read(items.get(i), "/" + i);
    }
    return builder.build();
  }

  /**
   * The changes in order.
   *
   * @return an unmodifiable list with at least one entry
   */
  public List<Change> changes() {
    return changes;
  }

  /**
   * The document that is sent.
   *
   * @return a JSON array
   */
  public JsonArray toJson() {
    List<JsonValue> items = new ArrayList<>();
    for (Change change : changes) {
      items.add(
          JsonObject.builder()
              .put("op", change.op().word)
              .put("path", change.path())
              .put("value", change.value())
              .build());
    }
    return new JsonArray(items);
  }

  @Override
  public String toString() {
    return "JsonPatch" + changes;
  }

  /** Collects changes. Not thread-safe. */
  public static final class Builder {
    private final List<Change> changes = new ArrayList<>();
    private final List<Violation> violations = new ArrayList<>();

    private Builder() {}

    /**
     * Gives a member that is there another value.
     *
     * @param path a JSON pointer, {@code /name}
     * @param value the value
     * @return this
     */
    public Builder replace(String path, JsonValue value) {
      return change(new Change(Op.REPLACE, path, value));
    }

    /**
     * Gives a member that is there another text.
     *
     * @param path a JSON pointer, {@code /name}
     * @param value the text
     * @return this
     */
    public Builder replace(String path, String value) {
      return replace(path, new JsonString(value));
    }

    /**
     * Adds a member, or an item at the end of a list with {@code /-} at the end of the path.
     *
     * @param path a JSON pointer
     * @param value the value
     * @return this
     */
    public Builder add(String path, JsonValue value) {
      return change(new Change(Op.ADD, path, value));
    }

    private Builder change(Change change) {
      if (!change.path().startsWith("/")) {
        violations.add(
            new Violation(
                Violation.MALFORMED, "/" + changes.size() + "/path", "a path begins with a slash"));
      }
      changes.add(change);
      return this;
    }

    private void read(JsonValue item, String where) {
      if (item instanceof JsonObject object
          && object.members().get("path") instanceof JsonString path
          && object.members().containsKey("value")) {
        JsonValue value = object.get("value").orElseThrow();
        for (Op op : Op.values()) {
          if (new JsonString(op.word).equals(object.members().get("op"))) {
            change(new Change(op, path.value(), value));
            return;
          }
        }
      }
      violations.add(
          new Violation(
              Violation.UNSUPPORTED,
              where,
              "a change is a replace or an add of a value at a path"));
    }

    /**
     * Makes the patch.
     *
     * @return the patch
     * @throws ValidationException with every violation
     */
    public JsonPatch build() {
      if (changes.isEmpty() && violations.isEmpty()) {
        violations.add(new Violation(Violation.REQUIRED, "", "a patch changes something"));
      }
      if (changes.size() > MAX_CHANGES) {
        violations.add(
            new Violation(Violation.LENGTH, "", "at most " + MAX_CHANGES + " changes are allowed"));
      }
      if (!violations.isEmpty()) {
        throw new ValidationException("JsonPatch", violations);
      }
      return new JsonPatch(changes);
    }
  }
}

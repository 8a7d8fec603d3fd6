package id.simpul.core.format;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object; members keep their order and names are unique.
 *
 * @param members the members, unmodifiable, in document order
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

  /** The object without members. */
  public static final JsonObject EMPTY = new JsonObject(Map.of());

  /** Copies the members. */
  public JsonObject {
    members = members instanceof Members ? members : Members.copyOf(members);
  }

  /**
   * Starts an object.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A member's value.
   *
   * @param name the member's name
   * @return its value, which may be {@link JsonNull}, or empty when there is no such member
   */
  public Optional<JsonValue> get(String name) {
    return Optional.ofNullable(members.get(name));
  }

  @Override
  public String type() {
    return "object";
  }

  /** How many members it has, and nothing of them: names may be of the document's own choosing. */
  @Override
  public String toString() {
    return "JsonObject[" + members.size() + " members]";
  }

  /** Collects members in order; a second value for a name replaces the first. Not thread-safe. */
  public static final class Builder {
    private Members members = new Members();
    private boolean handedOver;

    private Builder() {}

    /**
     * Adds a member.
     *
     * @param name its name
     * @param value its value
     * @return this
     */
    public Builder put(String name, JsonValue value) {
      own().set(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
      return this;
    }

    /**
     * Adds a member, if there is none of its name.
     *
     * @param name its name
     * @param value its value
     * @return true when it was added
     */
    public boolean putIfAbsent(String name, JsonValue value) {
      Objects.requireNonNull(value, "value");
      return own().setIfAbsent(Objects.requireNonNull(name, "name"), value);
    }

    /**
     * Adds a string member.
     *
     * @param name its name
     * @param value the characters
     * @return this
     */
    public Builder put(String name, String value) {
      return put(name, new JsonString(value));
    }

    /**
     * Adds a string member, or nothing when there is no value.
     *
     * @param name its name
     * @param value the characters, or null to leave the member out
     * @return this
     */
    public Builder putIfPresent(String name, @Nullable String value) {
      return value == null ? this : put(name, value);
    }

    /**
     * Adds all members of another object.
     *
     * @param other where they come from
     * @return this
     */
    public Builder putAll(JsonObject other) {
      other.members.forEach(own()::set);
      return this;
    }

    /** The members, which no object that was made has a part in. */
    private Members own() {
      if (handedOver) {
        members = Members.copyOf(members);
        handedOver = false;
      }
      return members;
    }

    /**
     * Makes the object.
     *
     * @return the immutable object
     */
    public JsonObject build() {
      handedOver = true;
      return new JsonObject(members);
    }
  }
}

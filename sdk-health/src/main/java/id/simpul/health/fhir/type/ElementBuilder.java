package id.simpul.health.fhir.type;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.internal.fhir.Choices;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of one type. The methods here reach every member by its name on the wire; those of
 * the types name the members most used. A second {@code set} replaces the first. What was set is
 * checked when the resource it ends up in is built. Not thread-safe; extended by Simpul alone.
 *
 * @param <T> what is made
 * @param <B> the builder itself
 */
public abstract class ElementBuilder<T extends Element, B extends ElementBuilder<T, B>> {
  /** The most digits after the point that are written out. */
  private static final int MAX_PLAIN_SCALE = 20;

  private final FhirType<T> type;
  private final Map<String, List<JsonValue>> lists = new LinkedHashMap<>();
  private final Map<String, JsonValue> members = new LinkedHashMap<>();

  /**
   * Starts from some members.
   *
   * @param type what is made
   * @param start the members it has already
   */
  protected ElementBuilder(FhirType<T> type, JsonObject start) {
    this.type = Objects.requireNonNull(type, "type");
    members.putAll(start.members());
  }

  /**
   * A builder for a type without one of its own.
   *
   * @param type what is made
   * @param <T> its Java type
   * @return an empty builder
   */
  public static <T extends Element> Any<T> of(FhirType<T> type) {
    return new Any<>(type, JsonObject.EMPTY);
  }

  /**
   * A builder that holds all of a value, with its extensions and what Simpul does not know.
   *
   * @param type its type
   * @param value the value
   * @param <T> its Java type
   * @return a builder
   */
  public static <T extends Element> Any<T> from(FhirType<T> type, T value) {
    return new Any<>(type, value.json());
  }

  // Every builder names itself as B, and only this module makes builders.
  @SuppressWarnings("unchecked")
  private B self() {
    return (B) this;
  }

  /**
   * Sets a member. What was held of the old value goes with it: its extensions, and another value
   * of the same choice. Extensions of the new value are set after it, by {@code _name}.
   *
   * @param name its name on the wire
   * @param value its value
   * @return this
   */
  public B set(String name, JsonValue value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    lists.remove(name);
    members.remove("_" + name);
    Choices.beside(type.name(), name).forEach(this::without);
    members.put(name, value);
    return self();
  }

  /**
   * Sets a member that is a text: string, code, URI and the like.
   *
   * @param name its name on the wire
   * @param value the text
   * @return this
   */
  public B set(String name, String value) {
    return set(name, new JsonString(value));
  }

  /**
   * Sets a member that is a boolean.
   *
   * @param name its name on the wire
   * @param value the boolean
   * @return this
   */
  public B set(String name, boolean value) {
    return set(name, JsonBoolean.of(value));
  }

  /**
   * Sets a member that is a whole number.
   *
   * @param name its name on the wire
   * @param value the number
   * @return this
   */
  public B set(String name, int value) {
    return set(name, JsonNumber.of(value));
  }

  /**
   * Sets a member that is a decimal number, written with the scale it has: {@code 37.50}, and with
   * an exponent, {@code 1.0E+3}, when the scale is negative or great.
   *
   * @param name its name on the wire
   * @param value the number
   * @return this
   */
  public B set(String name, BigDecimal value) {
    boolean plain = value.scale() >= 0 && value.scale() <= MAX_PLAIN_SCALE;
    // Written out in full, an exponent from a stranger could fill the memory.
    return set(name, new JsonNumber(plain ? value.toPlainString() : value.toString()));
  }

  /**
   * Sets a member that is a date or time.
   *
   * @param name its name on the wire
   * @param value the date or time
   * @return this
   */
  public B set(String name, FhirTime value) {
    return set(name, value.text());
  }

  /**
   * Sets a member that is an object.
   *
   * @param name its name on the wire
   * @param value the value
   * @return this
   */
  public B set(String name, Element value) {
    return set(name, value.json());
  }

  /**
   * Adds to a member that is a list.
   *
   * @param name its name on the wire
   * @param value the next item
   * @return this
   */
  public B add(String name, JsonValue value) {
    Objects.requireNonNull(value, "value");
    lists
        .computeIfAbsent(Objects.requireNonNull(name, "name"), n -> held(members.get(n)))
        .add(value);
    // Holds the place in the order until the list is done.
    members.put(name, JsonArray.EMPTY);
    return self();
  }

  // One value may stand where a list belongs; it is the first item.
  private static List<JsonValue> held(@Nullable JsonValue value) {
    if (value == null) {
      return new ArrayList<>();
    }
    return new ArrayList<>(value instanceof JsonArray array ? array.items() : List.of(value));
  }

  /**
   * Adds to a member that is a list of texts.
   *
   * @param name its name on the wire
   * @param value the next text
   * @return this
   */
  public B add(String name, String value) {
    return add(name, new JsonString(value));
  }

  /**
   * Adds to a member that is a list of objects.
   *
   * @param name its name on the wire
   * @param value the next value
   * @return this
   */
  public B add(String name, Element value) {
    return add(name, value.json());
  }

  /**
   * Adds what the standard does not have.
   *
   * @param extension the next extension
   * @return this
   */
  public B addExtension(Extension extension) {
    return add("extension", extension);
  }

  /**
   * Takes a member away, and what was added to it.
   *
   * @param name its name on the wire
   * @return this
   */
  public B without(String name) {
    lists.remove(name);
    members.remove(name);
    members.remove("_" + name);
    return self();
  }

  /**
   * What was set so far.
   *
   * @return the members, in the order they were first set
   */
  protected final JsonObject toJson() {
    JsonObject.Builder json = JsonObject.builder();
    members.forEach((name, value) -> {
      List<JsonValue> list = lists.get(name);
      json.put(name, list == null ? value : new JsonArray(list));
    });
    return json.build();
  }

  /**
   * What is made.
   *
   * @return the type
   */
  protected final FhirType<T> type() {
    return type;
  }

  /**
   * Makes the value.
   *
   * @return an immutable value
   */
  public T build() {
    return type.read(toJson());
  }

  /**
   * A builder that knows members by their names alone.
   *
   * @param <T> what is made
   */
  public static final class Any<T extends Element> extends ElementBuilder<T, Any<T>> {
    private Any(FhirType<T> type, JsonObject start) {
      super(type, start);
    }
  }
}

package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one object as they are read. Made for one reading; not thread-safe.
 *
 * @param <T> the object
 */
public final class Values<T> {
  private final List<Field<T, ?>> fields;
  private final Place at;
  private final @Nullable Object[] values;
  private final Map<String, JsonValue> extra = new LinkedHashMap<>();

  Values(List<Field<T, ?>> fields, Place at) {
    this.fields = fields;
    this.at = at;
    this.values = new Object[fields.size()];
  }

  void put(int slot, @Nullable Object value) throws FormatException {
    if (value == null) {
      return;
    }
    Object earlier = values[slot];
    if (earlier instanceof List<?> first && value instanceof List<?> more) {
      List<Object> all = new ArrayList<>(first);
      all.addAll(more);
      values[slot] = all;
    } else if (earlier == null) {
      values[slot] = value;
    } else {
      throw at.child(fields.get(slot).name()).fail("occurs twice");
    }
  }

  /**
   * Keeps a member that means nothing to the object.
   *
   * @param name its name
   * @param value its value; a second one of the name makes an array
   */
  public void keep(String name, JsonValue value) {
    Spark.add(extra, name, value);
  }

  /**
   * A member's value.
   *
   * @param field the member
   * @param <V> its type
   * @return the value, or null when it is absent or empty
   */
  @SuppressWarnings("unchecked") // only a field's own type ever fills its slot
  public <V> @Nullable V get(Field<T, V> field) {
    return (V) values[fields.indexOf(field)];
  }

  /**
   * The value of a member that may not be missing.
   *
   * @param field the member
   * @param <V> its type
   * @return the value
   * @throws FormatException when it is absent or empty
   */
  public <V> V require(Field<T, V> field) throws FormatException {
    V value = get(field);
    if (value == null) {
      throw at.child(field.name()).fail("a value is required");
    }
    return value;
  }

  /**
   * The value of a member, or another.
   *
   * @param field the member
   * @param fallback what to take when it is absent or empty
   * @param <V> its type
   * @return the value
   */
  public <V> V getOr(Field<T, V> field, V fallback) {
    V value = get(field);
    return value == null ? fallback : value;
  }

  /**
   * Members nobody described.
   *
   * @return the members, possibly none
   */
  public JsonObject extra() {
    return extra.isEmpty() ? JsonObject.EMPTY : new JsonObject(extra);
  }

  /**
   * Where the object stands.
   *
   * @return its place
   */
  public Place at() {
    return at;
  }
}

package id.simpul.reporting.internal;

import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member of an object: its name on the wire, what its value looks like, and where the value is
 * found in the domain. Two fields are never equal.
 *
 * @param <T> the object
 * @param <V> the member's value
 */
public final class Field<T, V> {
  private final String name;
  private final WireType<V> type;
  private final Function<T, @Nullable V> getter;

  private Field(String name, WireType<V> type, Function<T, @Nullable V> getter) {
    this.name = Objects.requireNonNull(name, "name");
    this.type = Objects.requireNonNull(type, "type");
    this.getter = Objects.requireNonNull(getter, "getter");
  }

  /**
   * Describes a member.
   *
   * @param name its name on the wire
   * @param type what its value looks like
   * @param getter takes the value from the domain; null leaves the member out
   * @param <T> the object
   * @param <V> the member's value
   * @return the field
   */
  public static <T, V> Field<T, V> of(
      String name, WireType<V> type, Function<T, @Nullable V> getter) {
    return new Field<>(name, type, getter);
  }

  String name() {
    return name;
  }

  WireType<V> type() {
    return type;
  }

  void writeJson(T object, Map<String, JsonValue> members) {
    V value = getter.apply(object);
    if (value != null) {
      members.put(name, type.toJson(value));
    }
  }

  boolean writeXml(T object, List<XmlElement> children) {
    V value = getter.apply(object);
    if (value == null) {
      return false;
    }
    children.add(type.toXml(name, value));
    return true;
  }

  @Override
  public String toString() {
    return name;
  }
}

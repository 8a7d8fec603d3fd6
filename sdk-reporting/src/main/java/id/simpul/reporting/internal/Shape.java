package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object described by its fields; the one description that reading and writing in JSON and in
 * XML follow. Members come in any order, and those without a field are kept. Immutable and
 * thread-safe.
 *
 * @param <T> the object
 */
public final class Shape<T> implements WireType<T> {
  private final List<Field<T, ?>> fields;
  private final Map<String, Integer> slots;
  private final Maker<T> maker;
  private final Function<T, JsonObject> extra;
  private final boolean evenEmpty;

  /**
   * Makes an object from its members.
   *
   * @param <T> the object
   */
  @FunctionalInterface
  public interface Maker<T> {
    /**
     * Makes an object.
     *
     * @param values what was read
     * @return the object
     * @throws FormatException when members are missing or contradict each other
     */
    T make(Values<T> values) throws FormatException;
  }

  /**
   * Describes an object.
   *
   * @param fields its members, in the order they are written
   * @param maker makes it from what was read
   * @param extra its members without a field
   */
  public Shape(List<Field<T, ?>> fields, Maker<T> maker, Function<T, JsonObject> extra) {
    this(fields, maker, extra, false);
  }

  private Shape(
      List<Field<T, ?>> fields, Maker<T> maker, Function<T, JsonObject> extra, boolean evenEmpty) {
    this.fields = List.copyOf(fields);
    this.maker = Objects.requireNonNull(maker, "maker");
    this.extra = Objects.requireNonNull(extra, "extra");
    this.evenEmpty = evenEmpty;
    this.slots = slots(this.fields);
  }

  /**
   * This object where an empty element is one without members; otherwise it is nothing at all.
   *
   * @return a copy
   */
  public Shape<T> evenEmpty() {
    return new Shape<>(fields, maker, extra, true);
  }

  /** Names to fields: those of the fields first, then those of items that stand unwrapped. */
  private static <T> Map<String, Integer> slots(List<Field<T, ?>> fields) {
    Map<String, Integer> slots = new HashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      slots.put(fields.get(i).name(), i);
    }
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).type() instanceof ListType<?> list) {
        for (String item : list.itemNames()) {
          slots.putIfAbsent(item, i);
        }
      }
    }
    return slots;
  }

  @Override
  public JsonValue toJson(T object) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (Field<T, ?> field : fields) {
      field.writeJson(object, members);
    }
    extra.apply(object).members().forEach(members::putIfAbsent);
    return new JsonObject(members);
  }

  @Override
  public @Nullable T fromJson(JsonValue json, Place at) throws FormatException {
    if (json == JsonNull.NULL) {
      return null;
    }
    if (!(json instanceof JsonObject object)) {
      throw at.fail("an object is expected, not a value of type " + json.type());
    }
    Values<T> values = new Values<>(fields, at);
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      Integer slot = slots.get(member.getKey());
      if (slot == null) {
        values.keep(member.getKey(), member.getValue());
      } else {
        WireType<?> type = fields.get(slot).type();
        values.put(slot, type.fromJson(member.getValue(), at.child(member.getKey())));
      }
    }
    return maker.make(values);
  }

  /** The object without members. */
  T ofNothing(Place at) throws FormatException {
    return maker.make(new Values<>(fields, at));
  }

  @Override
  public XmlElement toXml(String name, T object) {
    List<XmlElement> children = new ArrayList<>();
    Set<String> written = new HashSet<>();
    for (Field<T, ?> field : fields) {
      if (field.writeXml(object, children)) {
        written.add(field.name());
      }
    }
    extra
        .apply(object)
        .members()
        .forEach((member, value) -> {
          if (!written.contains(member)) {
            Spark.toXml(member, value, children);
          }
        });
    return XmlElement.of(name, children);
  }

  @Override
  public @Nullable T fromXml(XmlElement xml, Place at) throws FormatException {
    if (xml.children().isEmpty()) {
      if (!xml.text().isBlank()) {
        throw at.fail("elements are expected, not text");
      }
      if (!evenEmpty) {
        return null;
      }
    }
    Values<T> values = new Values<>(fields, at);
    for (XmlElement child : xml.children()) {
      Integer slot = slots.get(child.name());
      if (slot == null) {
        values.keep(child.name(), Spark.toJson(child));
      } else {
        WireType<?> type = fields.get(slot).type();
        values.put(slot, type.fromXml(child, at.child(child.name())));
      }
    }
    return maker.make(values);
  }
}

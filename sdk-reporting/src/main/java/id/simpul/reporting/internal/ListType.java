package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list: in JSON an array, in XML an element that wraps one element an item. Read as well: an item
 * that stands in the list's place, an object that holds the array under an item's name, and in XML
 * a wrapper whose items have any name.
 *
 * @param <V> an item
 */
public final class ListType<V> implements WireType<List<V>> {
  private final WireType<V> item;
  private final String itemName;
  private final Set<String> itemNames;

  private ListType(WireType<V> item, String itemName, Set<String> itemNames) {
    this.item = Objects.requireNonNull(item, "item");
    this.itemName = Objects.requireNonNull(itemName, "itemName");
    this.itemNames = itemNames;
  }

  /**
   * A list.
   *
   * @param itemName the element's name of an item
   * @param item what an item looks like
   * @param <V> an item
   * @return the type
   */
  public static <V> ListType<V> of(String itemName, WireType<V> item) {
    return new ListType<>(item, itemName, Set.of(itemName));
  }

  /**
   * This list with more names to know an item by when it is read.
   *
   * @param name another name of an item
   * @return a copy
   */
  public ListType<V> orItem(String name) {
    Set<String> names = new HashSet<>(itemNames);
    names.add(name);
    return new ListType<>(item, itemName, Set.copyOf(names));
  }

  /**
   * The names of an item, one of which may stand in the list's place.
   *
   * @return the names
   */
  Set<String> itemNames() {
    return itemNames;
  }

  @Override
  public JsonValue toJson(List<V> values) {
    List<JsonValue> items = new ArrayList<>(values.size());
    for (V v : values) {
      items.add(item.toJson(v));
    }
    return new JsonArray(items);
  }

  @Override
  public List<V> fromJson(JsonValue json, Place at) throws FormatException {
    if (json instanceof JsonArray array) {
      List<V> values = new ArrayList<>(array.items().size());
      int i = 0;
      for (JsonValue each : array.items()) {
        add(values, item.fromJson(each, at.child(Integer.toString(i))));
        i++;
      }
      return values;
    }
    Map.Entry<String, JsonValue> wrapped = wrapped(json);
    if (wrapped != null) {
      return fromJson(wrapped.getValue(), at.child(wrapped.getKey()));
    }
    List<V> values = new ArrayList<>();
    if (json != JsonNull.NULL) {
      add(values, item.fromJson(json, at));
    }
    return values;
  }

  private Map.@Nullable Entry<String, JsonValue> wrapped(JsonValue json) {
    if (json instanceof JsonObject object && object.members().size() == 1) {
      Map.Entry<String, JsonValue> only = object.members().entrySet().iterator().next();
      return itemNames.contains(only.getKey()) ? only : null;
    }
    return null;
  }

  @Override
  public XmlElement toXml(String name, List<V> values) {
    List<XmlElement> items = new ArrayList<>(values.size());
    for (V v : values) {
      items.add(item.toXml(itemName, v));
    }
    return XmlElement.of(name, items);
  }

  @Override
  public List<V> fromXml(XmlElement xml, Place at) throws FormatException {
    List<V> values = new ArrayList<>();
    boolean textItem = xml.children().isEmpty() && !xml.text().isBlank();
    if (textItem || itemNames.contains(xml.name())) {
      add(values, item.fromXml(xml, at));
      return values;
    }
    int i = 0;
    for (XmlElement child : xml.children()) {
      i++;
      add(values, item.fromXml(child, at.child(child.name() + "[" + i + "]")));
    }
    return values;
  }

  /**
   * The item that has no members.
   *
   * @param at where it stands
   * @return the item
   * @throws FormatException when an item needs members
   */
  V itemOfNothing(Place at) throws FormatException {
    if (item instanceof Shape<V> shape) {
      return shape.ofNothing(at);
    }
    throw at.fail("a value is required");
  }

  private static <V> void add(List<V> values, @Nullable V value) {
    if (value != null) {
      values.add(value);
    }
  }
}

package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import java.util.List;
import java.util.Objects;

/**
 * A value that GeoReport sends as a list of one.
 *
 * @param <V> the value
 */
public final class Single<V> implements WireType<V> {
  private final ListType<V> list;

  /**
   * A value in a list.
   *
   * @param list the list
   */
  public Single(ListType<V> list) {
    this.list = Objects.requireNonNull(list, "list");
  }

  @Override
  public JsonValue toJson(V value) {
    return list.toJson(List.of(value));
  }

  @Override
  public V fromJson(JsonValue json, Place at) throws FormatException {
    return only(list.fromJson(json, at), at);
  }

  @Override
  public XmlElement toXml(String name, V value) {
    return list.toXml(name, List.of(value));
  }

  @Override
  public V fromXml(XmlElement xml, Place at) throws FormatException {
    List<V> values = list.fromXml(xml, at);
    if (values.isEmpty() && xml.children().size() == 1) {
      // The one item there is has no members, which is more than no item.
      return list.itemOfNothing(at.child(xml.children().get(0).name()));
    }
    return only(values, at);
  }

  private V only(List<V> values, Place at) throws FormatException {
    if (values.size() != 1) {
      throw at.fail("one item is expected, not " + values.size());
    }
    return values.get(0);
  }
}

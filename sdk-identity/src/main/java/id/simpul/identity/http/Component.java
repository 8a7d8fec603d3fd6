package id.simpul.identity.http;

import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.Item;
import id.simpul.identity.internal.sf.Parameters;
import id.simpul.identity.internal.sf.SfWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One covered component: its name and the parameters that say which of them is meant (RFC 9421,
 * section 2). Equal when name and parameters are, whatever the order of the parameters.
 */
final class Component {
  private static final String REQ = "req";
  private static final String KEY = "key";

  private final String name;
  private final Parameters parameters;
  private final String identifier;

  /**
   * Creates a component.
   *
   * @param name a field name in lower case, or a derived name that starts with {@code @}
   * @param parameters the component parameters
   */
  Component(String name, Parameters parameters) {
    this.name = name;
    this.parameters = parameters;
    identifier = SfWriter.member(toItem());
  }

  static Component of(String name) {
    return new Component(name, Parameters.NONE);
  }

  String name() {
    return name;
  }

  Parameters parameters() {
    return parameters;
  }

  /** As it stands in a signature base. */
  String identifier() {
    return identifier;
  }

  Item toItem() {
    return new Item(new BareItem.StringItem(name), parameters);
  }

  /** The component of the request an answer belongs to. */
  Component ofRequest() {
    Map<String, BareItem> values = new LinkedHashMap<>();
    values.put(REQ, BareItem.BooleanItem.TRUE);
    values.putAll(parameters.values());
    return new Component(name, new Parameters(values));
  }

  /** One member of a dictionary field. */
  Component member(String key) {
    Map<String, BareItem> values = new LinkedHashMap<>(parameters.values());
    values.put(KEY, new BareItem.StringItem(key));
    return new Component(name, new Parameters(values));
  }

  boolean isOfRequest() {
    return BareItem.BooleanItem.TRUE.equals(parameters.values().get(REQ));
  }

  /** Without the {@code req} parameter: the same component, seen from the request. */
  Component seenFromRequest() {
    Map<String, BareItem> values = new LinkedHashMap<>(parameters.values());
    values.remove(REQ);
    return new Component(name, new Parameters(values));
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Component other
        && name.equals(other.name)
        && parameters.equals(other.parameters);
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + parameters.hashCode();
  }

  @Override
  public String toString() {
    return identifier;
  }
}

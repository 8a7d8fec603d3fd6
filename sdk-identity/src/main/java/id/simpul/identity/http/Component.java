package id.simpul.identity.http;

import id.simpul.identity.internal.sf.BareItem;
import id.simpul.identity.internal.sf.Item;
import id.simpul.identity.internal.sf.Parameters;
import id.simpul.identity.internal.sf.SfWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One covered component: its name and the parameters that say which of them is meant (RFC 9421,
 * section 2). Equal when name and parameters are, whatever the order of the parameters.
 */
final class Component {
  private static final String REQ = "req";
  private static final String KEY = "key";
  private static final Parameters ONLY_REQ = new Parameters(Map.of(REQ, BareItem.BooleanItem.TRUE));
  // What our profile covers stands in every message, so it is written down once.
  private static final Map<String, Component> PLAIN = usual(Parameters.NONE);
  private static final Map<String, Component> OF_REQUEST = usual(ONLY_REQ);

  private final String name;
  private final Parameters parameters;
  private final String identifier;

  private Component(String name, Parameters parameters) {
    this.name = name;
    this.parameters = parameters;
    identifier = SfWriter.member(new Item(new BareItem.StringItem(name), parameters));
  }

  private static Map<String, Component> usual(Parameters parameters) {
    return Stream.of(
            List.of("@status", "signature"),
            SignatureProfile.REQUEST_COMPONENTS,
            SignatureProfile.CONTENT_COMPONENTS,
            SignatureProfile.REQUIRED_IF_PRESENT)
        .flatMap(List::stream)
        .collect(
            Collectors.toUnmodifiableMap(
                Function.identity(), name -> new Component(name, parameters)));
  }

  static Component of(String name) {
    return of(name, Parameters.NONE);
  }

  /**
   * A component.
   *
   * @param name a field name in lower case, or a derived name that starts with {@code @}
   * @param parameters the component parameters, whose order the identifier keeps
   */
  static Component of(String name, Parameters parameters) {
    Component usual = null;
    if (parameters.isEmpty()) {
      usual = PLAIN.get(name);
    } else if (parameters.equals(ONLY_REQ)) {
      usual = OF_REQUEST.get(name);
    }
    return usual == null ? new Component(name, parameters) : usual;
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

  /** A component of the request an answer belongs to. */
  static Component ofRequest(String name) {
    return of(name, ONLY_REQ);
  }

  /** One member of a dictionary field. */
  Component member(String key) {
    Map<String, BareItem> values = new LinkedHashMap<>(parameters.values());
    values.put(KEY, new BareItem.StringItem(key));
    return of(name, new Parameters(values));
  }

  boolean isOfRequest() {
    return BareItem.BooleanItem.TRUE.equals(parameters.values().get(REQ));
  }

  /** Without the {@code req} parameter: the same component, seen from the request. */
  Component seenFromRequest() {
    if (parameters.equals(ONLY_REQ)) {
      return of(name);
    }
    Map<String, BareItem> values = new LinkedHashMap<>(parameters.values());
    values.remove(REQ);
    return of(name, new Parameters(values));
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

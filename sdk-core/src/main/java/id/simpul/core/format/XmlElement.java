package id.simpul.core.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An immutable XML element: either text or children, as data documents use it. Comments and
 * processing instructions are not kept; white space between elements is dropped.
 *
 * @param namespace the namespace name, {@code ""} for none
 * @param name the local name
 * @param attributes attributes without a namespace, unmodifiable, in document order
 * @param children the child elements, unmodifiable
 * @param text all character data directly below this element, {@code ""} when there is none
 */
public record XmlElement(
    String namespace,
    String name,
    Map<String, String> attributes,
    List<XmlElement> children,
    String text) {

  /** Copies the collections. */
  public XmlElement {
    Objects.requireNonNull(namespace, "namespace");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    // Most elements of data documents have none, and an empty map of one's own is not small.
    attributes =
        attributes.isEmpty()
            ? Map.of()
            : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  /**
   * An element that holds text, without namespace and attributes.
   *
   * @param name its name
   * @param text its text, unescaped
   * @return the element
   */
  public static XmlElement text(String name, String text) {
    return new XmlElement("", name, Map.of(), List.of(), text);
  }

  /**
   * An element that holds elements, without namespace and attributes.
   *
   * @param name its name
   * @param children its children
   * @return the element
   */
  public static XmlElement of(String name, List<XmlElement> children) {
    return new XmlElement("", name, Map.of(), children, "");
  }

  /**
   * The first child of a name.
   *
   * @param childName the local name
   * @return the child, or empty
   */
  public Optional<XmlElement> child(String childName) {
    return children.stream().filter(c -> c.name.equals(childName)).findFirst();
  }

  /**
   * All children of a name.
   *
   * @param childName the local name
   * @return a list in document order, possibly empty
   */
  public List<XmlElement> children(String childName) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement c : children) {
      if (c.name.equals(childName)) {
        found.add(c);
      }
    }
    return found;
  }
}

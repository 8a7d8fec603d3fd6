package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of value looks in JSON and in XML. Immutable and thread-safe.
 *
 * @param <V> the value
 */
public interface WireType<V> {
  /**
   * Writes a value in JSON.
   *
   * @param value the value
   * @return its JSON form
   */
  JsonValue toJson(V value);

  /**
   * Reads a value from JSON.
   *
   * @param json its JSON form
   * @param at where it stands
   * @return the value, or null when there is none: {@code null} or an empty text
   * @throws FormatException when it is of another form
   */
  @Nullable V fromJson(JsonValue json, Place at) throws FormatException;

  /**
   * Writes a value in XML.
   *
   * @param name the element's name
   * @param value the value
   * @return its XML form
   */
  XmlElement toXml(String name, V value);

  /**
   * Reads a value from XML.
   *
   * @param xml its XML form; the name does not matter
   * @param at where it stands
   * @return the value, or null when there is none: an empty element
   * @throws FormatException when it is of another form
   */
  @Nullable V fromXml(XmlElement xml, Place at) throws FormatException;
}

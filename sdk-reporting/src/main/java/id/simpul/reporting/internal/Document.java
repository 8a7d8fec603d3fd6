package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole document. In XML it has a root element, which JSON drops. Read as well: any name of the
 * root in XML; in JSON a root that was not dropped, and an object in an array of one. Immutable and
 * thread-safe.
 *
 * @param root the root element's name
 * @param type what it holds
 * @param <T> its value
 */
public record Document<T>(String root, WireType<T> type) {
  /** Checks that both members are given. */
  public Document {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(type, "type");
  }

  /**
   * Writes the document in JSON.
   *
   * @param value its value
   * @return the JSON form
   */
  public JsonValue toJson(T value) {
    return type.toJson(value);
  }

  /**
   * Reads the document from JSON.
   *
   * @param json the JSON form
   * @return its value
   * @throws FormatException when it is of another form
   */
  public T fromJson(JsonValue json) throws FormatException {
    JsonValue content = json;
    Place at = Place.ROOT;
    if (content instanceof JsonArray array && array.items().size() == 1 && type instanceof Shape) {
      content = array.items().get(0);
      at = at.child("0");
    }
    if (content instanceof JsonObject object) {
      JsonValue wrapped = object.members().get(root);
      if (wrapped != null && (wrapped instanceof JsonArray || object.members().size() == 1)) {
        content = wrapped;
        at = at.child(root);
      }
    }
    return found(type.fromJson(content, at), at);
  }

  /**
   * Writes the document in XML.
   *
   * @param value its value
   * @return the XML form
   */
  public XmlElement toXml(T value) {
    return type.toXml(root, value);
  }

  /**
   * Reads the document from XML.
   *
   * @param xml the XML form
   * @return its value
   * @throws FormatException when it is of another form
   */
  public T fromXml(XmlElement xml) throws FormatException {
    Place at = Place.ROOT.child(xml.name());
    return found(type.fromXml(xml, at), at);
  }

  private static <T> T found(@Nullable T value, Place at) throws FormatException {
    if (value == null) {
      throw at.fail("the document is empty");
    }
    return value;
  }
}

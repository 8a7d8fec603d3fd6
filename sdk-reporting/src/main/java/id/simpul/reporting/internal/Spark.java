package id.simpul.reporting.internal;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mapping between XML and JSON for members nobody described (the Spark convention that
 * GeoReport v2 names): an element with text is a string, an empty one is {@code null}, one with
 * children is an object, and children of one name are an array.
 *
 * <p>What does not survive: attributes of elements, text beside elements, the order of children of
 * different names; and from JSON to XML and back, numbers and booleans come back as strings, an
 * array of one item as that item, an empty array not at all, and a member whose name is not an XML
 * name of ASCII characters is left out of XML.
 */
final class Spark {
  private Spark() {}

  static JsonValue toJson(XmlElement xml) {
    if (xml.children().isEmpty()) {
      return xml.text().isBlank() ? JsonNull.NULL : new JsonString(xml.text());
    }
    Map<String, JsonValue> members = new LinkedHashMap<>();
    for (XmlElement child : xml.children()) {
      add(members, child.name(), toJson(child));
    }
    return new JsonObject(members);
  }

  /** Adds a member; one that is there already becomes an array. */
  static void add(Map<String, JsonValue> members, String name, JsonValue value) {
    JsonValue earlier = members.get(name);
    if (earlier == null) {
      members.put(name, value);
      return;
    }
    List<JsonValue> items = new ArrayList<>();
    if (earlier instanceof JsonArray array) {
      items.addAll(array.items());
    } else {
      items.add(earlier);
    }
    items.add(value);
    members.put(name, new JsonArray(items));
  }

  static void toXml(String name, JsonValue json, List<XmlElement> into) {
    if (!isXmlName(name)) {
      return;
    }
    if (json instanceof JsonArray array) {
      for (JsonValue item : array.items()) {
        toXml(name, item, into);
      }
    } else if (json instanceof JsonObject object) {
      List<XmlElement> children = new ArrayList<>();
      object.members().forEach((member, value) -> toXml(member, value, children));
      into.add(XmlElement.of(name, children));
    } else {
      into.add(XmlElement.text(name, text(json)));
    }
  }

  private static String text(JsonValue json) {
    if (json instanceof JsonString string) {
      return string.value();
    }
    if (json instanceof JsonNumber number) {
      return number.lexeme();
    }
    if (json instanceof JsonBoolean bool) {
      return bool.value() ? "true" : "false";
    }
    return "";
  }

  static boolean isXmlName(String name) {
    if (name.isEmpty() || !isNameStart(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isNameStart(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isNameStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}

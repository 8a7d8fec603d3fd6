package id.simpul.reporting.internal;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object whose members nobody described, mapped by {@link Spark}'s rules. */
public enum ObjectType implements WireType<JsonObject> {
  /** The one such type. */
  ANY;

  @Override
  public JsonValue toJson(JsonObject value) {
    return value;
  }

  @Override
  public @Nullable JsonObject fromJson(JsonValue json, Place at) throws FormatException {
    if (json == JsonNull.NULL) {
      return null;
    }
    if (json instanceof JsonObject object) {
      return object;
    }
    throw at.fail("an object is expected, not a value of type " + json.type());
  }

  @Override
  public XmlElement toXml(String name, JsonObject value) {
    List<XmlElement> children = new ArrayList<>();
    value.members().forEach((member, v) -> Spark.toXml(member, v, children));
    return XmlElement.of(name, children);
  }

  @Override
  public @Nullable JsonObject fromXml(XmlElement xml, Place at) throws FormatException {
    return fromJson(Spark.toJson(xml), at);
  }
}

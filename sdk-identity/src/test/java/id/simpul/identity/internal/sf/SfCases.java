package id.simpul.identity.internal.sf;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns the suite's JSON into values, by the schema in its README. */
final class SfCases {
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private SfCases() {}

  static Object read(String type, String text) throws FormatException {
    return switch (type) {
      case "item" -> SfReader.item(text);
      case "list" -> SfReader.list(text);
      default -> SfReader.dictionary(text);
    };
  }

  @SuppressWarnings("unchecked") // a list in these tests is a list of members
  static String write(Object value) {
    if (value instanceof Item item) {
      return SfWriter.member(item);
    }
    return value instanceof Dictionary dictionary
        ? SfWriter.dictionary(dictionary)
        : SfWriter.list((List<Member>) value);
  }

  static Object build(String type, JsonValue expected) {
    return switch (type) {
      case "item" -> item(expected);
      case "list" -> items(expected).stream().map(SfCases::member).toList();
      default -> dictionary(expected);
    };
  }

  private static Dictionary dictionary(JsonValue expected) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (JsonValue entry : items(expected)) {
      members.put(string(items(entry).get(0)), member(items(entry).get(1)));
    }
    return new Dictionary(members);
  }

  private static Member member(JsonValue json) {
    JsonValue first = items(json).get(0);
    if (!(first instanceof JsonArray)) {
      return item(json);
    }
    List<Item> inner = new ArrayList<>();
    items(first).forEach(i -> inner.add(item(i)));
    return new InnerList(inner, parameters(items(json).get(1)));
  }

  private static Item item(JsonValue json) {
    return new Item(bare(items(json).get(0)), parameters(items(json).get(1)));
  }

  private static Parameters parameters(JsonValue json) {
    Map<String, BareItem> values = new LinkedHashMap<>();
    items(json).forEach(p -> values.put(string(items(p).get(0)), bare(items(p).get(1))));
    return new Parameters(values);
  }

  private static BareItem bare(JsonValue json) {
    if (json instanceof JsonString s) {
      return new BareItem.StringItem(s.value());
    }
    if (json instanceof JsonNumber n) {
      return n.lexeme().contains(".")
          ? new BareItem.DecimalItem(n.toBigDecimal())
          : new BareItem.IntegerItem(n.toBigDecimal().longValueExact());
    }
    if (json instanceof JsonBoolean) {
      return new BareItem.BooleanItem(json.equals(JsonBoolean.TRUE));
    }
    return typed((JsonObject) json);
  }

  private static BareItem typed(JsonObject json) {
    JsonValue value = json.get("value").orElseThrow();
    return switch (string(json.get("__type").orElseThrow())) {
      case "token" -> new BareItem.TokenItem(string(value));
      case "binary" -> new BareItem.BytesItem(base32(string(value)));
      case "date" -> new BareItem.DateItem(Instant.ofEpochSecond(integer(value)));
      default -> new BareItem.DisplayStringItem(string(value));
    };
  }

  private static long integer(JsonValue json) {
    BigDecimal number = ((JsonNumber) json).toBigDecimal();
    return number.longValueExact();
  }

  private static byte[] base32(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long bits = 0;
    int count = 0;
    for (char c : text.replace("=", "").toCharArray()) {
      bits = bits << 5 | BASE32.indexOf(c);
      count += 5;
      if (count >= 8) {
        count -= 8;
        out.write((int) (bits >> count) & 0xff);
      }
    }
    return out.toByteArray();
  }

  private static List<JsonValue> items(JsonValue json) {
    return ((JsonArray) json).items();
  }

  private static String string(JsonValue json) {
    return ((JsonString) json).value();
  }
}

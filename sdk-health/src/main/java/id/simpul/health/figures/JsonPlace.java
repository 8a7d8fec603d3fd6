package id.simpul.health.figures;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A value of a document and where it stands, for messages that quote nothing. */
record JsonPlace(JsonValue value, String pointer) {
  private static final int LONGEST_NUMBER = 24;

  static JsonPlace root(JsonValue value) {
    return new JsonPlace(value, "");
  }

  /** A member that has to be there. */
  JsonPlace member(String name) throws FormatException {
    Optional<JsonPlace> member = find(name);
    if (member.isEmpty()) {
      throw new FormatException(pointer + "/" + name, "is missing");
    }
    return member.get();
  }

  /** A member, unless it is missing or null. */
  Optional<JsonPlace> find(String name) throws FormatException {
    if (!(value instanceof JsonObject object)) {
      throw wrong("object");
    }
    return object
        .get(name)
        .filter(v -> !(v instanceof JsonNull))
        .map(v -> new JsonPlace(v, pointer + "/" + name));
  }

  List<JsonPlace> items() throws FormatException {
    if (!(value instanceof JsonArray array)) {
      throw wrong("array");
    }
    List<JsonPlace> items = new ArrayList<>();
    for (JsonValue item : array.items()) {
      items.add(new JsonPlace(item, pointer + "/" + items.size()));
    }
    return items;
  }

  String text() throws FormatException {
    if (!(value instanceof JsonString string)) {
      throw wrong("string");
    }
    return string.value();
  }

  /** A whole number, also when it is written as a string or with zeros behind a point. */
  long wholeNumber() throws FormatException {
    String lexeme =
        value instanceof JsonNumber number
            ? number.lexeme()
            : value instanceof JsonString string ? string.value().trim() : "";
    if (lexeme.isEmpty() || lexeme.length() > LONGEST_NUMBER || lexeme.matches(".*[eE].*")) {
      throw wrong("whole number");
    }
    try {
      return new BigDecimal(lexeme).longValueExact();
    } catch (NumberFormatException e) {
      throw new FormatException(pointer, "is not a whole number", null);
    } catch (ArithmeticException e) {
      throw new FormatException(pointer, "is not a whole number within 64 bits", null);
    }
  }

  /** A count, or empty when there is none. */
  OptionalLong count(String name) throws FormatException {
    Optional<JsonPlace> member = find(name);
    if (member.isEmpty()) {
      return OptionalLong.empty();
    }
    long count = member.get().wholeNumber();
    if (!CaseCounts.isCount(count)) {
      throw new FormatException(member.get().pointer, "is greater than any count");
    }
    return OptionalLong.of(count);
  }

  /** A day as milliseconds since 1970, in UTC. */
  LocalDate epochDay() throws FormatException {
    long millis = wholeNumber();
    if (millis < 0 || millis > LATEST_MILLIS) {
      throw new FormatException(pointer, "is not a day in milliseconds since 1970");
    }
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }

  /** The end of the year 2199. */
  private static final long LATEST_MILLIS = 7_258_118_399_999L;

  FormatException wrong(String wanted) {
    return new FormatException(pointer, "is " + value.type() + " and not " + wanted);
  }
}

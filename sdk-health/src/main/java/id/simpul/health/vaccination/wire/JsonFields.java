package id.simpul.health.vaccination.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a JSON object and gathers what is wrong with all of them. Members nobody
 * asks for are ignored; null counts as absent. Not thread-safe.
 */
final class JsonFields {
  private final JsonObject json;
  private final String at;
  private final List<Violation> found;

  private JsonFields(JsonObject json, String at, List<Violation> found) {
    this.json = json;
    this.at = at;
    this.found = found;
  }

  /** The members of a document; one that is no object has one violation and no members. */
  static JsonFields of(JsonValue document) {
    return of(document, "", new ArrayList<>());
  }

  private static JsonFields of(JsonValue value, String at, List<Violation> found) {
    if (value instanceof JsonObject object) {
      return new JsonFields(object, at, found);
    }
    found.add(new Violation(Violation.TYPE, at.isEmpty() ? "/" : at, "must be a JSON object"));
    return new JsonFields(JsonObject.EMPTY, at, found);
  }

  /** Where this object stands: a JSON pointer. */
  String at() {
    return at;
  }

  /** Everything found in the whole document so far. */
  List<Violation> violations() {
    return List.copyOf(found);
  }

  /** Notes what a value says of itself, unless something is noted of the same place already. */
  void add(List<Violation> more) {
    for (Violation violation : more) {
      if (found.stream().noneMatch(v -> v.where().equals(violation.where()))) {
        found.add(violation);
      }
    }
  }

  private void reject(String code, String name, String message) {
    found.add(new Violation(code, at + "/" + name, message));
  }

  private @Nullable JsonValue member(String name) {
    JsonValue value = json.members().get(name);
    return value instanceof JsonNull ? null : value;
  }

  @Nullable String text(String name) {
    JsonValue value = member(name);
    if (value != null && !(value instanceof JsonString)) {
      reject(Violation.TYPE, name, "must be a string");
    }
    return value instanceof JsonString text ? text.value() : null;
  }

  /** A text of a form of its own; what is empty when it cannot be read is a violation. */
  <T> @Nullable T parsed(String name, Function<String, Optional<T>> parser, String rule) {
    String text = text(name);
    if (text == null || text.isBlank()) {
      return null;
    }
    Optional<T> parsed = parser.apply(text);
    if (parsed.isEmpty()) {
      reject(Violation.TYPE, name, rule);
    }
    return parsed.orElse(null);
  }

  @Nullable OffsetDateTime time(String name) {
    return parsed(
        name,
        text -> tried(() -> OffsetDateTime.parse(text)),
        "must be a date and time such as 2026-11-21T09:00:00+07:00");
  }

  @Nullable LocalDate date(String name) {
    return parsed(
        name, text -> tried(() -> LocalDate.parse(text)), "must be a day such as 1990-07-01");
  }

  private static <T> Optional<T> tried(Supplier<T> parser) {
    try {
      return Optional.of(parser.get());
    } catch (DateTimeException e) {
      return Optional.empty(); // said by the caller, who knows the rule
    }
  }

  @Nullable Integer integer(String name) {
    JsonValue value = member(name);
    return value == null ? null : integer(value, name);
  }

  private @Nullable Integer integer(JsonValue value, String where) {
    if (value instanceof JsonNumber number) {
      try {
        return Integer.valueOf(number.lexeme());
      } catch (NumberFormatException e) {
        reject(Violation.TYPE, where, "must be a whole number");
        return null;
      }
    }
    reject(Violation.TYPE, where, "must be a whole number");
    return null;
  }

  List<Integer> integers(String name) {
    return items(name, this::integer);
  }

  List<String> texts(String name) {
    return items(
        name,
        (item, where) -> {
          if (item instanceof JsonString text) {
            return text.value();
          }
          reject(Violation.TYPE, where, "must be a string");
          return null;
        });
  }

  private <T> List<T> items(String name, BiFunction<JsonValue, String, @Nullable T> each) {
    List<T> items = new ArrayList<>();
    List<JsonValue> values = array(name);
    for (int i = 0; i < values.size(); i++) {
      T item = each.apply(values.get(i), name + "/" + i);
      if (item != null) {
        items.add(item);
      }
    }
    return items;
  }

  private List<JsonValue> array(String name) {
    JsonValue value = member(name);
    if (value == null) {
      return List.of();
    }
    if (value instanceof JsonArray array) {
      return array.items();
    }
    reject(Violation.TYPE, name, "must be a list");
    return List.of();
  }

  @Nullable JsonFields object(String name) {
    JsonValue value = member(name);
    return value == null ? null : of(value, at + "/" + name, found);
  }

  List<JsonFields> objects(String name) {
    return items(name, (item, where) -> of(item, at + "/" + where, found));
  }

  /** What must be there in a document a node wrote. */
  <T> T required(String name, @Nullable T value) throws FormatException {
    if (value == null) {
      throw new FormatException(at + "/" + name, "a value is required");
    }
    return value;
  }

  /** Fails with the first violation, as the reading of an answer does. */
  void requireSound() throws FormatException {
    if (!found.isEmpty()) {
      throw new FormatException(found.get(0).where(), found.get(0).message());
    }
  }
}

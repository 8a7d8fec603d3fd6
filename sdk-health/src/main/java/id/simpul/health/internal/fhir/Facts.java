package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the rules ask of an object. */
final class Facts {
  /** A number that is not nothing, whatever its exponent. */
  private static final Pattern SIGNIFICANT = Pattern.compile("[0.]*[1-9]");

  /** A day without an offset may be a day of the places furthest from UTC. */
  private static final Duration MOST_OFFSET = Duration.ofHours(14);

  private Facts() {}

  static boolean has(JsonObject o, String name) {
    return o.members().containsKey(name) || o.members().containsKey("_" + name);
  }

  static boolean any(JsonObject o, String... names) {
    for (String name : names) {
      if (has(o, name)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of a choice is given, {@code valueString} for {@code value}. */
  static boolean choice(JsonObject o, String stem) {
    for (String name : o.members().keySet()) {
      int at = name.startsWith("_") ? 1 : 0;
      if (name.startsWith(stem, at)
          && name.length() > at + stem.length()
          && Character.isUpperCase(name.charAt(at + stem.length()))) {
        return true;
      }
    }
    return false;
  }

  static String text(JsonObject o, String name) {
    return o.members().get(name) instanceof JsonString s ? s.value() : "";
  }

  static boolean is(JsonObject o, String name, String... values) {
    return List.of(values).contains(text(o, name));
  }

  /** The objects of a list. */
  static List<JsonObject> objects(JsonObject o, String name) {
    List<JsonObject> objects = new ArrayList<>();
    if (o.members().get(name) instanceof JsonArray array) {
      for (JsonValue item : array.items()) {
        if (item instanceof JsonObject object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }

  static boolean none(JsonObject o, String list, String member) {
    return objects(o, list).stream().noneMatch(e -> has(e, member));
  }

  static boolean noneIs(JsonObject o, String list, String member, String value) {
    return objects(o, list).stream().noneMatch(e -> is(e, member, value));
  }

  /** Whether all items have a member when the type is one of some, and none has it otherwise. */
  static boolean each(JsonObject o, String list, String member, String... types) {
    boolean expected = is(o, "type", types);
    return objects(o, list).stream().allMatch(e -> has(e, member) == expected);
  }

  static boolean contained(JsonObject o, String... absent) {
    for (JsonObject inner : objects(o, "contained")) {
      if (inner.members().get("meta") instanceof JsonObject meta && any(meta, absent)) {
        return false;
      }
    }
    return true;
  }

  static boolean distinctUrls(JsonObject bundle) {
    Set<String> seen = new HashSet<>();
    return is(bundle, "type", "history")
        || objects(bundle, "entry").stream()
            .filter(e -> has(e, "fullUrl"))
            .allMatch(e -> seen.add(text(e, "fullUrl") + ' ' + version(e)));
  }

  private static String version(JsonObject entry) {
    return entry.members().get("resource") instanceof JsonObject resource
            && resource.members().get("meta") instanceof JsonObject meta
        ? text(meta, "versionId")
        : "";
  }

  static boolean valueOnce(JsonObject observation) {
    if (!choice(observation, "value")
        || !(observation.members().get("code") instanceof JsonObject code)) {
      return true;
    }
    Set<String> own = codings(code);
    return objects(observation, "component").stream()
        .map(c -> c.members().get("code"))
        .noneMatch(c -> c instanceof JsonObject o && !Collections.disjoint(own, codings(o)));
  }

  // Texts, because objects of a hostile document can be made to share one hash.
  private static Set<String> codings(JsonObject concept) {
    Set<String> codings = new HashSet<>();
    for (JsonObject coding : objects(concept, "coding")) {
      codings.add(
          String.join(
              "\n",
              text(coding, "system"),
              text(coding, "version"),
              text(coding, "code"),
              text(coding, "display")));
    }
    return codings;
  }

  /** Whether a period does not end before it starts; what cannot be compared is let through. */
  static boolean inOrder(JsonObject period) {
    String start = text(period, "start");
    String end = text(period, "end");
    Optional<Instant> from = FhirDateTime.read(start).toInstant();
    Optional<Instant> to = FhirDateTime.read(end).toInstant();
    if (from.isPresent() && to.isPresent()) {
      return !from.get().isAfter(to.get());
    }
    if (DateText.ofDateTime(start) == null || DateText.ofDateTime(end) == null) {
      return true;
    }
    if (from.isPresent() || to.isPresent()) {
      return !from.orElseGet(() -> first(start).minus(MOST_OFFSET))
          .isAfter(to.orElseGet(() -> last(end).plus(MOST_OFFSET)));
    }
    int common = Math.min(start.length(), end.length());
    return start.substring(0, common).compareTo(end.substring(0, common)) <= 0;
  }

  private static Instant first(String date) {
    return firstDay(date).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static Instant last(String date) {
    LocalDate day = firstDay(date);
    LocalDate next =
        switch (date.length()) {
          case DateText.YEAR -> day.plusYears(1);
          case DateText.MONTH -> day.plusMonths(1);
          default -> day.plusDays(1);
        };
    return next.atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
  }

  private static LocalDate firstDay(String date) {
    return LocalDate.parse(date + "-01-01".substring(date.length() - DateText.YEAR));
  }

  /** Whether a range is in one unit (datatypes.html#Range: "SHALL match") and does not go down. */
  static boolean lowToHigh(JsonObject range) {
    if (!(range.members().get("low") instanceof JsonObject low)
        || !(range.members().get("high") instanceof JsonObject high)) {
      return true;
    }
    if (low.members().get("value") instanceof JsonNumber least
        && high.members().get("value") instanceof JsonNumber most) {
      boolean oneUnit =
          Stream.of("unit", "system", "code").allMatch(u -> text(low, u).equals(text(high, u)));
      return oneUnit && compare(least, most) <= 0;
    }
    return has(low, "value") && has(high, "value");
  }

  // Doubles decide as well as decimals here, and take no time for a huge exponent.
  private static int compare(JsonNumber one, JsonNumber other) {
    return Double.compare(Double.parseDouble(one.lexeme()), Double.parseDouble(other.lexeme()));
  }

  /** Whether a value has a code, and that, if it has a system, UCUM's. */
  static boolean isCoded(JsonObject quantity) {
    return (has(quantity, "code") || !has(quantity, "value"))
        && (!has(quantity, "system") || is(quantity, "system", Quantity.UCUM));
  }

  static boolean isPositive(JsonObject quantity) {
    return !(quantity.members().get("value") instanceof JsonNumber value)
        || (!value.lexeme().startsWith("-") && SIGNIFICANT.matcher(value.lexeme()).lookingAt());
  }

  static boolean notNegative(JsonObject o, String name) {
    return !(o.members().get(name) instanceof JsonNumber n)
        || !n.lexeme().startsWith("-")
        || !SIGNIFICANT.matcher(n.lexeme().substring(1)).lookingAt();
  }

  static boolean isFilter(JsonObject filter) {
    return has(filter, "path") != has(filter, "searchParam");
  }

  /** Whether there is something to count from that is not one of some events. */
  static boolean isOffsetFrom(JsonObject repeat, Set<String> not) {
    return has(repeat, "when")
        && (!(repeat.members().get("when") instanceof JsonArray when)
            || when.items().stream()
                .noneMatch(e -> e instanceof JsonString s && not.contains(s.value())));
  }

  /** Whether a trigger says what its type asks for. */
  static boolean isTrigger(JsonObject trigger) {
    String type = text(trigger, "type");
    return switch (type) {
      case "named-event" -> has(trigger, "name");
      case "periodic" -> choice(trigger, "timing");
      default -> !type.startsWith("data-") || has(trigger, "data");
    };
  }

  static boolean isWhole(JsonObject quantity) {
    return !(quantity.members().get("value") instanceof JsonNumber value)
        || value.lexeme().indexOf('.') < 0;
  }

  /** Whether the first entry of a bundle is a resource of a kind. */
  static boolean beginsWith(JsonObject bundle, String type) {
    return objects(bundle, "entry").stream()
        .limit(1)
        .anyMatch(e ->
            e.members().get("resource") instanceof JsonObject resource
                && is(resource, "resourceType", type));
  }
}

package id.simpul.health.internal.satusehat;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirDateTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record on the server is the one that was sent. The server adds members and items of its
 * own, so only what was sent is compared, by its meaning: times as points in time, numbers by
 * value, systems without a slash at their end. Names shown with references and codes, metadata and
 * narratives do not count.
 *
 * <p>Patients are shown masked and in part ({@code ################}), so for them only what is
 * shown in full can differ.
 */
final class SentFields {
  private static final Set<String> NOT_COMPARED = Set.of("id", "meta", "text");
  private static final String MASK = "#";

  private final boolean inPart;

  private SentFields(boolean inPart) {
    this.inPart = inPart;
  }

  /**
   * Compares.
   *
   * @param sent what was sent
   * @param found what the server shows
   * @return true when nothing that was sent differs
   */
  static boolean areIn(Resource sent, Resource found) {
    SentFields fields = new SentFields(sent instanceof Patient);
    JsonObject.Builder compared = JsonObject.builder();
    sent.json()
        .members()
        .forEach((name, value) -> {
          if (!NOT_COMPARED.contains(name)) {
            compared.put(name, value);
          }
        });
    return fields.within(compared.build(), found.json(), "");
  }

  private boolean within(JsonValue sent, @Nullable JsonValue found, String name) {
    if (found == null) {
      return inPart;
    }
    if (sent instanceof JsonObject object) {
      return found instanceof JsonObject other && members(object, other);
    }
    if (sent instanceof JsonArray array) {
      return found instanceof JsonArray other && items(array, other, name);
    }
    if (sent instanceof JsonNumber number) {
      return found instanceof JsonNumber other && sameNumber(number, other);
    }
    if (sent instanceof JsonString text) {
      return found instanceof JsonString other && sameText(text.value(), other.value(), name);
    }
    return sent.equals(found);
  }

  private boolean members(JsonObject sent, JsonObject found) {
    for (Map.Entry<String, JsonValue> member : sent.members().entrySet()) {
      String name = member.getKey();
      if (!name.equals("display") && !within(member.getValue(), found.members().get(name), name)) {
        return false;
      }
    }
    return true;
  }

  // Each item once, in any order: the server puts items of its own in front or behind.
  private boolean items(JsonArray sent, JsonArray found, String name) {
    List<JsonValue> left = new ArrayList<>(found.items());
    for (JsonValue item : sent.items()) {
      if (!takeOne(item, left, name)) {
        return false;
      }
    }
    return true;
  }

  private boolean takeOne(JsonValue item, List<JsonValue> left, String name) {
    for (Iterator<JsonValue> each = left.iterator(); each.hasNext(); ) {
      if (within(item, each.next(), name)) {
        each.remove();
        return true;
      }
    }
    return false;
  }

  private static boolean sameNumber(JsonNumber one, JsonNumber other) {
    try {
      return one.toBigDecimal().compareTo(other.toBigDecimal()) == 0;
    } catch (NumberFormatException e) {
      return one.equals(other);
    }
  }

  private boolean sameText(String sent, String found, String name) {
    if (sent.equals(found)) {
      return true;
    }
    if (name.equals("system")) {
      return IdentifierSystems.same(sent, found);
    }
    if (inPart && found.contains(MASK)) {
      return true;
    }
    Optional<Instant> time = FhirDateTime.read(sent).toInstant();
    return time.isPresent() && Objects.equals(time, FhirDateTime.read(found).toInstant());
  }
}

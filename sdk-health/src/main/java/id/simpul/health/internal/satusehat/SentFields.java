package id.simpul.health.internal.satusehat;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.FhirDateTime;
import id.simpul.health.fhir.type.Identifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a record on the server is the one that was sent. The server adds members and items of its
 * own, so only what was sent is compared, by its meaning: times as points in time, numbers by
 * value, systems without a slash at their end, references by the kind and id they end in. Names
 * shown with references and codes, metadata and narratives do not count.
 *
 * <p>Patients are shown masked and in part ({@code BU##}), so for them what is not shown cannot
 * differ, and a mask stands for one character each. But a record that shows neither name, birth
 * date nor gender may be anybody's: those three must be shown, of the name some letter of a part
 * that was sent, and the last two without a mask.
 */
final class SentFields {
  private static final Set<String> NOT_COMPARED = Set.of("id", "meta", "text");
  private static final List<String> NAME_PARTS = List.of("text", "family", "given");
  private static final char MASK = '#';
  private static final int NONE = -1;

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
    // The server shows doses without the identifiers they were sent with.
    boolean withoutNumbers =
        sent instanceof Immunization && found.list("identifier", Identifier.TYPE).isEmpty();
    SentFields fields = new SentFields(sent instanceof Patient);
    JsonObject.Builder compared = JsonObject.builder();
    sent.json()
        .members()
        .forEach((name, value) -> {
          if (!NOT_COMPARED.contains(name) && !(withoutNumbers && name.equals("identifier"))) {
            compared.put(name, value);
          }
        });
    if (sent instanceof Patient && !isSamePerson(sent.json(), found.json())) {
      return false;
    }
    return fields.within(compared.build(), found.json(), "");
  }

  private static boolean isSamePerson(JsonObject sent, JsonObject found) {
    return sent.members().get("name") instanceof JsonArray names
        && found.members().get("name") instanceof JsonArray shown
        && NAME_PARTS.stream().anyMatch(part -> hasLetter(names, part) && hasLetter(shown, part))
        && isShown("birthDate", sent, found)
        && isShown("gender", sent, found);
  }

  /** Whether one of the names has this part, with more in it than a mask. */
  private static boolean hasLetter(JsonArray names, String part) {
    return names.items().stream()
        .filter(JsonObject.class::isInstance)
        .flatMap(name -> ((JsonObject) name).get(part).stream())
        .flatMap(value -> value instanceof JsonArray all ? all.items().stream() : Stream.of(value))
        .anyMatch(value ->
            value instanceof JsonString text && text.value().chars().anyMatch(Character::isLetter));
  }

  private static boolean isShown(String name, JsonObject sent, JsonObject found) {
    return sent.members().get(name) instanceof JsonString text
        && text.equals(found.members().get(name));
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
    Pairing pairing = new Pairing(sent.items(), found.items(), name);
    for (int i = 0; i < sent.items().size(); i++) {
      if (!pairing.place(i, new boolean[found.items().size()])) {
        return false;
      }
    }
    return true;
  }

  /** Which item of what was found stands for which that was sent. */
  private final class Pairing {
    private final List<JsonValue> sent;
    private final List<JsonValue> found;
    private final String name;
    private final int[] taken;

    Pairing(List<JsonValue> sent, List<JsonValue> found, String name) {
      this.sent = sent;
      this.found = found;
      this.name = name;
      this.taken = new int[found.size()];
      Arrays.fill(taken, NONE);
    }

    // An item that took another's only partner moves on, if there is one more for it.
    boolean place(int item, boolean[] asked) {
      for (int i = 0; i < asked.length; i++) {
        if (!asked[i] && within(sent.get(item), found.get(i), name)) {
          asked[i] = true;
          if (taken[i] == NONE || place(taken[i], asked)) {
            taken[i] = item;
            return true;
          }
        }
      }
      return false;
    }
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
    if (name.equals("reference")) {
      return ReferenceTail.same(sent, found);
    }
    if (inPart && isMaskOf(sent, found)) {
      return true;
    }
    Optional<Instant> time = FhirDateTime.read(sent).toInstant();
    return time.isPresent() && Objects.equals(time, FhirDateTime.read(found).toInstant());
  }

  private static boolean isMaskOf(String sent, String found) {
    if (sent.length() != found.length()) {
      return false;
    }
    for (int i = 0; i < sent.length(); i++) {
      if (found.charAt(i) != MASK && found.charAt(i) != sent.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

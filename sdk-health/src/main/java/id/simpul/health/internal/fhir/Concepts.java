package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import java.util.Set;

/** Codes in a {@code CodeableConcept}. */
final class Concepts {
  private Concepts() {}

  /** Whether a concept has a coding of a system with one of the codes. */
  static boolean hasOneOf(JsonObject concept, String system, Set<String> codes) {
    if (!(concept.members().get("coding") instanceof JsonArray codings)) {
      return false;
    }
    for (JsonValue item : codings.items()) {
      if (item instanceof JsonObject coding
          && coding.members().get("system") instanceof JsonString s
          && s.value().equals(system)
          && coding.members().get("code") instanceof JsonString c
          && codes.contains(c.value())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a member of an object is such a concept. */
  static boolean hasOneOf(JsonObject owner, String member, String system, Set<String> codes) {
    return owner.members().get(member) instanceof JsonObject concept
        && hasOneOf(concept, system, codes);
  }
}

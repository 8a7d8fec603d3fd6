package id.simpul.health.internal.fhir;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Members by the names FHIRPath has for them: {@code occurrence} for {@code occurrenceDateTime},
 * {@code birthDate} for {@code _birthDate}. Only names of the standard, and those known of servers,
 * are ever given, so that showing them tells nothing of anybody.
 */
final class PathNames {
  private static final String CHOICE = "[x]";

  /** Of what is known of no type; where types disagree, a plain name goes before a choice. */
  private static final Map<String, String> ANYWHERE = anywhere();

  private PathNames() {}

  private static Map<String, String> anywhere() {
    Map<String, String> names = new HashMap<>();
    for (String type : References.RESOURCES) {
      names.put(type, type);
    }
    for (String known : new String[] {"resourceType", "resourceID", "encrypted", "plaintext"}) {
      names.put(known, known);
    }
    for (Shape shape : Shapes.all()) {
      shape.members.forEach((wire, member) -> {
        String name = ofSlot(shape.slots.get(member.slot()));
        names.merge(wire, name, (one, other) -> one.equals(wire) ? one : other);
        if (member.primitive() != null) {
          names.putIfAbsent("_" + wire, name);
        }
      });
    }
    return Map.copyOf(names);
  }

  /** A member of a type by its slot; {@code div} is an operator of FHIRPath unless it is quoted. */
  static String ofSlot(String slot) {
    if (slot.equals("div")) {
      return "`div`";
    }
    return slot.endsWith(CHOICE) ? slot.substring(0, slot.length() - CHOICE.length()) : slot;
  }

  /** The kind of a resource; {@code Resource} for one that is none of R4's. */
  static String ofRoot(@Nullable String type) {
    return type != null && References.RESOURCES.contains(type) ? type : "Resource";
  }

  /**
   * A member by its name on the wire.
   *
   * @param owner the type of the object that has it, or null when that is not described
   * @return the name, or null when FHIR R4 has none
   */
  static @Nullable String of(@Nullable Shape owner, @Nullable String wire) {
    if (wire == null) {
      return null;
    }
    if (owner != null) {
      Member member = owner.members.get(wire.startsWith("_") ? wire.substring(1) : wire);
      if (member != null && (member.primitive() != null || !wire.startsWith("_"))) {
        return ofSlot(owner.slots.get(member.slot()));
      }
    }
    return ANYWHERE.get(wire);
  }
}

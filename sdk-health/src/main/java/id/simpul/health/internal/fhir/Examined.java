package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.health.fhir.FhirProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A resource after the walk: repaired where that loses nothing, with all that was found.
 *
 * @param json the resource as it is held and written
 * @param problems what was found, in document order, at most {@link Walk#MAX_PROBLEMS} of each kind
 */
public record Examined(JsonObject json, List<FhirProblem> problems) {

  /** The constraint on references to contained resources, which a part cannot keep by itself. */
  public static final String DANGLING = "ref-1";

  /** The most letters of a kind of resource; FHIR R4's longest has 33. */
  static final int MAX_NAME_LENGTH = 64;

  /** Copies the problems. */
  public Examined {
    problems = List.copyOf(problems);
  }

  /**
   * Walks through a resource.
   *
   * @param raw the resource as it was read or built
   * @param type the kind it must be, or null for whichever it says it is
   * @return what came of it
   */
  public static Examined of(JsonObject raw, @Nullable String type) {
    return new Walk().of(raw, type, false);
  }

  /**
   * Walks through a resource that another one contains, which may point at its siblings.
   *
   * @param raw the resource as it is held in the other
   * @param type the kind it must be, or null for whichever it says it is
   * @return what came of it
   */
  public static Examined part(JsonObject raw, @Nullable String type) {
    return new Walk().of(raw, type, true);
  }

  /**
   * The kind of resource an object says it is.
   *
   * @param object any object
   * @return the name, or null when there is none of letters alone that a resource may have
   */
  public static @Nullable String typeOf(JsonObject object) {
    return object.members().get("resourceType") instanceof JsonString type && isName(type.value())
        ? type.value()
        : null;
  }

  private static boolean isName(String text) {
    boolean base = text.equals("Resource") || text.equals("DomainResource");
    boolean name = !base && !text.isEmpty() && text.length() <= MAX_NAME_LENGTH;
    for (int i = 0; name && i < text.length(); i++) {
      name = (text.charAt(i) | 0x20) >= 'a' && (text.charAt(i) | 0x20) <= 'z';
    }
    return name;
  }
}

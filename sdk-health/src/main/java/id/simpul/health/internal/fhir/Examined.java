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
   * @return what came of it
   */
  public static Examined of(JsonObject raw) {
    return new Walk().of(raw);
  }

  /**
   * The kind of resource an object says it is.
   *
   * @param object any object
   * @return the name, or null when there is none of letters alone
   */
  public static @Nullable String typeOf(JsonObject object) {
    return object.members().get("resourceType") instanceof JsonString type && isName(type.value())
        ? type.value()
        : null;
  }

  private static boolean isName(String text) {
    boolean name = !text.isEmpty() && text.length() <= MAX_NAME_LENGTH;
    for (int i = 0; name && i < text.length(); i++) {
      name = (text.charAt(i) | 0x20) >= 'a' && (text.charAt(i) | 0x20) <= 'z';
    }
    return name;
  }
}

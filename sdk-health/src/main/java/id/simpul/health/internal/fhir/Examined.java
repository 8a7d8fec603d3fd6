package id.simpul.health.internal.fhir;

import id.simpul.core.format.JsonObject;
import id.simpul.health.fhir.FhirProblem;
import java.util.List;

/**
 * A resource after the walk: repaired where that loses nothing, with all that was found.
 *
 * @param json the resource as it is held and written
 * @param problems what was found, in document order, at most {@link Walk#MAX_PROBLEMS}
 */
public record Examined(JsonObject json, List<FhirProblem> problems) {

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
}

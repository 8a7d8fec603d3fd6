package id.simpul.health.internal.satusehat;

import id.simpul.health.IdentifierSystems;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.fhir.type.Identifier;
import java.util.List;
import java.util.Map;

/**
 * A facility names its own records in systems of its own: {@code
 * http://sys-ids.kemkes.go.id/<resource>/<organization>}. One of another organization is refused
 * ("Wrong organization ID provided by system URL").
 */
public final class IdentifierRules {
  // The dictionary has a number for each kind; what it does not name is told as of an encounter.
  private static final int OF_ENCOUNTER = 10117;
  private static final Map<String, Integer> RULES =
      Map.of(
          "Observation", 10441,
          "Procedure", 10442,
          "AllergyIntolerance", 10443,
          "Condition", 10444,
          "MedicationStatement", 10445,
          "Organization", 10446,
          "Location", 10447,
          "EpisodeOfCare", 10458);
  private static final int STEPS_BEFORE_ORGANIZATION = 1;

  private IdentifierRules() {}

  /**
   * Checks a resource; patients are everybody's.
   *
   * @param resource the resource
   * @param organizationId the organization the client id belongs to
   * @param found where violations go
   */
  public static void check(Resource resource, String organizationId, RuleFindings found) {
    if (resource instanceof Patient) {
      return;
    }
    List<Identifier> identifiers = resource.list("identifier", Identifier.TYPE);
    for (int i = 0; i < identifiers.size(); i++) {
      String system = identifiers.get(i).system().orElse("");
      if (system.startsWith(IdentifierSystems.OWN)
          && !IdentifierSystems.same(system, IdentifierSystems.CREATOR)) {
        String[] steps = system.substring(IdentifierSystems.OWN.length()).split("/", -1);
        if (steps.length > STEPS_BEFORE_ORGANIZATION
            && !steps[STEPS_BEFORE_ORGANIZATION].equals(organizationId)) {
          found.add(
              RULES.getOrDefault(resource.resourceType(), OF_ENCOUNTER),
              "identifier[" + i + "].system",
              "names another organization than the client's");
        }
      }
    }
  }
}

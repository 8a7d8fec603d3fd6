package id.simpul.health;

import id.simpul.health.fhir.Encounter;
import id.simpul.health.fhir.Immunization;
import id.simpul.health.fhir.Location;
import id.simpul.health.fhir.Organization;
import id.simpul.health.fhir.Patient;
import id.simpul.health.fhir.Resource;
import id.simpul.health.internal.satusehat.EncounterRules;
import id.simpul.health.internal.satusehat.IdentifierRules;
import id.simpul.health.internal.satusehat.ImmunizationRules;
import id.simpul.health.internal.satusehat.LocationRules;
import id.simpul.health.internal.satusehat.OrganizationRules;
import id.simpul.health.internal.satusehat.PatientRules;
import id.simpul.health.internal.satusehat.RuleFindings;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The business rules of SATUSEHAT that can be checked before anything is sent, by the numbers of
 * its dictionary of validations (<i>kamus validasi</i>): those of Immunization, Patient, Encounter,
 * Location and Organization, and the systems of a facility's own identifiers. Rules of FHIR itself
 * are {@link Resource#violations}. Immutable.
 */
public final class SatuSehatRules {
  /** No rules: all is left to the server. */
  public static final SatuSehatRules NONE = new SatuSehatRules("", false, null);

  private static final int PATCH_PATH = 10171;
  private static final String OPERATIONAL_STATUS = "/operationalStatus/";

  private final String organizationId;
  private final boolean checking;
  private final @Nullable LocalDate earliest;

  private SatuSehatRules(String organizationId, boolean checking, @Nullable LocalDate earliest) {
    this.organizationId = Objects.requireNonNull(organizationId, "organizationId");
    this.checking = checking;
    this.earliest = earliest;
  }

  /**
   * All rules, for one organization, without an earliest day.
   *
   * @param organizationId the organization the client id belongs to
   * @return the rules
   */
  public static SatuSehatRules of(String organizationId) {
    return new SatuSehatRules(organizationId, true, null);
  }

  /**
   * These rules with an earliest day for what happened (10132). The official texts contradict each
   * other, 31 August 2022 and 3 June 2014, so there is none unless it is set.
   *
   * @param day the first day taken
   * @return a copy
   */
  public SatuSehatRules withEarliest(LocalDate day) {
    return new SatuSehatRules(organizationId, checking, Objects.requireNonNull(day, "day"));
  }

  /**
   * Checks a resource.
   *
   * @param resource the resource as it would be sent
   * @return every violation with the number the server would name, empty when there is none
   */
  public List<RuleViolation> check(Resource resource) {
    RuleFindings found = new RuleFindings(resource.resourceType());
    if (checking) {
      IdentifierRules.check(resource, organizationId, found);
      if (resource instanceof Immunization dose) {
        ImmunizationRules.check(dose, earliest, found);
      } else if (resource instanceof Patient patient) {
        PatientRules.check(patient, found);
      } else if (resource instanceof Encounter encounter) {
        EncounterRules.check(encounter, found);
      } else if (resource instanceof Location location) {
        LocationRules.check(location, found);
      } else if (resource instanceof Organization organization) {
        OrganizationRules.check(organization, found);
      }
    }
    return found.list();
  }

  /**
   * Checks a patch.
   *
   * @param resourceType the kind of resource it changes
   * @param patch the changes
   * @return every violation
   */
  public List<RuleViolation> check(String resourceType, JsonPatch patch) {
    RuleFindings found = new RuleFindings(resourceType);
    if (checking && resourceType.equals(Location.TYPE.name())) {
      for (JsonPatch.Change change : patch.changes()) {
        if (change.path().startsWith(OPERATIONAL_STATUS)) {
          found.add(
              PATCH_PATH, "operationalStatus", "is patched as a whole, at /operationalStatus");
        }
      }
    }
    return found.list();
  }
}

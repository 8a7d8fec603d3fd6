package id.simpul.health.internal.satusehat;

import id.simpul.health.fhir.Organization;
import id.simpul.health.fhir.type.Address;
import id.simpul.health.fhir.type.CodeableConcept;
import id.simpul.health.fhir.type.ContactPoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for an organization: each code from the system, or of the set, the server takes. */
public final class OrganizationRules {
  private static final int TYPE = 10089;
  private static final int TELECOM_SYSTEM = 10090;
  private static final int TELECOM_USE = 10091;
  private static final int ADDRESS_USE = 10092;
  private static final int ADDRESS_TYPE = 10093;
  private static final int CONTACT_PURPOSE = 10094;

  private static final String FOREIGN = "uses a code the server does not take there";
  private static final Set<String> TYPE_SYSTEMS =
      Set.of(
          "http://terminology.hl7.org/CodeSystem/organization-type",
          "http://terminology.kemkes.go.id/CodeSystem/organization-type");
  private static final Set<String> PURPOSE_SYSTEMS =
      Set.of("http://terminology.hl7.org/CodeSystem/contactentity-type");
  private static final Set<String> TELECOM_SYSTEMS =
      Set.of("phone", "fax", "email", "pager", "url", "sms", "other");
  private static final Set<String> TELECOM_USES = Set.of("home", "work", "temp", "old", "mobile");
  private static final Set<String> ADDRESS_USES = Set.of("home", "work", "temp", "old", "billing");
  private static final Set<String> ADDRESS_TYPES = Set.of("postal", "physical", "both");

  private OrganizationRules() {}

  /**
   * Checks an organization.
   *
   * @param organization the organization
   * @param found where violations go
   */
  public static void check(Organization organization, RuleFindings found) {
    checkSystems(organization.type(), TYPE_SYSTEMS, TYPE, "type", found);
    checkSystems(
        organization.contact().stream()
            .map(Organization.Contact::purpose)
            .flatMap(Optional::stream)
            .toList(),
        PURPOSE_SYSTEMS,
        CONTACT_PURPOSE,
        "contact.purpose",
        found);
    for (ContactPoint telecom : organization.telecom()) {
      checkCode(telecom.system(), TELECOM_SYSTEMS, TELECOM_SYSTEM, "telecom.system", found);
      checkCode(telecom.use(), TELECOM_USES, TELECOM_USE, "telecom.use", found);
    }
    for (Address address : organization.address()) {
      checkCode(address.use(), ADDRESS_USES, ADDRESS_USE, "address.use", found);
      checkCode(address.type(), ADDRESS_TYPES, ADDRESS_TYPE, "address.type", found);
    }
  }

  private static void checkSystems(
      List<CodeableConcept> concepts,
      Set<String> systems,
      int rule,
      String where,
      RuleFindings found) {
    boolean foreign =
        concepts.stream()
            .flatMap(c -> c.coding().stream())
            .anyMatch(c -> c.system().filter(s -> !systems.contains(s)).isPresent());
    if (foreign) {
      found.add(rule, where, "uses a code system the server does not take there");
    }
  }

  private static void checkCode(
      Optional<String> code, Set<String> codes, int rule, String where, RuleFindings found) {
    if (code.isPresent() && !codes.contains(code.get())) {
      found.add(rule, where, FOREIGN);
    }
  }
}

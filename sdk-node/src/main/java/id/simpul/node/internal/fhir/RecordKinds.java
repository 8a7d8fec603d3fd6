package id.simpul.node.internal.fhir;

import id.simpul.node.internal.fhir.SearchParameter.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of resource a node keeps, and by what each is found. They are those whose rules it can
 * check. Slots and appointments are none: what holds a slot is the booking, and a record beside it
 * would promise a place that nobody keeps. Nor are subscriptions, which nobody would serve.
 */
final class RecordKinds {
  private static final String IDENTIFIER = "identifier";
  private static final String STATUS = "status";
  private static final String SUBJECT = "subject";
  private static final String NAME = "name";
  private static final String GENDER = "gender";
  private static final String HL7 = "http://hl7.org/fhir/";
  private static final Map<String, String> STATUS_SYSTEMS =
      Map.of(
          "Encounter", HL7 + "encounter-status",
          "Immunization", HL7 + "event-status",
          "Observation", HL7 + "observation-status",
          "MeasureReport", HL7 + "measure-report-status");

  private static final Map<String, List<SearchParameter>> KINDS = kinds();

  private RecordKinds() {}

  private static Map<String, List<SearchParameter>> kinds() {
    Map<String, List<SearchParameter>> kinds = new LinkedHashMap<>();
    kinds.put("Patient", person());
    kinds.put("Practitioner", person());
    kinds.put("Organization", List.of(identifier(), name(), reference("partof", "partOf")));
    kinds.put(
        "Location",
        List.of(identifier(), name(), reference("organization", "managingOrganization")));
    kinds.put(
        "Encounter",
        List.of(identifier(), status(), reference(SUBJECT, SUBJECT), patient(SUBJECT)));
    kinds.put(
        "Immunization",
        List.of(identifier(), status(), patient("patient"), token("vaccine-code", "vaccineCode")));
    kinds.put("Observation", List.of(finding(status())));
    kinds.put("Condition", List.of(finding(token("clinical-status", "clinicalStatus"))));
    kinds.put("MeasureReport", List.of(identifier(), status(), reference(SUBJECT, SUBJECT)));
    return kinds;
  }

  private static List<SearchParameter> person() {
    return List.of(
        identifier(),
        name(),
        SearchParameter.of("birthdate", Kind.DATE, "birthDate"),
        token(GENDER, GENDER));
  }

  private static SearchParameter[] finding(SearchParameter state) {
    return new SearchParameter[] {
      identifier(),
      state,
      token("code", "code"),
      reference(SUBJECT, SUBJECT),
      patient(SUBJECT),
      reference("encounter", "encounter")
    };
  }

  private static SearchParameter identifier() {
    return token(IDENTIFIER, IDENTIFIER);
  }

  private static SearchParameter status() {
    return token(STATUS, STATUS);
  }

  private static SearchParameter name() {
    return SearchParameter.of(NAME, Kind.STRING, NAME);
  }

  private static SearchParameter token(String name, String path) {
    return SearchParameter.of(name, Kind.TOKEN, path);
  }

  private static SearchParameter reference(String name, String path) {
    return SearchParameter.of(name, Kind.REFERENCE, path);
  }

  private static SearchParameter patient(String path) {
    return SearchParameter.patient(path);
  }

  /**
   * The system of a code that stands alone, which its value set implies (FHIR R4, section
   * 3.1.1.4.10).
   *
   * @param kind the kind of resource
   * @param parameter the name of what finds it
   * @return the system, {@code ""} for none
   */
  static String codeSystem(String kind, String parameter) {
    return parameter.equals(GENDER)
        ? HL7 + "administrative-gender"
        : parameter.equals(STATUS) ? STATUS_SYSTEMS.getOrDefault(kind, "") : "";
  }

  /** The names of the kinds. */
  static Set<String> names() {
    return KINDS.keySet();
  }

  /** Whether a node keeps resources of a kind. */
  static boolean has(String kind) {
    return KINDS.containsKey(kind);
  }

  /** By what resources of a kind are found. */
  static List<SearchParameter> parameters(String kind) {
    return KINDS.getOrDefault(kind, List.of());
  }

  /** One of the parameters of a kind. */
  static Optional<SearchParameter> parameter(String kind, String name) {
    return parameters(kind).stream().filter(p -> p.name().equals(name)).findFirst();
  }
}

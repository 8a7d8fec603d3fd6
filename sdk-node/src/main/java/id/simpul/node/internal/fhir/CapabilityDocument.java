package id.simpul.node.internal.fhir;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.health.fhir.Resource;
import java.util.ArrayList;
import java.util.List;

/** Writes what the server offers as a CapabilityStatement (FHIR R4, section 5.2). */
final class CapabilityDocument {
  /** When what is said here was last changed. */
  private static final String CHANGED = "2026-11-22";

  private static final List<String> INTERACTIONS =
      List.of(
          "read",
          "vread",
          "update",
          "patch",
          "history-instance",
          "delete",
          "create",
          "search-type");
  private static final String SECURITY =
      "A key with the role health as Bearer (custodian to delete, exporter to export), or a token for it from /oauth2/v1/accesstoken"
          + " (grant_type=client_credentials; client_id the key's name, client_secret the key).";

  private static final String PATCHES =
      "PATCH takes the operations add and replace of JSON Patch (RFC 6902), 100 at most.";
  private static final String DATES =
      "A year, a month or a day, alone or with eq: dates are kept as digests, so nothing lies before"
          + " or after one.";

  // Bulk Data Access 2.0, section 5.1.
  private static final JsonObject EXPORT =
      JsonObject.builder()
          .put("name", "export")
          .put("definition", "http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export")
          .build();

  private CapabilityDocument() {}

  /**
   * The document.
   *
   * @param place where the records stand
   * @param release the version of the node's software
   */
  static Resource of(Place place, String release) {
    List<JsonValue> resources = new ArrayList<>();
    RecordKinds.names().forEach(kind -> resources.add(kind(kind)));
    JsonObject rest =
        JsonObject.builder()
            .put("mode", "server")
            .put("documentation", PATCHES)
            .put("security", JsonObject.builder().put("description", SECURITY).build())
            .put("resource", new JsonArray(resources))
            .put("interaction", codes(List.of("transaction")))
            .put("operation", new JsonArray(List.of(EXPORT)))
            .build();
    return Records.read(
        JsonObject.builder()
            .put("resourceType", "CapabilityStatement")
            .put("status", "active")
            .put("date", CHANGED)
            .put("kind", "instance")
            .put(
                "software",
                JsonObject.builder().put("name", "Simpul node").put("version", release).build())
            .put(
                "implementation",
                JsonObject.builder()
                    .put("description", "Health records of a region")
                    .put("url", place.base().toString())
                    .build())
            .put("fhirVersion", "4.0.1")
            .put("format", JsonArray.ofStrings(List.of("application/fhir+json", "json")))
            .put("patchFormat", JsonArray.ofStrings(List.of("application/json-patch+json")))
            .put("rest", new JsonArray(List.of(rest)))
            .build());
  }

  private static JsonObject kind(String kind) {
    List<JsonValue> parameters = new ArrayList<>();
    parameters.add(parameter("_id", "token"));
    parameters.add(parameter("_lastUpdated", "date"));
    for (SearchParameter parameter : RecordKinds.parameters(kind)) {
      JsonObject said = parameter(parameter.name(), parameter.kind().word());
      parameters.add(
          parameter.kind() == SearchParameter.Kind.DATE
              ? JsonObject.builder().putAll(said).put("documentation", DATES).build()
              : said);
    }
    return JsonObject.builder()
        .put("type", kind)
        .put("interaction", codes(INTERACTIONS))
        .put("versioning", "versioned")
        .put("readHistory", JsonBoolean.TRUE)
        .put("updateCreate", JsonBoolean.FALSE)
        .put("conditionalCreate", JsonBoolean.FALSE)
        .put("conditionalUpdate", JsonBoolean.FALSE)
        .put("searchParam", new JsonArray(parameters))
        .build();
  }

  private static JsonObject parameter(String name, String type) {
    return JsonObject.builder().put("name", name).put("type", type).build();
  }

  private static JsonArray codes(List<String> codes) {
    List<JsonValue> interactions = new ArrayList<>();
    codes.forEach(code -> interactions.add(JsonObject.builder().put("code", code).build()));
    return new JsonArray(interactions);
  }
}

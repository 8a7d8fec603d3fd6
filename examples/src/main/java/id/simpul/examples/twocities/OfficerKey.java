package id.simpul.examples.twocities;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.node.ApiKey;
import java.util.List;

/** The file with the API keys of a city's officers and health workers, as their digests. */
final class OfficerKey {
  private static final String OFFICER = "petugas";

  /** What the key of the health workers is called. */
  static final String VACCINATOR = "vaksinator";

  private OfficerKey() {}

  static byte[] file(City city) {
    ApiKey officer = ApiKey.of(OFFICER, ApiKey.Role.OFFICER, city.officerKey());
    ApiKey vaccinator = ApiKey.of(VACCINATOR, ApiKey.Role.HEALTH, city.healthKey());
    JsonArray keys = new JsonArray(List.of(entry(officer, "officer"), entry(vaccinator, "health")));
    return Json.toBytes(JsonObject.builder().put("keys", keys).build());
  }

  private static JsonValue entry(ApiKey key, String role) {
    return JsonObject.builder()
        .put("name", key.name())
        .put("role", role)
        .put("sha256", key.digest())
        .build();
  }
}

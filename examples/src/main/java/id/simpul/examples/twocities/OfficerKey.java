package id.simpul.examples.twocities;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.node.ApiKey;
import java.util.List;

/** The file with the API key of a city's officers, as its digest. */
final class OfficerKey {
  private static final String OFFICER = "petugas";

  private OfficerKey() {}

  static byte[] file(City city) {
    ApiKey key = ApiKey.of(OFFICER, ApiKey.Role.OFFICER, city.officerKey());
    JsonValue entry =
        JsonObject.builder()
            .put("name", key.name())
            .put("role", "officer")
            .put("sha256", key.digest())
            .build();
    return Json.toBytes(JsonObject.builder().put("keys", new JsonArray(List.of(entry))).build());
  }
}

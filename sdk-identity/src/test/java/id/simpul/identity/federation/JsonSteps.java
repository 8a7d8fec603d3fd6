package id.simpul.identity.federation;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonValue;
import java.nio.charset.StandardCharsets;

/** Small steps with JSON in tests. */
final class JsonSteps {
  private JsonSteps() {}

  static JsonValue first(JsonValue array) {
    return ((JsonArray) array).items().get(0);
  }

  static String text(JsonValue value) {
    return new String(Json.toBytes(value), StandardCharsets.UTF_8);
  }
}

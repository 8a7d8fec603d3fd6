package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.health.internal.fhir.RandomResources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Resources by chance, spoiled as servers spoil them: with empty values, lists of nothing but
 * places, one value where a list belongs. Reading puts them right and changes nothing else.
 */
class FhirSpoiledTest {
  private static final int ROUNDS = 60;
  private static final List<JsonValue> EMPTY =
      List.of(
          JsonNull.NULL,
          new JsonString(""),
          JsonObject.EMPTY,
          JsonArray.EMPTY,
          new JsonArray(List.of(JsonNull.NULL, JsonObject.EMPTY)));

  private Random random = new Random(0);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Appointment",
        "Bundle",
        "Condition",
        "Encounter",
        "Immunization",
        "Location",
        "MeasureReport",
        "Observation",
        "OperationOutcome",
        "Organization",
        "Parameters",
        "Patient",
        "Practitioner",
        "Schedule",
        "Slot",
        "Subscription"
      })
  void read_spoiledResource_isPutRightAndNothingElse(String type) throws IOException {
    int repaired = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      random = new Random(seed);
      JsonObject spoiled = spoil(new RandomResources(seed).next(type));

      Resource resource = FhirJson.of(spoiled);

      ByteArrayOutputStream out = new ByteArrayOutputStream();
      FhirJson.writeAsHeld(resource, out);
      JsonValue right = Objects.requireNonNull(ReadOracle.withoutEmpties(spoiled));
      assertThat(out.toByteArray())
          .as("seed %d of %s", seed, type)
          .asString()
          .isEqualTo(
              new String(
                  Json.toBytes(ReadOracle.likeItsLists(right, resource.json())),
                  StandardCharsets.UTF_8));
      assertThat(FhirJson.of(resource.json()).json()).isEqualTo(resource.json());
      boolean told =
          resource.problems().stream().anyMatch(p -> p.kind() == FhirProblem.Kind.REPAIRED);
      assertThat(told).isEqualTo(!spoiled.equals(resource.json()));
      repaired += told ? 1 : 0;
    }
    assertThat(repaired).isGreaterThan(ROUNDS / 2);
  }

  private boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  private JsonValue spoil(JsonValue value) {
    if (value instanceof JsonArray array) {
      List<JsonValue> items = new ArrayList<>();
      for (JsonValue item : array.items()) {
        items.add(spoil(item));
      }
      if (once(8)) {
        items.add(random.nextInt(items.size() + 1), nothing());
      }
      return items.size() == 1 && once(3) ? items.get(0) : new JsonArray(items);
    }
    return value instanceof JsonObject object ? spoil(object) : value;
  }

  private JsonObject spoil(JsonObject object) {
    JsonObject.Builder spoiled = JsonObject.builder();
    for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
      boolean texts =
          member.getValue() instanceof JsonArray array
              && array.items().get(0) instanceof JsonString;
      if (once(10)) {
        spoiled.put("simpul" + random.nextInt(1000), nothing());
      }
      if (texts && once(2)) {
        paired(member.getKey(), (JsonArray) member.getValue(), spoiled);
      } else {
        spoiled.put(member.getKey(), spoil(member.getValue()));
      }
    }
    if (object.members().containsKey("resourceType") && once(3)) {
      spoiled.put("plaintext", "{}");
    }
    return spoiled.build();
  }

  /** A list of texts and one of their extensions, each with places where there is nothing. */
  private void paired(String name, JsonArray texts, JsonObject.Builder spoiled) {
    List<JsonValue> values = new ArrayList<>();
    List<JsonValue> extensions = new ArrayList<>();
    for (JsonValue text : texts.items()) {
      values.add(once(2) ? nothing() : text);
      extensions.add(once(2) ? nothing() : JsonObject.builder().put("id", "e").build());
    }
    if (once(3)) {
      values.add(nothing());
    } else if (once(3)) {
      extensions.add(nothing());
    }
    if (once(2)) {
      spoiled.put(name, new JsonArray(values)).put("_" + name, new JsonArray(extensions));
    } else {
      spoiled.put("_" + name, new JsonArray(extensions)).put(name, new JsonArray(values));
    }
  }

  private JsonValue nothing() {
    return EMPTY.get(random.nextInt(EMPTY.size()));
  }
}

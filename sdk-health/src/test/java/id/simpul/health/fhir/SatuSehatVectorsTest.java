package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.health.support.Corpora;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Replies the national server was recorded to give: each that is FHIR is read, and written back as
 * it came but for what is empty and its private copies.
 */
@Tag("vectors")
class SatuSehatVectorsTest {
  private static final String CORPUS = "satusehat";
  private static final Pattern COUNT = Pattern.compile("([0-9]+) recorded replies");

  @Test
  void readAndWrite_eachReply_givesItBackWithoutWhatIsEmpty() throws IOException {
    Path folder = Corpora.folder(CORPUS);
    int accepted = 0;
    int refused = 0;
    for (JsonObject call : calls(folder)) {
      for (JsonValue response : items(call, "responses")) {
        JsonValue body = ((JsonObject) response).members().get("body");
        if (body instanceof JsonObject object && object.members().containsKey("resourceType")) {
          checkSame(object);
          accepted++;
        } else {
          JsonValue other = body == null ? JsonNull.NULL : body;
          assertThatThrownBy(() -> FhirJson.of(other)).isInstanceOf(FormatException.class);
          refused++;
        }
      }
    }
    int all = accepted + refused;
    Matcher count = COUNT.matcher(Files.readString(folder.resolve("SOURCE.txt")));
    assertThat(count.find()).as("the count in SOURCE.txt").isTrue();
    assertThat(all).isEqualTo(Integer.parseInt(count.group(1)));
    assertThat(accepted).isPositive();
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus %s%n",
        all, accepted, refused, 0, CORPUS);
  }

  @Test
  void read_eachRequest_takesIt() throws IOException {
    int read = 0;
    for (JsonObject call : calls(Corpora.folder(CORPUS))) {
      JsonValue body = call.members().get("requestBody");
      if (body instanceof JsonObject object && object.members().containsKey("resourceType")) {
        assertThat(FhirJson.of(object).resourceType()).isNotEmpty();
        read++;
      }
    }
    assertThat(read).isPositive();
  }

  private static void checkSame(JsonObject body) throws IOException {
    Resource resource = FhirJson.read(Json.toBytes(body));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    FhirJson.writeAsHeld(resource, out);
    JsonValue expected = Objects.requireNonNull(ReadOracle.withoutEmpties(body));
    JsonValue held = Json.read(out.toByteArray(), FhirJson.LIMITS);
    assertThat(ReadOracle.likeItsLists(expected, held)).isEqualTo(held);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            new String(
                Json.toBytes(ReadOracle.likeItsLists(expected, held)), StandardCharsets.UTF_8));
    assertThat(resource.problems().stream().anyMatch(p -> p.kind() == FhirProblem.Kind.REPAIRED))
        .as("what was left out is told of")
        .isEqualTo(!held.equals(body));
  }

  private static List<JsonObject> calls(Path folder) throws IOException {
    List<JsonObject> calls = new ArrayList<>();
    for (Path file : Corpora.filesBelow(folder)) {
      if (file.toString().endsWith(".json")) {
        JsonArray all = (JsonArray) Json.read(Files.readAllBytes(file), FhirJson.LIMITS);
        all.items().forEach(call -> calls.add((JsonObject) call));
      }
    }
    assertThat(calls).isNotEmpty();
    return calls;
  }

  private static List<JsonValue> items(JsonObject object, String name) {
    return object.members().get(name) instanceof JsonArray array ? array.items() : List.of();
  }
}

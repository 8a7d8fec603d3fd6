package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.health.support.Corpora;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The public examples of FHIR R4: none loses or changes an element, a decimal or an order. */
@Tag("vectors")
class FhirR4VectorsTest {
  private static final String CORPUS = "fhir-r4";
  private static final Pattern COUNT = Pattern.compile("Count here: ([0-9]+) resources");

  /** Examples that break a rule of the standard they are examples of: file, then where. */
  private static final Map<String, String> BROKEN =
      Map.of(
          // 10.1.4: a performer is a person, a team or an organization.
          "hl7/Observation-clinical-gender.json",
          "[Observation.performer[0]: points at another type of resource]");

  @Test
  void readAndWrite_eachExample_givesItBackToTheByte() throws IOException {
    Path folder = Corpora.folder(CORPUS);
    Map<String, byte[]> examples = examples(folder);
    Map<String, String> broken = new LinkedHashMap<>();
    int typed = 0;
    for (Map.Entry<String, byte[]> example : examples.entrySet()) {
      Resource resource = FhirJson.read(example.getValue());
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      FhirJson.writeAsHeld(resource, out);
      assertThat(out.toString(StandardCharsets.UTF_8))
          .as(example.getKey())
          .isEqualTo(
              new String(
                  Json.toBytes(Json.read(example.getValue(), FhirJson.LIMITS)),
                  StandardCharsets.UTF_8));
      assertThat(FhirJson.read(out.toByteArray())).isEqualTo(resource);
      typed += resource instanceof OtherResource ? 0 : 1;
      if (!resource.problems().isEmpty()) {
        broken.put(example.getKey(), resource.problems().toString());
      }
    }
    assertThat(broken).containsExactlyInAnyOrderEntriesOf(BROKEN);
    assertThat(typed).as("resources with a class").isGreaterThan(examples.size() / 4);
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus %s%n",
        examples.size(), examples.size(), 0, 0, CORPUS);
  }

  static Map<String, byte[]> examples(Path folder) throws IOException {
    Map<String, byte[]> examples = new LinkedHashMap<>();
    for (Path file : Corpora.filesBelow(folder)) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (name.endsWith(".json")) {
        examples.put(name, Files.readAllBytes(file));
      } else if (name.endsWith(".ndjson")) {
        int line = 0;
        for (String text : Files.readAllLines(file)) {
          line++;
          if (!text.isBlank()) {
            examples.put(name + ":" + line, text.getBytes(StandardCharsets.UTF_8));
          }
        }
      }
    }
    Matcher count = COUNT.matcher(Files.readString(folder.resolve("SOURCE.txt")));
    assertThat(count.find()).as("the count in SOURCE.txt").isTrue();
    assertThat(examples).hasSize(Integer.parseInt(count.group(1)));
    assertThat(examples).as("resources of the corpus").isNotEmpty();
    return examples;
  }
}

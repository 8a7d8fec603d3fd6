package id.simpul.health.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.health.internal.fhir.RandomResources;
import id.simpul.health.support.Corpora;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Writes what {@code interop/hapi} judges, a program with a class path of its own. */
@Tag("oracle")
@EnabledIfSystemProperty(named = "simpul.oracle", matches = "true")
class OracleFilesTest {
  private static final int RANDOM_OF_EACH = 25;
  private static final int RANDOM_OF_EACH_VALUE = 15;
  private static final int TRIES = 20_000;
  private static final Path FOLDER = Path.of("target", "oracle");

  @Test
  void write_corpusAsItCameAndAsItGoes_lineByLine() throws IOException {
    List<String> original = new ArrayList<>();
    List<String> written = new ArrayList<>();
    for (byte[] example : FhirR4VectorsTest.examples(Corpora.folder("fhir-r4")).values()) {
      original.add(text(Json.toBytes(Json.read(example, FhirJson.LIMITS))));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      FhirJson.writeAsHeld(FhirJson.read(example), out);
      written.add(text(out.toByteArray()));
    }
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve("original.ndjson"), original);
    Files.write(FOLDER.resolve("written.ndjson"), written);
  }

  @Test
  void write_whatIsBuilt_eachKind() throws IOException {
    List<String> built = new ArrayList<>();
    for (Resource resource : Samples.all()) {
      built.add(text(FhirJson.toBytes(resource)));
    }
    RandomResources random = new RandomResources(20261122);
    for (Resource sample : Samples.all()) {
      String type = sample.resourceType();
      built.addAll(byChance(type, RANDOM_OF_EACH, () -> random.next(type)));
    }
    for (String value : RandomResources.values()) {
      built.addAll(byChance(value, RANDOM_OF_EACH_VALUE, () -> parameter(value, random)));
    }
    Files.createDirectories(FOLDER);
    Files.write(FOLDER.resolve("built.ndjson"), built);
  }

  /** Chance breaks rules between members; what the writer refuses is not for the judge. */
  private static List<String> byChance(String what, int count, Supplier<JsonObject> chance)
      throws IOException {
    List<String> kept = new ArrayList<>();
    for (int i = 0; i < TRIES && kept.size() < count; i++) {
      Resource resource = FhirJson.of(chance.get());
      if (resource.violations().isEmpty()) {
        kept.add(text(FhirJson.toBytes(resource)));
      }
    }
    assertThat(kept).as(what + " by chance").hasSize(count);
    return kept;
  }

  private static JsonObject parameter(String value, RandomResources random) {
    return JsonObject.builder()
        .put("resourceType", "Parameters")
        .put(
            "parameter",
            new JsonArray(
                List.of(
                    JsonObject.builder()
                        .put("name", "uji")
                        .put(value, random.value("Parameters.parameter", value))
                        .build())))
        .build();
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}

package id.simpul.node.wire;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The five schemas that others have published for the answers of GeoReport v2. */
final class PublishedSchemas {
  /** Schemas by operation: of the whole answer, and of each item where the answer is a list. */
  static final Map<String, List<String>> OF_ANSWERS =
      Map.of(
          "georeport.v2.services.list", List.of("services.json", "service.json"),
          "georeport.v2.services.get", List.of("service-definition.json"),
          "georeport.v2.requests.list", List.of("requests.json", "request.json"),
          "georeport.v2.requests.get", List.of("requests.json", "request.json"));

  // Their references are relative, so that any common base will do.
  private static final String BASE = "https://georeport.example/";

  private final SchemaRegistry registry;

  // They name no dialect; what they use means the same in draft 4 and later ones.
  private PublishedSchemas(Path folder) {
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_4, builder -> builder.schemas(iri -> read(folder, iri)));
  }

  private static @Nullable String read(Path folder, String iri) {
    if (!iri.startsWith(BASE)) {
      return null;
    }
    try {
      return Files.readString(folder.resolve(iri.substring(BASE.length())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schemas, if the folder of corpora is here. */
  static Optional<PublishedSchemas> find() {
    String named = System.getProperty("simpul.corpora");
    Path corpora =
        named == null
            ? Path.of(System.getProperty("simpul.root", ".."), "../shared/corpora")
            : Path.of(named);
    Path folder = corpora.resolve("open311/schema/georeport-v2");
    if (named != null && !Files.isDirectory(folder)) {
      throw new AssertionError("simpul.corpora is set, but there is no " + folder);
    }
    return Files.isDirectory(folder) ? Optional.of(new PublishedSchemas(folder)) : Optional.empty();
  }

  /** Whether anybody has published a schema for an operation's answer. */
  static boolean know(String operation) {
    return OF_ANSWERS.containsKey(operation);
  }

  /** What is wrong with an answer. */
  List<String> violations(String operation, byte[] answer) throws IOException {
    List<String> names = OF_ANSWERS.getOrDefault(operation, List.of());
    List<String> found = new ArrayList<>(violations(names.get(0), text(answer)));
    if (names.size() > 1) {
      for (JsonValue item : items(answer)) {
        found.addAll(violations(names.get(1), text(Json.toBytes(item))));
      }
    }
    return found;
  }

  private List<String> violations(String schema, String json) {
    Schema rules = registry.getSchema(SchemaLocation.of(BASE + schema));
    return rules.validate(json, InputFormat.JSON).stream()
        .map(e -> schema + ": " + e.getInstanceLocation() + " " + e.getMessage())
        .toList();
  }

  private static List<JsonValue> items(byte[] answer) throws FormatException {
    return ((JsonArray) Json.read(answer, Limits.DEFAULT)).items();
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}

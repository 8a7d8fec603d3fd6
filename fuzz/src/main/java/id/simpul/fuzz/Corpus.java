package id.simpul.fuzz;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of public test vectors, seen as inputs.
 *
 * @param folder its name below the folder of corpora
 * @param cut how its files become inputs
 */
public record Corpus(String folder, Cut cut) {
  /** How files become inputs. */
  public enum Cut {
    /** Each file is one. */
    FILES,
    /** Each string in each JSON file is one. */
    STRINGS,
    /** Each object in each JSON file is one. */
    OBJECTS
  }

  /**
   * All inputs.
   *
   * @param corpora the folder of corpora
   * @return the inputs in a fixed order
   * @throws IOException when a file cannot be read
   */
  List<byte[]> inputs(Path corpora) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(corpora.resolve(folder))) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    List<byte[]> inputs = new ArrayList<>();
    for (Path file : files) {
      byte[] content = Files.readAllBytes(file);
      if (cut == Cut.FILES) {
        inputs.add(content);
      } else if (file.toString().endsWith(".json")) {
        collect(parse(content, file), inputs);
      }
    }
    return inputs;
  }

  private static JsonValue parse(byte[] content, Path file) throws IOException {
    try {
      return Json.read(content, Limits.DEFAULT);
    } catch (FormatException e) {
      throw new IOException(file + " is no JSON to take apart", e);
    }
  }

  private void collect(JsonValue value, List<byte[]> inputs) {
    if (value instanceof JsonObject object) {
      if (cut == Cut.OBJECTS) {
        inputs.add(Json.toBytes(object));
      }
      object.members().values().forEach(v -> collect(v, inputs));
    } else if (value instanceof JsonArray array) {
      array.items().forEach(v -> collect(v, inputs));
    } else if (cut == Cut.STRINGS && value instanceof JsonString string) {
      inputs.add(string.value().getBytes(StandardCharsets.UTF_8));
    }
  }
}

package id.simpul.identity.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One folder of public test vectors and the count of what became of its cases. The folder of
 * folders is the system property {@code simpul.corpora}; by default it lies beside the repository.
 */
public final class Corpus {
  private final String name;
  private final Path folder;
  private final List<String> failures = new ArrayList<>();
  private final List<String> deviations = new ArrayList<>();
  private int accepted;
  private int refused;

  private Corpus(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /** Opens a corpus; skips the test when it is absent, unless the folder was named on purpose. */
  public static Corpus open(String name) {
    String named = System.getProperty("simpul.corpora");
    Path root = Path.of(System.getProperty("simpul.root", ".."));
    Path folder =
        (named == null ? root.resolve("../shared/corpora") : Path.of(named)).resolve(name);
    if (!Files.isDirectory(folder)) {
      assertThat(named).as("simpul.corpora is set, but has no folder " + name).isNull();
      abort("skipped: no vectors of " + name + " here; name their folder in simpul.corpora");
    }
    return new Corpus(name, folder);
  }

  /** Opens a corpus of which one part is counted by itself. */
  public static Corpus open(String name, String part) {
    return new Corpus(name + "/" + part, open(name).folder);
  }

  /** All JSON files, with their paths inside the corpus, in a fixed order. */
  public List<Path> jsonFiles() throws IOException {
    return files(".json");
  }

  /** All files with an ending, with their paths inside the corpus, in a fixed order. */
  public List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(f -> f.toString().endsWith(ending))
          .map(folder::relativize)
          .sorted()
          .toList();
    }
  }

  /** The text of a file. */
  public String read(Path file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  /** The cases of a file that is an array of objects. */
  public List<JsonObject> cases(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    List<JsonObject> cases = new ArrayList<>();
    for (JsonValue value : ((JsonArray) Json.read(bytes, Limits.DEFAULT)).items()) {
      cases.add((JsonObject) value);
    }
    return cases;
  }

  /** A string member, or {@code ""} when there is none. */
  public static String text(JsonObject object, String member) {
    return object.get(member).map(v -> ((JsonString) v).value()).orElse("");
  }

  /** A valid case was accepted. */
  public void accepted() {
    accepted++;
  }

  /** An invalid case was refused. */
  public void refused() {
    refused++;
  }

  /** The verdict differs from the corpus on purpose, for a clause. */
  public void deviating(String testCase, String clause) {
    deviations.add(testCase + ": " + clause);
  }

  /** The verdict is wrong. */
  public void failed(String testCase, String why) {
    failures.add(testCase + ": " + why);
  }

  /** Prints the line and fails when a verdict was wrong or there was no case at all. */
  public void report(int cases) {
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus %s%n",
        cases, accepted, refused, deviations.size(), name);
    deviations.forEach(d -> System.out.println("  deviating: " + d));
    assertThat(failures).isEmpty();
    assertThat(cases).isPositive();
    assertThat(accepted + refused + deviations.size()).isEqualTo(cases);
  }
}

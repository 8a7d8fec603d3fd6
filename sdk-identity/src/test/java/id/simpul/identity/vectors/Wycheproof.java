package id.simpul.identity.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNull;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.identity.CryptoLibrary;
import id.simpul.identity.TrustException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** One file of the corpus, and the tally of Simpul's verdicts on its cases. */
final class Wycheproof {
  private static final String PROPERTY = "simpul.corpora";
  private static final String DEVIATIONS = "/vectors/wycheproof-deviations.tsv";

  private final String file;
  private final CryptoLibrary library;
  private final JsonObject document;
  private final List<String> wrong = new ArrayList<>();
  private int cases;
  private int accepted;
  private int refused;
  private int deviating;

  private Wycheproof(String file, CryptoLibrary library, JsonObject document) {
    this.file = file;
    this.library = library;
    this.document = document;
  }

  /** What Simpul says of one case; an exception is a refusal. */
  interface Verdict {
    boolean isTaken(JsonObject group, JsonObject test) throws TrustException, IOException;
  }

  static Wycheproof open(String file, CryptoLibrary library) throws IOException {
    String property = System.getProperty(PROPERTY);
    Path root = Path.of(System.getProperty("simpul.root"));
    Path corpora = root.resolve(property == null ? "../shared/corpora" : property);
    Path path = corpora.resolve("wycheproof").resolve(file);
    if (property == null) {
      assumeTrue(Files.exists(path), "skipped: no corpus at " + path);
    }
    assertThat(path).as("-D%s names a folder with this corpus", PROPERTY).exists();
    Limits large = Limits.DEFAULT.withMaxBytes(100 * 1024 * 1024);
    try (InputStream in = Files.newInputStream(path)) {
      return new Wycheproof(file, library, (JsonObject) Json.read(in, large));
    }
  }

  void judge(Verdict verdict) throws IOException {
    for (JsonObject group : objects(document, "testGroups")) {
      for (JsonObject test : objects(group, "tests")) {
        judge(verdict, group, test);
      }
    }
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus wycheproof/%s@%s%n",
        cases, accepted, refused, deviating, file, library.name());
    assertThat(wrong).as("verdicts that differ from the corpus without a clause").isEmpty();
    assertThat(cases).isPositive();
    document
        .get("numberOfTests")
        .ifPresent(own -> assertThat(own).isEqualTo(JsonNumber.of((long) cases)));
    assertThat(accepted + refused + deviating).isEqualTo(cases);
  }

  private void judge(Verdict verdict, JsonObject group, JsonObject test) throws IOException {
    cases++;
    boolean valid = text(test, "result").equals("valid");
    boolean taken;
    String reason = "-";
    try {
      taken = verdict.isTaken(group, test);
    } catch (TrustException e) {
      taken = false;
      reason = e.reason().name();
    }
    if (taken && valid) {
      accepted++;
    } else if (!taken && !valid) {
      refused++;
    } else if (!taken && isOnPurpose(group, test, reason)) {
      deviating++;
    } else {
      wrong.add(test.get("tcId") + " " + text(test, "comment") + " taken=" + taken + " " + reason);
    }
  }

  private boolean isOnPurpose(JsonObject group, JsonObject test, String reason) throws IOException {
    String kind = keyKind(group);
    List<String> rows = new ArrayList<>();
    for (String condition : conditions(test)) {
      rows.add(String.join("\t", file, kind, condition, reason) + "\t");
      rows.add(String.join("\t", file, "*", condition, "*") + "\t");
    }
    return deviations().anyMatch(row -> rows.stream().anyMatch(row::startsWith));
  }

  private static List<String> conditions(JsonObject test) {
    List<String> conditions = new ArrayList<>(List.of("any"));
    if (test.get("jws").isPresent() && !namesKey(test)) {
      conditions.add("no kid");
    }
    if (!text(test, "ctx").isEmpty()) {
      conditions.add("context");
    }
    if (test.get("mu").isPresent() && test.get("msg").isEmpty()) {
      conditions.add("no message");
    }
    if (test.get("jwe").isPresent()) {
      conditions.add("encrypted");
    }
    return conditions;
  }

  private static Stream<String> deviations() throws IOException {
    try (InputStream in = Wycheproof.class.getResourceAsStream(DEVIATIONS)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    }
  }

  private static boolean namesKey(JsonObject test) {
    String header = text(test, "jws").split("\\.", 2)[0].replaceAll("[^A-Za-z0-9_-]", "");
    return new String(Base64.getUrlDecoder().decode(header), StandardCharsets.UTF_8)
        .contains("\"kid\"");
  }

  /** The public half of a group's key, or the key itself when it is a shared secret. */
  static JsonObject key(JsonObject group) {
    return (JsonObject) group.get("public").or(() -> group.get("private")).orElseThrow();
  }

  private static String keyKind(JsonObject group) {
    if (group.get("public").isEmpty() && group.get("private").isEmpty()) {
      return "raw";
    }
    JsonObject key = key(group);
    JsonObject first = key.get("keys").isPresent() ? objects(key, "keys").get(0) : key;
    return (text(first, "kty") + " " + text(first, "crv")).strip();
  }

  static List<JsonObject> objects(JsonObject parent, String name) {
    List<JsonObject> objects = new ArrayList<>();
    for (JsonValue item : ((JsonArray) parent.get(name).orElseThrow()).items()) {
      objects.add((JsonObject) item);
    }
    return objects;
  }

  static String text(JsonObject parent, String name) {
    return parent.get(name).orElse(JsonNull.NULL) instanceof JsonString text ? text.value() : "";
  }
}

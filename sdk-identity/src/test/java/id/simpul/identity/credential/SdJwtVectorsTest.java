package id.simpul.identity.credential;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.ValidationException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.core.value.Secret;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.identity.testing.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The code blocks of RFC 9901 and two public collections of cases, whichever of them the folder
 * holds. Blocks are verified, or put into a credential that is; cases are issued, held, presented
 * and verified.
 */
@Tag("vectors")
class SdJwtVectorsTest {
  private final Map<String, String[]> deviations = new HashMap<>();
  private Corpus corpus;
  private int cases;

  /** One case; returns when it was taken as it should be. */
  private interface Check {
    void run() throws IOException;
  }

  @Test
  void verify_everyBlockAndCase_agreesOrTheTableSaysWhy() throws IOException {
    corpus = Corpus.open("sd-jwt");
    readDeviations();
    for (Path file : corpus.jsonFiles()) {
      String text = corpus.read(file);
      if (text.startsWith("[")) {
        blocks(file);
      } else {
        judge(file.toString(), () -> roundTrip(SdJwtCase.ofJson(Office.json(text)), new Office()));
      }
    }
    for (Path file : corpus.files("specification.yml")) {
      YamlSpecification yaml = YamlSpecification.parse(corpus.read(file));
      Path settings = file.getParent().getParent().resolve("settings.yml");
      Office office = office(YamlSpecification.parse(corpus.read(settings)));
      judge(file.toString(), () -> check(yaml, office));
    }
    corpus.report(cases);
    assertThat(deviations).as("deviations no case needed").isEmpty();
  }

  private void readDeviations() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/vectors/sd-jwt-deviations.tsv")) {
      byte[] table = Objects.requireNonNull(in).readAllBytes();
      for (String line : new String(table, StandardCharsets.UTF_8).lines().toList()) {
        if (!line.startsWith("#")) {
          String[] row = line.split("\t", 3);
          deviations.put(row[0], row);
        }
      }
    }
  }

  private void blocks(Path file) throws IOException {
    List<JsonObject> blocks = corpus.cases(file);
    SdJwtBlocks judge = new SdJwtBlocks(blocks);
    for (int i = 0; i < blocks.size(); i++) {
      JsonObject block = blocks.get(i);
      judge(file + "#" + i, () -> judge.check(block));
    }
  }

  /** A case that is not taken must stand in the table, and one in the table must not be taken. */
  private void judge(String name, Check check) throws IOException {
    cases++;
    String[] deviation = deviations.remove(name);
    try {
      check.run();
      if (deviation == null) {
        corpus.accepted();
      } else {
        corpus.failed(name, "is taken after all");
      }
    } catch (TrustException | ValidationException | AssertionError e) {
      if (deviation != null && String.valueOf(e.getMessage()).contains(deviation[1])) {
        corpus.deviating(name, deviation[2]);
      } else {
        corpus.failed(name, String.valueOf(e.getMessage()));
      }
    }
  }

  private static void roundTrip(SdJwtCase testCase, Office office) {
    CredentialContent.Builder content = CredentialContent.builder();
    testCase.claims().members().forEach(content::claim);
    testCase.selective().forEach(content::selective);
    String issued =
        office.issuer().build().issue(content.holder(office.holderJwk()).build()).reveal();
    String presentation =
        office.holder().receive(issued).present(testCase.chosen(), Office.CHALLENGE);
    VerifiedCredential verified = office.bound().verify(presentation, Office.NONCE).credential();
    // JSON shows nothing of itself, and the table of deviations has to know what came out.
    assertThat(Office.own(verified))
        .withRepresentation(
            json -> new String(Json.toBytes((JsonValue) json), StandardCharsets.UTF_8))
        .isEqualTo(testCase.expected());
  }

  private static void check(YamlSpecification yaml, Office office) {
    assertThat(yaml.text("serialization_format")).as("serialisation").isIn("", "compact");
    roundTrip(SdJwtCase.ofYaml(yaml), office);
  }

  /** An office with the keys of the collection. */
  private static Office office(YamlSpecification settings) {
    JsonObject keys = settings.object("key_settings").orElseThrow();
    JsonObject issuer =
        (JsonObject) ((JsonArray) keys.get("issuer_keys").orElseThrow()).items().get(0);
    return new Office(key(issuer), key((JsonObject) keys.get("holder_key").orElseThrow()));
  }

  private static SigningKey key(JsonObject jwk) {
    return SigningKeys.parse(Secret.of(Office.text(jwk)));
  }
}

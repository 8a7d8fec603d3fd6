package id.simpul.health.certificate;

import static id.simpul.health.certificate.HcertFixture.CLOCK;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.testing.Vectors;
import id.simpul.health.internal.hcert.Deflate;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The examples of the framework and of its developer tools: texts, files, sets of keys and lists of
 * revoked cards as they are, payloads and bundles in a card of ours.
 */
@Tag("vectors")
class HealthCardVectorsTest {
  private static final String ISSUER = "https://spec.smarthealth.cards/examples/issuer";
  private static final long CRL_VERSION = 1;

  /** All of the framework is good; of the tools' data these are, the rest is there to fail. */
  private static final Set<String> GOOD_OF_THE_TOOLS =
      Set.of(
          "valid_key.json",
          "valid_keys.json",
          "public.json",
          "jwks.json",
          "test-example-00-b-jws-payload-expanded-optional-vc-type.json",
          "test-example-00-e-file.wrong-extension");

  private final SigningKey ours =
      SigningKeys.generate(SignatureAlgorithm.ES256, new SecureRandom());

  @Test
  void verify_examplesOfTheFramework_agrees() throws IOException {
    Vectors vectors = Vectors.of("smart-health-cards", "/vectors/shc-deviations.tsv");
    Path root = Vectors.folder("smart-health-cards");
    for (Path file : Vectors.files(root, "")) {
      String name = root.relativize(file).toString().replace('\\', '/');
      if (!name.equals("SOURCE.txt")) {
        boolean valid = name.startsWith("spec/") || GOOD_OF_THE_TOOLS.contains(last(file));
        boolean taken = isTaken(root, file);
        vectors.judge(name, valid, taken == valid ? "" : "is taken: " + taken);
      }
    }
    vectors.finish();
  }

  private static String last(Path file) {
    return file.getFileName().toString();
  }

  private boolean isTaken(Path root, Path file) throws IOException {
    String name = last(file);
    byte[] jwks = Files.readAllBytes(root.resolve("spec/issuer/.well-known/jwks.json"));
    HealthCardVerifier verifier = HealthCardVerifier.of(List.of(ISSUER), any -> jwks, CLOCK);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    if (name.startsWith("jws-crl")) {
      return isTakenWithItsList(file, text);
    } else if (name.contains("-d-jws")) {
      return verifier.verify(text).certificate().isPresent();
    } else if (name.contains("-f-qr")) {
      return isTakenInParts(verifier, file, text);
    } else if (name.contains("-e-file")) {
      return verifier.verifyFile(Files.readAllBytes(file)).stream()
          .allMatch(result -> result.certificate().isPresent());
    } else if (name.endsWith(".json")) {
      return isJsonTaken(text, name);
    }
    return false;
  }

  /** A card of several codes is verified as a whole, for each of its codes. */
  private static boolean isTakenInParts(HealthCardVerifier verifier, Path file, String text)
      throws IOException {
    if (!text.matches("(?s)shc:/\\d+/\\d+/.*")) {
      return verifier.verify(text).certificate().isPresent();
    }
    String family = last(file).replaceFirst("value-\\d+", "value-#");
    List<String> chunks = new ArrayList<>();
    for (Path other : Vectors.files(file.resolveSibling("."), ".txt")) {
      String content = Files.readString(other, StandardCharsets.UTF_8);
      if (last(other).replaceFirst("value-\\d+", "value-#").equals(family)
          && content.matches("(?s)shc:/\\d+/\\d+/.*")) {
        chunks.add(content);
      }
    }
    return verifier.verifyChunks(chunks).certificate().isPresent();
  }

  /** The tools' issuer of broken lists: a list that cannot be read says nothing of a card. */
  private static boolean isTakenWithItsList(Path file, String text) throws IOException {
    Path wellKnown = file.resolveSibling(".well-known");
    byte[] jwks = Files.readAllBytes(wellKnown.resolve("jwks.json"));
    String payload = text.split("\\.")[1];
    byte[] opened =
        Deflate.RAW.inflate(
            Base64.getUrlDecoder().decode(payload), HealthCardVerifier.MAX_INFLATED_BYTES);
    String issuer =
        new HealthCardPayload((JsonObject) Json.read(opened, Limits.DEFAULT))
            .issuer()
            .orElseThrow();
    return HealthCardVerifier.of(List.of(issuer), any -> jwks, CLOCK)
        .withRevocation(question -> {
          try {
            Path list = wellKnown.resolve("crl").resolve(question.kid() + ".json");
            return CardRevocationList.read(Files.readAllBytes(list), question.kid(), CRL_VERSION)
                    .contains(question)
                ? RevocationCheck.Status.REVOKED
                : RevocationCheck.Status.GOOD;
          } catch (TrustException | IOException e) {
            return RevocationCheck.Status.UNKNOWN;
          }
        })
        .verify(text)
        .certificate()
        .isPresent();
  }

  private boolean isJsonTaken(String text, String name) {
    JsonObject json;
    try {
      json = (JsonObject) Json.read(text.getBytes(StandardCharsets.UTF_8), Limits.DEFAULT);
    } catch (FormatException e) {
      return false;
    }
    if (json.get("keys").isPresent() || json.get("kty").isPresent()) {
      return areKeysTaken(json);
    } else if (json.get("rids").isPresent()) {
      return isListTaken(text, name.replace(".json", ""));
    } else if (json.get("vc").isPresent()) {
      return isPayloadTaken(json);
    }
    JsonObject.Builder card = JsonObject.builder();
    JsonObject subject =
        JsonObject.builder().put("fhirVersion", "4.0.1").put("fhirBundle", json).build();
    card.put("iss", ISSUER);
    card.put("nbf", HealthCardFixture.json("{\"n\":1687450764}").get("n").orElseThrow());
    card.put(
        "vc",
        JsonObject.builder()
            .put("type", new JsonArray(List.of(new JsonString(HealthCardPayload.HEALTH_CARD))))
            .put("credentialSubject", subject)
            .build());
    return isPayloadTaken(card.build());
  }

  private static boolean areKeysTaken(JsonObject json) {
    JsonArray keys =
        json.get("keys").isPresent()
            ? (JsonArray) json.get("keys").get()
            : new JsonArray(List.of(json));
    byte[] set = Json.toBytes(JsonObject.builder().put("keys", keys).build());
    HealthCardKeySet read = HealthCardKeySet.read(set, ISSUER).orElseThrow();
    for (JsonValue key : keys.items()) {
      String kid = HealthCardPayload.text((JsonObject) key, "kid").orElseThrow();
      if (read.find(kid).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static boolean isListTaken(String text, String kid) {
    try {
      CardRevocationList.read(text.getBytes(StandardCharsets.UTF_8), kid, CRL_VERSION);
      return true;
    } catch (TrustException e) {
      return false;
    }
  }

  private boolean isPayloadTaken(JsonObject payload) {
    byte[] jwks = HealthCardFixture.jwks(HealthCardFixture.jwk(ours));
    String card =
        HealthCardFixture.jws(
            ours, HealthCardFixture.header(ours), Deflate.RAW.deflate(Json.toBytes(payload)));
    return HealthCardVerifier.of(List.of(ISSUER), any -> jwks, CLOCK)
        .verify(card)
        .certificate()
        .isPresent();
  }
}

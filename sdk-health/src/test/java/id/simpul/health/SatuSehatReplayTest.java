package id.simpul.health;

import static org.assertj.core.api.Assertions.assertThat;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Operation;
import id.simpul.health.fhir.Bundle;
import id.simpul.health.fhir.FhirJson;
import id.simpul.health.support.Corpora;
import id.simpul.health.wire.Created;
import id.simpul.health.wire.MasterDataV1;
import id.simpul.health.wire.SatuSehatErrors;
import id.simpul.health.wire.SatuSehatV1;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Replies the national server was recorded to give, through the readers of the client. */
@Tag("vectors")
class SatuSehatReplayTest {
  private static final String CORPUS = "satusehat";
  private static final Pattern COUNT = Pattern.compile("([0-9]+) recorded replies");
  private static final int CLIENT_ERROR = 400;

  private int accepted;
  private int refused;

  @Test
  void replies_each_isReadByTheOperationItBelongsTo() throws IOException {
    Path folder = Corpora.folder(CORPUS);
    for (Path file : Corpora.filesBelow(folder)) {
      if (file.toString().endsWith(".json")) {
        JsonArray calls = (JsonArray) Json.read(Files.readAllBytes(file), FhirJson.LIMITS);
        for (JsonValue call : calls.items()) {
          replay((JsonObject) call);
        }
      }
    }
    Matcher count = COUNT.matcher(Files.readString(folder.resolve("SOURCE.txt")));
    assertThat(count.find()).isTrue();
    assertThat(accepted + refused).isEqualTo(Integer.parseInt(count.group(1)));
    System.out.printf(
        "vectors: %d cases = %d accepted + %d refused + %d deviating, corpus %s%n",
        accepted + refused, accepted, refused, 0, CORPUS);
  }

  private void replay(JsonObject call) throws IOException {
    if (!(call.members().get("responses") instanceof JsonArray responses)) {
      return;
    }
    for (JsonValue each : responses.items()) {
      JsonObject response = (JsonObject) each;
      int status = Integer.parseInt(((JsonNumber) response.get("status").orElseThrow()).lexeme());
      byte[] body = body(response);
      if (status >= CLIENT_ERROR) {
        assertThat(
                SatuSehatErrors.JSON
                    .read(status, new ByteArrayInputStream(body), Limits.DEFAULT)
                    .problems())
            .isNotEmpty();
        refused++;
      } else {
        Object value = read(operation(call, response), body);
        assertThat(value).isNotNull();
        checkCreated(value, response);
        accepted++;
      }
    }
  }

  // The id is that of the body; the recorded location leads to another server.
  private static void checkCreated(Object value, JsonObject response) {
    if (value instanceof Created created
        && response.members().get("headers") instanceof JsonObject headers
        && headers.members().get("location") instanceof JsonString location) {
      assertThat(location.value())
          .contains("/" + created.id() + "/_history/" + created.versionId().orElseThrow())
          .contains("healthcare.googleapis.com");
    }
  }

  private static byte[] body(JsonObject response) {
    JsonValue body = response.get("body").orElseThrow();
    return Json.toBytes(body);
  }

  private static Operation<?, ?> operation(JsonObject call, JsonObject response) {
    String url = text(call, "url");
    if (url.contains("/masterdata/v1/mastersarana")) {
      return MasterDataV1.LIST_FACILITIES;
    }
    if (url.contains("/masterdata/")) {
      return MasterDataV1.LIST_REGIONS;
    }
    if (url.contains("/kfa-v2/products/all")) {
      return MasterDataV1.LIST_PRODUCTS;
    }
    if (url.contains("/kfa-v2/products")) {
      return MasterDataV1.GET_PRODUCT;
    }
    boolean bundle =
        response.members().get("body") instanceof JsonObject body
            && "Bundle".equals(text(body, "resourceType"));
    return switch (text(call, "method")) {
      case "POST" -> bundle ? SatuSehatV1.TRANSACT : SatuSehatV1.CREATE;
      case "PATCH" -> SatuSehatV1.PATCH;
      case "PUT" -> SatuSehatV1.UPDATE;
      default -> bundle ? SatuSehatV1.SEARCH : SatuSehatV1.READ;
    };
  }

  private static <O> O read(Operation<?, O> operation, byte[] body) throws IOException {
    Format<O> format = operation.output().get(0);
    return format.read(new ByteArrayInputStream(body), FhirJson.LIMITS);
  }

  private static String text(JsonObject object, String name) {
    return object.members().get(name) instanceof JsonString string ? string.value() : "";
  }

  @Test
  void transactionReplies_each_areMappedByIndex() throws IOException {
    int entries = 0;
    for (Path file : Corpora.filesBelow(Corpora.folder(CORPUS))) {
      if (file.toString().endsWith(".json")) {
        JsonArray calls = (JsonArray) Json.read(Files.readAllBytes(file), FhirJson.LIMITS);
        for (JsonValue call : calls.items()) {
          entries += transactionEntries((JsonObject) call);
        }
      }
    }
    assertThat(entries).isPositive();
  }

  private static int transactionEntries(JsonObject call) throws IOException {
    int entries = 0;
    for (JsonValue each : ((JsonArray) call.get("responses").orElseThrow()).items()) {
      if (((JsonObject) each).members().get("body") instanceof JsonObject body
          && "transaction-response".equals(text(body, "type"))) {
        Bundle bundle = FhirJson.of(body, Bundle.TYPE);
        for (Bundle.Entry entry : bundle.entry()) {
          Optional<TransactionResult> result = TransactionResult.of("urn:uuid:x", entry);
          assertThat(result).isPresent();
          assertThat(result.get().stored()).isTrue();
          assertThat(result.get().id()).isPresent();
          assertThat(result.get().versionId()).isPresent();
          entries++;
        }
      }
    }
    return entries;
  }

  @Test
  void headers_recorded_doNoHarmOnTheWire() throws IOException {
    JsonArray calls =
        (JsonArray)
            Json.read(
                Files.readAllBytes(Corpora.folder(CORPUS).resolve("13-immunization.json")),
                FhirJson.LIMITS);
    int replayed = 0;
    for (JsonValue each : calls.items()) {
      JsonObject call = (JsonObject) each;
      for (JsonValue response : ((JsonArray) call.get("responses").orElseThrow()).items()) {
        if (text(call, "name").startsWith("Immunization")) {
          create((JsonObject) response);
          replayed++;
        }
      }
    }
    assertThat(replayed).isPositive();
  }

  private static void create(JsonObject response) {
    JsonObject headers = (JsonObject) response.get("headers").orElseThrow();
    MockResponse.Builder answer = new MockResponse.Builder().code(201);
    headers
        .members()
        .forEach((name, value) -> answer.setHeader(name, ((JsonString) value).value()));
    answer.body(new String(body(response), StandardCharsets.UTF_8));
    try (Rig rig = new Rig().answers(answer)) {
      WriteResult<?> result = rig.client.create(SafeWriteTest.dose());
      assertThat(result).isInstanceOf(WriteResult.Confirmed.class);
      assertThat(((WriteResult.Confirmed<?>) result).requestId())
          .isEqualTo(text(headers, "x-request-id"));
    }
  }
}

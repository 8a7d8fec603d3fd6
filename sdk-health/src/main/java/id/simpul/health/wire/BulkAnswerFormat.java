package id.simpul.health.wire;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonBoolean;
import id.simpul.core.format.JsonNumber;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.core.operation.AnswerHead;
import id.simpul.core.operation.Format;
import id.simpul.core.operation.Headers;
import id.simpul.core.operation.MediaType;
import id.simpul.core.operation.SchemaId;
import id.simpul.health.bulk.BulkManifest;
import id.simpul.health.fhir.type.FhirInstant;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the manifest of an export. What comes with another status than 200 is not a
 * manifest, whatever it holds.
 */
public final class BulkAnswerFormat implements Format<BulkAnswer> {
  /** The format of what a server tells of an export. */
  public static final BulkAnswerFormat FORMAT = new BulkAnswerFormat(MediaType.JSON);

  /** The same, as the request for an export asks for it: an OperationOutcome may come as well. */
  static final BulkAnswerFormat KICK_OFF = new BulkAnswerFormat(ResourceInputs.FHIR_JSON);

  private static final int OK = 200;
  private static final int MAX_DIGITS = 15;

  private final MediaType mediaType;

  private BulkAnswerFormat(MediaType mediaType) {
    this.mediaType = mediaType;
  }

  @Override
  public MediaType mediaType() {
    return mediaType;
  }

  @Override
  public Optional<String> suffix() {
    return Optional.empty();
  }

  @Override
  public Optional<SchemaId> schema() {
    return Optional.empty();
  }

  @Override
  public void write(BulkAnswer value, OutputStream out) throws IOException {
    if (value instanceof BulkAnswer.Ready ready) {
      Json.write(json(ready.manifest()), out);
    }
  }

  @Override
  public BulkAnswer read(InputStream in, Limits limits) throws IOException {
    return new BulkAnswer.Ready(manifest(Json.read(in, limits)), "");
  }

  @Override
  public BulkAnswer read(AnswerHead head, InputStream in, Limits limits) throws IOException {
    Headers fields = head.headers();
    return head.status() == OK
        ? new BulkAnswer.Ready(manifest(Json.read(in, limits)), fields.first("Expires").orElse(""))
        : new BulkAnswer.Pending(
            fields.first("Content-Location").orElse(""), fields.first("X-Progress").orElse(""));
  }

  /**
   * A manifest as JSON.
   *
   * @param manifest the manifest
   * @return the document
   */
  public static JsonObject json(BulkManifest manifest) {
    return JsonObject.builder()
        .put("transactionTime", manifest.transactionTime().toString())
        .put("requiresAccessToken", JsonBoolean.of(manifest.requiresAccessToken()))
        .put("output", items(manifest.output()))
        .put("error", items(manifest.error()))
        .put("deleted", items(manifest.deleted()))
        .build();
  }

  private static JsonArray items(List<BulkManifest.Item> items) {
    List<JsonValue> values = new ArrayList<>();
    for (BulkManifest.Item item : items) {
      JsonObject.Builder value =
          JsonObject.builder().put("type", item.type()).put("url", item.url().toString());
      if (item.count() >= 0) {
        value.put("count", JsonNumber.of(item.count()));
      }
      values.add(value.build());
    }
    return new JsonArray(values);
  }

  /**
   * Reads a manifest.
   *
   * @param json the document
   * @return the manifest
   * @throws FormatException when it is none, or has further pages, which nobody here would read
   */
  public static BulkManifest manifest(JsonValue json) throws FormatException {
    if (!(json instanceof JsonObject object)) {
      throw new FormatException("", "a manifest is an object");
    }
    Instant time =
        object.members().get("transactionTime") instanceof JsonString text
            ? FhirInstant.read(text.value()).toInstant().orElse(null)
            : null;
    if (time == null) {
      throw new FormatException("/transactionTime", "not an instant");
    }
    // Left out, or of another form, it is taken for what does no harm: no token is sent.
    boolean token =
        object.members().get("requiresAccessToken") instanceof JsonBoolean needed && needed.value();
    if (object.members().get("link") instanceof JsonArray links && !links.items().isEmpty()) {
      throw new FormatException("/link", "the manifest has further pages");
    }
    List<BulkManifest.Item> output = items(object, "output");
    List<BulkManifest.Item> error = items(object, "error");
    List<BulkManifest.Item> deleted = items(object, "deleted");
    if (output.size() + error.size() + deleted.size() > BulkManifest.MAX_FILES) {
      throw new FormatException("", "more than " + BulkManifest.MAX_FILES + " files");
    }
    return new BulkManifest(time, token, output, error, deleted);
  }

  private static List<BulkManifest.Item> items(JsonObject manifest, String name)
      throws FormatException {
    JsonValue value = manifest.members().get(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      throw new FormatException("/" + name, "must be an array");
    }
    List<BulkManifest.Item> items = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      items.add(item(array.items().get(i), "/" + name + "/" + i));
    }
    return items;
  }

  private static BulkManifest.Item item(JsonValue value, String where) throws FormatException {
    if (!(value instanceof JsonObject object)
        || !(object.members().get("url") instanceof JsonString url)) {
      throw new FormatException(where, "a file has a url");
    }
    String type = object.members().get("type") instanceof JsonString text ? text.value() : "";
    return new BulkManifest.Item(
        type, url(url.value(), where), count(object.members().get("count")));
  }

  private static URI url(String text, String where) throws FormatException {
    try {
      URI url = new URI(text);
      if (url.isAbsolute() && url.getHost() != null && url.getRawUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Its message quotes the URL; the one below does not.
    }
    throw new FormatException(where + "/url", "not an absolute URL");
  }

  private static long count(@Nullable JsonValue value) {
    return value instanceof JsonNumber number
            && number.lexeme().length() <= MAX_DIGITS
            && number.lexeme().chars().allMatch(c -> c >= '0' && c <= '9')
        ? Long.parseLong(number.lexeme())
        : BulkManifest.UNCOUNTED;
  }
}

package id.simpul.health.internal.bulk;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.health.bulk.BulkManifest;
import id.simpul.health.wire.BulkAnswerFormat;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must outlive the program: what was asked for, where the server tells of it, and what it has
 * ready. Which files are fetched the folder itself says.
 *
 * @param request what was asked for
 * @param status where the server tells of it
 * @param manifest what it has ready, or null while it works
 * @param expires until when, or null when it does not say
 */
record ExportState(
    String request, URI status, @Nullable BulkManifest manifest, @Nullable Instant expires) {
  /** The most bytes of a manifest, and of what is kept of it. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  /** How much of a manifest is read. */
  static final Limits LIMITS = Limits.DEFAULT.withMaxBytes(MAX_BYTES);

  private static final String VERSION = "1";

  ExportState {
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(status, "status");
  }

  byte[] toBytes() {
    JsonObject.Builder json =
        JsonObject.builder()
            .put("version", VERSION)
            .put("request", request)
            .put("status", status.toString())
            .putIfPresent("expires", expires == null ? null : expires.toString());
    if (manifest != null) {
      json.put("manifest", BulkAnswerFormat.json(manifest));
    }
    return Json.toBytes(json.build());
  }

  static ExportState read(byte[] bytes) throws FormatException {
    if (!(Json.read(bytes, LIMITS) instanceof JsonObject json)
        || !text(json, "version").equals(VERSION)) {
      throw new FormatException("", "not the state of an export");
    }
    try {
      JsonValue manifest = json.members().get("manifest");
      String expires = text(json, "expires");
      return new ExportState(
          text(json, "request"),
          URI.create(text(json, "status")),
          manifest == null ? null : BulkAnswerFormat.manifest(manifest),
          expires.isEmpty() ? null : Instant.parse(expires));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new FormatException("", "not the state of an export");
    }
  }

  private static String text(JsonObject json, String name) {
    return json.members().get(name) instanceof JsonString text ? text.value() : "";
  }
}

package id.simpul.health.certificate.link;

import id.simpul.core.format.FormatException;
import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.format.Limits;
import id.simpul.health.certificate.link.HealthLinkException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The manifest of a link: its files, each here or elsewhere. */
final class LinkManifest {
  /** The largest manifest in bytes, files in it included. */
  static final int MAX_BYTES = 16 * 1024 * 1024;

  /** The most files. */
  static final int MAX_FILES = 64;

  private static final Limits LIMITS =
      new Limits(MAX_BYTES, 16, LinkEncryption.MAX_LENGTH, 256, 64, 10_000);

  /** One file: encrypted, or where it is. */
  record Entry(String contentType, @Nullable String embedded, @Nullable URI location) {}

  private LinkManifest() {}

  /** The files of a known kind; others are passed over, as their kinds grow. */
  static List<Entry> read(byte[] json) {
    if (!(object(json).get("files").orElse(null) instanceof JsonArray files)
        || files.items().size() > MAX_FILES) {
      throw malformed("has a manifest without files, or with more than " + MAX_FILES);
    }
    List<Entry> entries = new ArrayList<>();
    for (JsonValue item : files.items()) {
      if (!(item instanceof JsonObject file)) {
        throw malformed("has a manifest whose files are none");
      }
      String kind = text(file, "contentType");
      if (kind != null && LinkedFile.isKnown(kind)) {
        entries.add(entry(file, kind));
      }
    }
    return entries;
  }

  private static Entry entry(JsonObject file, String kind) {
    String embedded = text(file, "embedded");
    String location = text(file, "location");
    if (embedded != null) {
      return new Entry(kind, embedded, null);
    }
    if (location == null) {
      throw malformed("has a file that is neither in its manifest nor elsewhere");
    }
    try {
      return new Entry(kind, null, new URI(location));
    } catch (URISyntaxException e) {
      throw malformed("has a file at no address");
    }
  }

  private static JsonObject object(byte[] json) {
    try {
      if (Json.read(json, LIMITS) instanceof JsonObject object) {
        return object;
      }
    } catch (FormatException e) {
      throw new HealthLinkException(Reason.MALFORMED, "has a manifest that is no JSON", e);
    }
    throw malformed("has a manifest that is no JSON object");
  }

  private static @Nullable String text(JsonObject file, String name) {
    return file.get(name).orElse(null) instanceof JsonString text ? text.value() : null;
  }

  private static HealthLinkException malformed(String what) {
    return new HealthLinkException(Reason.MALFORMED, what, null);
  }
}

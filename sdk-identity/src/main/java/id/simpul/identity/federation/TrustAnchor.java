package id.simpul.identity.federation;

import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.TrustException.Reason;
import id.simpul.identity.internal.jose.JoseJson;
import id.simpul.identity.jose.JwkSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * An entity at which chains of trust may end, with keys that came by another way than the network:
 * in a letter, from a colleague, with the installation. What an anchor says of its own keys takes
 * keys away and never adds one, so that a new key of an anchor has to be pinned, too.
 *
 * @param id who it is
 * @param keys its federation keys
 */
public record TrustAnchor(EntityId id, JwkSet keys) {
  /** The largest file of anchors in bytes. */
  public static final int MAX_FILE_BYTES = 64 * 1024;

  private static final String ANCHORS = "anchors";

  /** Checks that both are given. */
  public TrustAnchor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(keys, "keys");
  }

  /**
   * Reads the file a node keeps its anchors in: {@code {"anchors": [{"entity": "https://…", "jwks":
   * {"keys": […]}}]}}, at least one. Each entry is what {@code simpul-node public-key --of
   * federation} prints at the anchor. Members nobody knows are passed over.
   *
   * @param file which whoever may write it decides whom this program trusts
   * @return the anchors, in the order of the file
   * @throws TrustException {@code MALFORMED} when it is anything else, one entity stands in it
   *     twice, or it is larger than {@link #MAX_FILE_BYTES}
   * @throws IOException when it cannot be read
   */
  public static List<TrustAnchor> load(Path file) throws IOException {
    String who = String.valueOf(file.getFileName());
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(MAX_FILE_BYTES + 1);
    }
    if (content.length > MAX_FILE_BYTES) {
      throw malformed(who, "is larger than " + MAX_FILE_BYTES + " bytes", "file");
    }
    if (!(JoseJson.read(content, who).get(ANCHORS).orElse(null) instanceof JsonArray entries)
        || entries.items().isEmpty()) {
      throw malformed(who, "must be an array of entities with their keys", "/" + ANCHORS);
    }
    List<TrustAnchor> anchors = new ArrayList<>();
    Set<EntityId> seen = new HashSet<>();
    for (JsonValue entry : entries.items()) {
      String where = "/" + ANCHORS + "/" + anchors.size();
      TrustAnchor anchor = of(entry, who, where);
      if (!seen.add(anchor.id())) {
        throw malformed(who, "is listed twice", where);
      }
      anchors.add(anchor);
    }
    return List.copyOf(anchors);
  }

  private static TrustAnchor of(JsonValue value, String who, String where) {
    if (value instanceof JsonObject entry
        && entry.get("entity").orElse(null) instanceof JsonString entity
        && entry.get("jwks").orElse(null) instanceof JsonObject jwks) {
      try {
        return new TrustAnchor(new EntityId(entity.value()), JwkSet.of(jwks));
      } catch (IllegalArgumentException e) {
        throw new TrustException(
            Reason.MALFORMED, who, "is no entity identifier", where + "/entity", e);
      }
    }
    throw malformed(who, "must have an entity URL and its jwks", where);
  }

  private static TrustException malformed(String who, String what, String where) {
    return new TrustException(Reason.MALFORMED, who, what, where);
  }
}

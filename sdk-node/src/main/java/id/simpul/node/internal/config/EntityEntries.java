package id.simpul.node.internal.config;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.TrustException;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Files that pin entities and their keys: {@code {"…": [{"entity": "https://…", "jwks": {"keys":
 * […]}}]}}.
 */
public final class EntityEntries {
  private static final String ENTITY = "entity";
  private static final String JWKS = "jwks";

  private EntityEntries() {}

  /**
   * An entity and its keys.
   *
   * @param entity its identifier
   * @param keys its keys
   */
  public record Entry(EntityId entity, JwkSet keys) {}

  static List<Entry> read(Path file, String list, boolean insecureLoopbackAllowed) {
    JsonObject document = ConfigFiles.object(file);
    ConfigFiles.known(file, document, "/", Set.of(list));
    if (!(document.get(list).orElse(null) instanceof JsonArray array)) {
      throw ConfigFiles.broken(file, "/" + list, "must be an array of entities with their keys");
    }
    List<Entry> entries = new ArrayList<>();
    Set<EntityId> seen = new HashSet<>();
    for (int i = 0; i < array.items().size(); i++) {
      String where = "/" + list + "/" + i;
      Entry entry = entry(file, array.items().get(i), where);
      if (entry.entity().isInsecureLoopback() && !insecureLoopbackAllowed) {
        throw ConfigFiles.broken(file, where + "/entity", "plain http is for development alone");
      }
      if (!seen.add(entry.entity())) {
        throw ConfigFiles.broken(file, where + "/entity", entry.entity() + " is listed twice");
      }
      entries.add(entry);
    }
    return entries;
  }

  private static Entry entry(Path file, JsonValue value, String where) {
    if (!(value instanceof JsonObject entry)
        || !(entry.get(JWKS).orElse(null) instanceof JsonObject jwks)) {
      throw ConfigFiles.broken(file, where, "must have an entity URL and its jwks");
    }
    ConfigFiles.known(file, entry, where, Set.of(ENTITY, JWKS));
    ConfigFiles.known(file, jwks, where + "/jwks", Set.of("keys"));
    try {
      return new Entry(new EntityId(ConfigFiles.text(entry, ENTITY)), JwkSet.of(jwks));
    } catch (IllegalArgumentException e) {
      throw ConfigFiles.broken(file, where, "must have an entity URL and its jwks");
    } catch (TrustException e) {
      throw ConfigFiles.broken(file, where + "/jwks", e.fault().what());
    }
  }

  /**
   * One entry, as others put it into their files.
   *
   * @param entity an entity
   * @param keys its keys
   * @return the JSON
   */
  public static byte[] toJson(EntityId entity, Collection<VerificationKey> keys) {
    JwkSet jwks = JwkSet.of(keys.stream().map(PublicJwk::of).toList());
    return Json.toBytes(
        JsonObject.builder().put(ENTITY, entity.value()).put(JWKS, jwks.toJson()).build());
  }
}

package id.simpul.node.internal.config;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.VerificationKey;
import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import id.simpul.identity.jose.PublicJwk;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The file that pins peers: {@code {"peers": [{"entity": "https://…", "jwks": {"keys": […]}}]}}.
 * Each entry is what the peer's own {@code simpul-node public-key} prints.
 */
public final class PeersFile {
  private final Path file;

  /**
   * Names the file.
   *
   * @param file the file, which must exist
   */
  public PeersFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the peers.
   *
   * @param insecureLoopbackAllowed whether plain http on this machine is let through
   * @return the peers with their keys
   * @throws id.simpul.node.ConfigException when the file is not as it should be
   */
  public PinnedEntities read(boolean insecureLoopbackAllowed) {
    LoopbackPolicy loopback =
        insecureLoopbackAllowed
            ? LoopbackPolicy.allowInsecureLoopbackForDevelopment()
            : LoopbackPolicy.production();
    JsonObject document = ConfigFiles.object(file);
    ConfigFiles.known(file, document, "/", Set.of("peers"));
    if (!(document.get("peers").orElse(null) instanceof JsonArray array)) {
      throw ConfigFiles.broken(file, "/peers", "must be an array of peers");
    }
    List<ResolvedEntity> peers = new ArrayList<>();
    Set<EntityId> seen = new HashSet<>();
    for (int i = 0; i < array.items().size(); i++) {
      String where = "/peers/" + i;
      try {
        ResolvedEntity peer = peer(array.items().get(i), where);
        if (peer.id().isInsecureLoopback() && !insecureLoopbackAllowed) {
          throw ConfigFiles.broken(file, where + "/entity", "plain http is for development alone");
        }
        if (!seen.add(peer.id())) {
          throw ConfigFiles.broken(file, where + "/entity", peer.id() + " is listed twice");
        }
        peers.add(peer);
      } catch (IllegalArgumentException e) {
        throw ConfigFiles.broken(file, where, "must have an entity URL and its jwks");
      } catch (TrustException e) {
        throw ConfigFiles.broken(file, where + "/jwks", e.fault().what());
      }
    }
    return new PinnedEntities(peers, loopback);
  }

  private ResolvedEntity peer(JsonValue value, String where) {
    if (!(value instanceof JsonObject entry)
        || !(entry.get("jwks").orElse(null) instanceof JsonObject jwks)
        || !(jwks.get("keys").orElse(null) instanceof JsonArray keys)) {
      throw new IllegalArgumentException("A peer has jwks with keys");
    }
    ConfigFiles.known(file, entry, where, Set.of("entity", "jwks"));
    ConfigFiles.known(file, jwks, where + "/jwks", Set.of("keys"));
    List<VerificationKey> verificationKeys = new ArrayList<>();
    for (JsonValue key : keys.items()) {
      if (!(key instanceof JsonObject jwk)) {
        throw new IllegalArgumentException("A key is an object");
      }
      verificationKeys.add(PublicJwk.of(jwk).key());
    }
    return new ResolvedEntity(
        new EntityId(ConfigFiles.text(entry, "entity")), verificationKeys, Instant.MAX);
  }

  /**
   * What a node's operator hands to the operators of its peers.
   *
   * @param entity the node's name
   * @param key its signing key
   * @return the JSON of one entry
   */
  public static byte[] entry(EntityId entity, SigningKey key) {
    JsonObject jwks =
        JsonObject.builder()
            .put("keys", new JsonArray(List.of(PublicJwk.of(key.publicKey()).toJson())))
            .build();
    return Json.toBytes(
        JsonObject.builder().put("entity", entity.value()).put("jwks", jwks).build());
  }
}

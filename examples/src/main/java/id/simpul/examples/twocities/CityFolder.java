package id.simpul.examples.twocities;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonValue;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.ApiKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of one city's node: its configuration, its services, its keys and the public key of its
 * peer. Nothing secret of the peer is in it.
 *
 * @param path the folder
 */
record CityFolder(Path path) {
  private static final String OFFICER = "petugas";

  /**
   * Writes everything a node needs to start.
   *
   * @param work the folder of the whole story
   * @param city the city
   * @param peer the city whose signatures it trusts
   * @return its folder
   */
  static CityFolder create(Path work, City city, City peer) {
    try {
      Path path = Files.createDirectory(work.resolve(city.shortName()));
      CityFolder folder = new CityFolder(path);
      SigningKeys.save(city.signingKey(), path.resolve("signing-key.pem"));
      Files.write(
          path.resolve("services.json"), Resources.read("services-" + city.shortName() + ".json"));
      Files.write(path.resolve("peers.json"), folder.peers(peer));
      Files.write(path.resolve("api-keys.json"), folder.apiKeys(city));
      Files.writeString(folder.config(), folder.settings(city), StandardCharsets.UTF_8);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("The work folder cannot be written", e);
    }
  }

  private String settings(City city) {
    return String.join(
        "\n",
        "# The node of " + city.name() + ". Paths start at this file's folder.",
        "base-url=" + city.baseUrl(),
        "listen-port=" + city.baseUrl().getPort(),
        "region=" + city.region().code(),
        "data-directory=data",
        "services-file=services.json",
        "api-keys-file=api-keys.json",
        "peers-file=peers.json",
        "signing-key-file=signing-key.pem",
        "# Plain http between two nodes of one machine. Never in production.",
        "allow-insecure-loopback-for-development=true",
        "");
  }

  private byte[] peers(City peer) {
    JsonValue key = PublicJwk.of(peer.signingKey().publicKey()).toJson();
    JsonValue jwks = JsonObject.builder().put("keys", new JsonArray(List.of(key))).build();
    JsonValue entry =
        JsonObject.builder().put("entity", peer.entity().value()).put("jwks", jwks).build();
    return Json.toBytes(JsonObject.builder().put("peers", new JsonArray(List.of(entry))).build());
  }

  private byte[] apiKeys(City city) {
    ApiKey key = ApiKey.of(OFFICER, ApiKey.Role.OFFICER, city.officerKey());
    JsonValue entry =
        JsonObject.builder()
            .put("name", key.name())
            .put("role", "officer")
            .put("sha256", key.digest())
            .build();
    return Json.toBytes(JsonObject.builder().put("keys", new JsonArray(List.of(entry))).build());
  }

  Path config() {
    return path.resolve("node.properties");
  }

  Path log() {
    return path.resolve("node.log");
  }
}

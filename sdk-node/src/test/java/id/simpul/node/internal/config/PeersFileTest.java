package id.simpul.node.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.simpul.identity.EntityId;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.ConfigException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersFileTest {
  private static final EntityId LOOPBACK = new EntityId("http://127.0.0.1:8311");

  @TempDir Path folder;

  private PeersFile file(EntityId entity, SigningKey key) throws Exception {
    String entry =
        new String(EntityEntries.toJson(entity, List.of(key.publicKey())), StandardCharsets.UTF_8);
    return new PeersFile(
        Files.writeString(folder.resolve("peers.json"), "{\"peers\": [" + entry + "]}"));
  }

  private static SigningKey key() {
    return SigningKeys.generate(SignatureAlgorithm.ED25519, new SecureRandom());
  }

  @Test
  void read_peerOnLoopback_isTakenForDevelopmentAlone() throws Exception {
    SigningKey key = key();
    PeersFile file = file(LOOPBACK, key);

    assertThat(file.read(true).resolve(LOOPBACK).key(key.keyId())).isPresent();
    assertThatThrownBy(() -> file.read(false))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("/peers/0/entity")
        .hasMessageContaining("plain http");
  }

  @Test
  void read_peerTwice_isRefusedByName() throws Exception {
    String entry =
        new String(
            EntityEntries.toJson(LOOPBACK, List.of(key().publicKey())), StandardCharsets.UTF_8);

    refuses("{\"peers\": [" + entry + "," + entry + "]}", "/peers/1/entity", LOOPBACK.value());
  }

  @Test
  void read_memberNobodyReads_isRefused() throws Exception {
    String entry =
        new String(
            EntityEntries.toJson(LOOPBACK, List.of(key().publicKey())), StandardCharsets.UTF_8);
    String inner = entry.substring(0, entry.length() - 1);

    refuses("{\"peers\": [], \"peer\": []}", "peers.json /", "nobody reads");
    refuses("{\"peers\": [" + inner + ", \"role\": 1}]}", "/peers/0", "nobody reads");
    refuses(
        "{\"peers\": [" + entry.replace("\"keys\"", "\"key\":1,\"keys\"") + "]}", "/peers/0/jwks");
  }

  private void refuses(String json, String... words) throws Exception {
    PeersFile file = new PeersFile(Files.writeString(folder.resolve("peers.json"), json));

    assertThatThrownBy(() -> file.read(true))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void read_whatPublicKeyPrints_isThePeer() throws Exception {
    SigningKey key = key();
    EntityId entity = new EntityId("https://simpul.jakarta.example");

    assertThat(file(entity, key).read(false).resolve(entity).keys()).hasSize(1);
  }

  @Test
  void read_keyUnderANameOfItsOwn_goesByNameAndThumbprint() throws Exception {
    SigningKey key = key();
    EntityId entity = new EntityId("https://simpul.jakarta.example");
    String entry =
        new String(EntityEntries.toJson(entity, List.of(key.publicKey())), StandardCharsets.UTF_8)
            .replace("\"kid\":\"" + key.keyId() + "\"", "\"kid\":\"2026-1\"");
    Path file = Files.writeString(folder.resolve("peers.json"), "{\"peers\": [" + entry + "]}");
    JwkSet published =
        new PeersFile(file).read(false).resolve(entity).publishedKeys().orElseThrow();

    assertThat(published.find("2026-1").map(PublicJwk::key)).contains(key.publicKey());
    assertThat(published.find(key.keyId()).map(PublicJwk::key)).contains(key.publicKey());
  }
}

package id.simpul.node.internal.config;

import id.simpul.core.format.Json;
import id.simpul.core.format.JsonArray;
import id.simpul.core.format.JsonObject;
import id.simpul.core.format.JsonString;
import id.simpul.core.format.JsonValue;
import id.simpul.core.operation.Violation;
import id.simpul.core.value.Secret;
import id.simpul.node.ApiKey;
import id.simpul.node.ConfigException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The file that holds API keys, as digests: {@code {"keys": [{"name": …, "role": "reporter",
 * "officer", "registrar", "verifier" or "health", "sha256": …}]}}.
 */
public final class ApiKeyFile {
  private static final int KEY_BYTES = 32;

  private final Path file;

  /**
   * Names the file.
   *
   * @param file the file; need not exist
   */
  public ApiKeyFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the keys.
   *
   * @return the keys, none when there is no file
   * @throws ConfigException when the file is not as it should be
   */
  public List<ApiKey> read() {
    return Files.exists(file) ? readExisting() : List.of();
  }

  /**
   * Reads the keys of a file the operator named, which must exist.
   *
   * @return the keys
   * @throws ConfigException when the file is absent or not as it should be
   */
  public List<ApiKey> readExisting() {
    JsonObject document = ConfigFiles.object(file);
    ConfigFiles.known(file, document, "/", Set.of("keys"));
    if (!(document.get("keys").orElse(null) instanceof JsonArray array)) {
      throw ConfigFiles.broken(file, "/keys", "must be an array of keys");
    }
    List<ApiKey> keys = new ArrayList<>();
    for (int i = 0; i < array.items().size(); i++) {
      keys.add(key(array.items().get(i), "/keys/" + i));
    }
    return keys;
  }

  private ApiKey key(JsonValue value, String where) {
    try {
      if (value instanceof JsonObject entry) {
        ConfigFiles.known(file, entry, where, Set.of("name", "role", "sha256"));
        return new ApiKey(
            ConfigFiles.text(entry, "name"),
            ApiKey.Role.valueOf(ConfigFiles.text(entry, "role").toUpperCase(Locale.ROOT)),
            ConfigFiles.text(entry, "sha256"));
      }
    } catch (IllegalArgumentException e) {
      throw ConfigFiles.broken(file, where, "must have a name, a role and a sha256");
    }
    throw ConfigFiles.broken(file, where, "must be an object");
  }

  /**
   * Makes a key and stores its digest.
   *
   * @param name who holds it; must be new
   * @param role what it is for
   * @param random where its bits come from
   * @return the key, which is nowhere else
   * @throws ConfigException when the name is taken or the file cannot be written
   */
  public Secret add(String name, ApiKey.Role role, SecureRandom random) {
    List<ApiKey> keys = new ArrayList<>(read());
    Optional<ApiKey> taken = keys.stream().filter(k -> k.name().equals(name)).findFirst();
    if (taken.isPresent()) {
      throw new ConfigException(
          List.of(new Violation(Violation.CONFLICT, "--name", "a key of this name exists")));
    }
    byte[] bits = new byte[KEY_BYTES];
    random.nextBytes(bits);
    Secret key = Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    keys.add(ApiKey.of(name, role, key));
    write(keys);
    return key;
  }

  private void write(List<ApiKey> keys) {
    List<JsonValue> entries = new ArrayList<>();
    for (ApiKey key : keys) {
      entries.add(
          JsonObject.builder()
              .put("name", new JsonString(key.name()))
              .put("role", key.role().name().toLowerCase(Locale.ROOT))
              .put("sha256", key.digest())
              .build());
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Json.writeIndented(JsonObject.builder().put("keys", new JsonArray(entries)).build(), out);
      OwnerOnly.createDirectoryOf(file);
      OwnerOnly.replace(file, out.toByteArray());
    } catch (IOException e) {
      throw ConfigFiles.broken(file, "file", "cannot be written");
    }
  }
}

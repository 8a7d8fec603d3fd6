package id.simpul.node.internal.config;

import id.simpul.core.operation.Violation;
import id.simpul.identity.SignatureAlgorithm;
import id.simpul.identity.SigningKey;
import id.simpul.identity.SigningKeys;
import id.simpul.identity.TrustException;
import id.simpul.node.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys in a node's data directory; made at the first start, kept for ever after. */
public final class NodeFiles {
  private static final Logger LOG = LoggerFactory.getLogger(NodeFiles.class);
  private static final int IDENTITY_KEY_BYTES = 32;

  private final Path directory;

  /**
   * Opens the data directory, which is created when missing.
   *
   * @param directory the folder
   * @throws ConfigException when it cannot be created
   */
  public NodeFiles(Path directory) {
    this.directory = directory;
    try {
      OwnerOnly.createDirectory(directory);
    } catch (IOException e) {
      throw new ConfigException(
          List.of(
              new Violation(
                  Violation.UNSUPPORTED, directory.toString(), "cannot be created as a folder")));
    }
  }

  /**
   * The database.
   *
   * @return its file
   */
  public Path database() {
    return directory.resolve("simpul.db");
  }

  /**
   * A file in the data directory.
   *
   * @param name its name
   * @return its path
   */
  public Path file(String name) {
    return directory.resolve(name);
  }

  /**
   * The key the node signs with.
   *
   * @param file where it is; made there when missing
   * @param algorithm of a key that has to be made
   * @param random where its bits come from
   * @return the key
   */
  public static SigningKey signingKey(
      Path file, SignatureAlgorithm algorithm, SecureRandom random) {
    if (Files.exists(file)) {
      return SigningKeys.load(file);
    }
    SigningKey key = SigningKeys.generate(algorithm, random);
    try {
      SigningKeys.save(key, file);
    } catch (TrustException e) {
      if (Files.exists(file)) {
        return SigningKeys.load(file); // another process that started at once was first
      }
      throw e;
    }
    LOG.warn(
        "made a new signing key {} in {}; back it up, and give its public half to your peers"
            + " (simpul-node public-key)",
        key.keyId(),
        file);
    return key;
  }

  /**
   * The key reporters' identities are encrypted with. Without it they are lost.
   *
   * @param random where its bits come from, when it has to be made
   * @return 32 bytes
   * @throws ConfigException when it cannot be read, or a database exists without it
   */
  public byte[] identityKey(SecureRandom random) {
    Path file = directory.resolve("identity.key");
    try {
      if (!Files.exists(file)) {
        if (Files.exists(database())) {
          throw unusable(file, "is missing, but the database has been written with it: restore it");
        }
        byte[] key = new byte[IDENTITY_KEY_BYTES];
        random.nextBytes(key);
        OwnerOnly.create(file, key);
        LOG.warn("made a new key for reporters' identities in {}; back it up", file);
      }
      if (OwnerOnly.readableByOthers(file)) {
        throw unusable(file, "can be read by others than its owner: chmod 600");
      }
      byte[] key = Files.readAllBytes(file);
      if (key.length != IDENTITY_KEY_BYTES) {
        throw unusable(file, "must hold " + IDENTITY_KEY_BYTES + " bytes");
      }
      return key;
    } catch (IOException e) {
      throw unusable(file, "cannot be read or written");
    }
  }

  private static ConfigException unusable(Path file, String why) {
    return new ConfigException(List.of(new Violation(Violation.UNSUPPORTED, file.toString(), why)));
  }
}

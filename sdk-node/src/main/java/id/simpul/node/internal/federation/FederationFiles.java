package id.simpul.node.internal.federation;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where in the data directory a node keeps what makes it an entity of the federation.
 *
 * @param data the data directory
 */
public record FederationFiles(Path data) {
  /**
   * Where the first of its federation keys is.
   *
   * @return a file of the data directory
   */
  public Path firstKey() {
    return data.resolve("federation-key.pem");
  }

  /**
   * Where those below it are written down.
   *
   * @return a folder with a file for each
   */
  public Path subordinates() {
    return data.resolve("subordinates");
  }

  /**
   * Where signed statements are kept.
   *
   * @return a folder with a file for each
   */
  public Path statements() {
    return data.resolve("statements");
  }

  /**
   * A file name for something with a name of any form.
   *
   * @param name for example an entity identifier, as a stranger wrote it
   * @return letters and digits, ending in {@code .json}
   */
  static String fileName(String name) {
    return sha256(name.getBytes(StandardCharsets.UTF_8)) + ".json";
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

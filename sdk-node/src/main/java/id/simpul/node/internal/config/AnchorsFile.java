package id.simpul.node.internal.config;

import id.simpul.identity.federation.TrustAnchor;
import java.nio.file.Path;
import java.util.List;

/**
 * The file that pins trust anchors: {@code {"anchors": [{"entity": "https://…", "jwks": {"keys":
 * […]}}]}}. Each entry is what the anchor's own {@code simpul-node public-key --of federation}
 * prints, and came by another way than the network.
 */
public final class AnchorsFile {
  private final Path file;

  /**
   * Names the file.
   *
   * @param file the file, which must exist
   */
  public AnchorsFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the anchors.
   *
   * @param insecureLoopbackAllowed whether plain http on this machine is let through
   * @return the anchors with their federation keys
   * @throws id.simpul.node.ConfigException when the file is not as it should be
   */
  public List<TrustAnchor> read(boolean insecureLoopbackAllowed) {
    return EntityEntries.read(file, "anchors", insecureLoopbackAllowed).stream()
        .map(entry -> new TrustAnchor(entry.entity(), entry.keys()))
        .toList();
  }
}

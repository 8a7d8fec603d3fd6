package id.simpul.node.internal.config;

import id.simpul.identity.federation.LoopbackPolicy;
import id.simpul.identity.federation.PinnedEntities;
import id.simpul.identity.federation.ResolvedEntity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * The file that pins peers: {@code {"peers": [{"entity": "https://…", "jwks": {"keys": […]}}]}}.
 * Each entry is what the peer's own {@code simpul-node public-key} prints. Keys go by the names
 * that stand there, and by their thumbprints.
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
    List<ResolvedEntity> peers =
        EntityEntries.read(file, "peers", insecureLoopbackAllowed).stream()
            .map(PeersFile::peer)
            .toList();
    return new PinnedEntities(peers, loopback);
  }

  private static ResolvedEntity peer(EntityEntries.Entry entry) {
    return ResolvedEntity.pinned(entry.entity(), entry.keys(), Instant.MAX);
  }
}

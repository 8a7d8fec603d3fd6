package id.simpul.node.internal.cli;

import id.simpul.core.SimpulException;
import id.simpul.core.format.JsonObject;
import id.simpul.identity.EntityId;
import id.simpul.identity.SigningKey;
import id.simpul.identity.TrustException;
import id.simpul.identity.federation.EntityTypes;
import id.simpul.identity.jose.JwkSet;
import id.simpul.identity.jose.PublicJwk;
import id.simpul.node.NodeConfig;
import id.simpul.node.internal.config.KeyRing;
import id.simpul.node.internal.federation.FederationFiles;
import id.simpul.node.internal.federation.NodeTrust;
import java.util.Optional;

/** Whether those who have to know a key do, asked before it signs. */
final class NextKeySeen {
  private static final String STAGE = "stage";

  private final NodeConfig config;
  private final SigningKey next;
  private final Shell shell;

  NextKeySeen(NodeConfig config, SigningKey next, Shell shell) {
    this.config = config;
    this.next = next;
    this.shell = shell;
  }

  /**
   * Whether every superior vouches for it, and says of each that does not. One is not enough: with
   * a key that a superior does not know, every chain through that superior is dead.
   */
  boolean isVouchedForByAll() {
    if (config.federation().superiors().isEmpty()) {
      return true;
    }
    boolean all = true;
    try (NodeTrust trust = NodeTrust.of(config)) {
      for (EntityId superior : config.federation().superiors()) {
        all &= vouches(trust, superior);
      }
    }
    return all;
  }

  private boolean vouches(NodeTrust trust, EntityId superior) {
    try {
      boolean listed =
          trust.statement(superior, config.entityId()).keys().find(next.keyId()).isPresent();
      if (!listed) {
        shell.line(STAGE, "1 of 3: " + superior + " does not vouch for the next key yet");
      }
      return listed;
    } catch (TrustException e) {
      shell.line(STAGE, "1 of 3: whether " + superior + " vouches for the next key is not known");
      shell.err().println(e.getMessage());
      return false;
    }
  }

  /** Whether the running node publishes it for its messages; empty when it does not answer. */
  Optional<Boolean> isPublished() {
    KeyRing ring =
        KeyRing.open(new FederationFiles(config.dataDirectory()).firstKey(), shell.random());
    JwkSet own = JwkSet.of(ring.published().stream().map(PublicJwk::of).toList());
    try (NetworkFindings network = new NetworkFindings(shell.clock())) {
      return Optional.of(lists(network.published(config.entityId(), own).metadata()));
    } catch (SimpulException e) {
      shell.line(STAGE, "1 of 3: whether the node publishes the next key is not known");
      shell.err().println(e.getMessage());
      return Optional.empty();
    }
  }

  private boolean lists(JsonObject metadata) {
    return metadata.get(EntityTypes.NODE).orElse(null) instanceof JsonObject node
        && node.get("jwks").orElse(null) instanceof JsonObject jwks
        && JwkSet.of(jwks).find(next.keyId()).isPresent();
  }
}
